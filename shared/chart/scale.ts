/** How numbers are written on a chart: British separators, `£1.2m`, `85%`. */
import type { PackChart } from '#shared/pack/document.ts';

type Unit = PackChart['unit'];

const MINUS = '−';

/** A function that writes values of this chart, all to the same precision, short enough for an axis. */
export function writerOf(
  chart: Pick<PackChart, 'unit' | 'series'>,
  ticks: readonly number[] = [],
): (value: number) => string {
  const values = ticks.length > 0 ? ticks : chart.series.flatMap((series) => series.values);
  const present = values.filter((value) => value !== null);
  const largest = Math.max(0, ...present.map(Math.abs));
  const { divisor, prefix, suffix } = scaleOf(chart.unit, largest);
  const places = placesOf(chart.unit, present, divisor);
  return (value) => {
    const scaled = Math.abs(value) / divisor;
    const digits = scaled.toLocaleString('en-GB', {
      minimumFractionDigits: places,
      maximumFractionDigits: places,
    });
    const sign = value < 0 && Number(scaled.toFixed(places)) !== 0 ? MINUS : '';
    const zero = value === 0 && chart.unit === 'money';
    return zero ? '£0' : `${sign}${prefix}${digits}${suffix}`;
  };
}

/** The same precision and scale as an Office number format: `£1.2m` is `"£"#,##0.0,,"m"`. */
export function formatCodeOf(chart: PackChart): string {
  const present = chart.series.flatMap((series) => series.values).filter((value) => value !== null);
  const { divisor, prefix, suffix } = scaleOf(chart.unit, Math.max(0, ...present.map(Math.abs)));
  const places = placesOf(chart.unit, present, divisor);
  const decimals = places === 0 ? '' : `.${'0'.repeat(places)}`;
  if (chart.unit === 'percent') return `0${decimals}%;"${MINUS}"0${decimals}%`;
  const thousands = ','.repeat(Math.round(Math.log10(divisor) / 3));
  const quoted = (text: string) => (text === '' ? '' : `"${text}"`);
  const code = `${quoted(prefix)}#,##0${decimals}${thousands}${quoted(suffix)}`;
  return `${code};"${MINUS}"${code}${chart.unit === 'money' ? ';"£"0' : ''}`;
}

function scaleOf(unit: Unit, largest: number): { divisor: number; prefix: string; suffix: string } {
  if (unit === 'percent') return { divisor: 0.01, prefix: '', suffix: '%' };
  if (unit !== 'money') return { divisor: 1, prefix: '', suffix: '' };
  if (largest >= 1_000_000) return { divisor: 1_000_000, prefix: '£', suffix: 'm' };
  if (largest >= 10_000) return { divisor: 1000, prefix: '£', suffix: 'k' };
  return { divisor: 1, prefix: '£', suffix: '' };
}

/** The fewest decimals, up to two, that write every value exactly; where none do, enough to tell them apart. */
function placesOf(unit: Unit, values: readonly number[], divisor: number): number {
  if (unit === 'count') return 0;
  const exact = [0, 1, 2].find((places) =>
    values.every((value) => {
      const scaled = value / divisor;
      return Math.abs(Number(scaled.toFixed(places)) - scaled) < 1e-9 * Math.max(1, Math.abs(scaled));
    }),
  );
  return exact ?? (unit === 'percent' ? 0 : divisor === 1_000_000 ? 2 : 1);
}
