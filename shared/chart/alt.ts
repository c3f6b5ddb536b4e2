/** Alternative text: the message first, then where each line starts and ends, and how far it goes between. */

export interface AltLine {
  readonly name: string;
  readonly values: readonly (number | null)[];
  /** The values as printed. */
  readonly texts: readonly (string | null)[];
}

/**
 * @param title what the chart shows
 * @param message what its points say, or null
 * @param unit a word for what is counted, or null where the title says it
 */
export function altText(
  title: string,
  message: string | null,
  labels: readonly string[],
  lines: readonly AltLine[],
  unit: string | null,
): string {
  const head = message === null ? title : `${title}: ${message}`;
  const said = lines.map((line) => course(line, labels));
  return `${head}. ${said.join('; ')}.${unit === null ? '' : ` Unit: ${unit}.`}`;
}

function course({ name, values, texts }: AltLine, labels: readonly string[]): string {
  const known = values.flatMap((value, i) =>
    value === null ? [] : [{ value, said: `${texts[i] ?? String(value)} in ${labels[i]}` }],
  );
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return `${name} is not shown`;
  if (first === last) return `${name} was ${first.said}`;
  const ends = `${name} went from ${first.said} to ${last.said}`;
  const inside = known.slice(1, -1);
  const low = inside.find(({ value }) => value < Math.min(first.value, last.value, ...others(inside, value)));
  const high = inside.find(
    ({ value }) => value > Math.max(first.value, last.value, ...others(inside, value)),
  );
  const extremes = [low ? `lowest ${low.said}` : '', high ? `highest ${high.said}` : ''].filter(
    (part) => part !== '',
  );
  return extremes.length === 0 ? ends : `${ends}, ${extremes.join(', ')}`;
}

function others(points: readonly { readonly value: number }[], value: number): readonly number[] {
  return points.flatMap((point) => (point.value === value ? [] : [point.value]));
}

/** A point of a chart of categories; null where it is not shown. */
export interface Bar {
  readonly label: string;
  readonly value: number | null;
  readonly text: string;
}

/** The largest first, then how many there are. */
export function categoriesAlt(title: string, bars: readonly Bar[]): string {
  const known = bars.filter(({ value }) => value !== null);
  const largest = [...known].sort((a, b) => (b.value ?? 0) - (a.value ?? 0)).slice(0, 3);
  const said = largest.map(({ label, text }) => `${label} ${text}`).join(', ');
  const rest = bars.length - known.length;
  return `${title}. Largest${rest > 0 ? ' of those shown' : ''}: ${said}. ${bars.length} categories${rest > 0 ? `, ${rest} not shown` : ''}.`;
}
