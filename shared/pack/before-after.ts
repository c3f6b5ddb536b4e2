/**
 * Scores of cases at two stages: how they were spread before and after, how many moved, and the mean change with its
 * 95% interval (Student 1908, paired differences).
 */

import { meanInterval } from '#shared/chart/mean.ts';
import type { BeforeAfterRequest } from '#shared/definition/definition.ts';
import type { Block, PackChart, PackTable, TableCell } from '#shared/pack/document.ts';
import type { PackInput } from '#shared/pack/input.ts';
import { figuresOfMeasure, textCell } from '#shared/pack/lookup.ts';
import { periodEnd } from '#shared/period/period.ts';

interface Pair {
  readonly before: number;
  readonly after: number;
}

/** Fewer cases than this say little of the service, and the table says so. */
const FEW = 10;

/** More scores than this are not drawn side by side. */
const WIDEST = 20;

export function beforeAfterBlocks(
  request: BeforeAfterRequest,
  id: string,
  input: PackInput,
): readonly Block[] {
  return request.programmes.flatMap((programme) => {
    const found = latestPairs(request, programme, input);
    if (!found) return [];
    const name = input.definition.programmes.find(({ code }) => code === programme)?.name ?? programme;
    const title = `${request.title}: ${name}, cases of ${found.period}`;
    const names = [request.before, request.after].map((code) => stageName(request.set, code, input));
    const chart = chartOf(`before-after-${id}-${programme}`, title, found.pairs, names);
    const table = tableOf(`before-after-${id}-${programme}-table`, title, found.pairs, names);
    return chart ? [chart, table] : [table];
  });
}

function stageName(set: string, member: string, { definition }: PackInput): string {
  const found = definition.sets.find(({ code }) => code === set)?.members.find(({ code }) => code === member);
  return found?.name ?? member;
}

/** Cases with both scores, of the last period up to the pack's that has any. */
function latestPairs(request: BeforeAfterRequest, programme: string, input: PackInput) {
  const end = periodEnd(input.period) ?? 0;
  const scores = figuresOfMeasure(input.figures, request.measure).filter(
    ({ key }) =>
      key.programme === programme &&
      key.aspect === 'value' &&
      key.dims.case !== undefined &&
      (periodEnd(key.period) ?? end + 1) <= end,
  );
  const periods = [...Map.groupBy(scores, ({ key }) => key.period)].sort(
    ([a], [b]) => (periodEnd(b) ?? 0) - (periodEnd(a) ?? 0),
  );
  for (const [period, list] of periods) {
    const pairs = [...Map.groupBy(list, ({ key }) => key.dims.case).values()].flatMap(
      (group): readonly Pair[] => {
        const at = (stage: string) => group.filter(({ key }) => key.dims[request.set] === stage);
        const [before, after] = [at(request.before), at(request.after)];
        const [one, other] = [before[0]?.quantity.value, after[0]?.quantity.value];
        return before.length === 1 && after.length === 1 && one !== undefined && other !== undefined
          ? [{ before: one, after: other }]
          : [];
      },
    );
    if (pairs.length > 1) return { period, pairs };
  }
  return null;
}

function chartOf(
  id: string,
  title: string,
  pairs: readonly Pair[],
  names: readonly string[],
): PackChart | null {
  const scores = pairs.flatMap(({ before, after }) => [Math.round(before), Math.round(after)]);
  const [least, most] = [Math.min(...scores), Math.max(...scores)];
  if (most - least > WIDEST) return null;
  const labels = Array.from({ length: most - least + 1 }, (_, i) => least + i);
  const count = (of: (pair: Pair) => number) =>
    labels.map((score) => pairs.filter((pair) => Math.round(of(pair)) === score).length);
  const { mean } = meanInterval(pairs.map(({ before, after }) => after - before));
  const message = `mean change ${signed(mean)} in ${pairs.length} cases`;
  return {
    kind: 'chart',
    id,
    caption: title,
    message,
    alt: `${title}: ${message}. Number of cases at each score from ${least} to ${most}, ${names.join(' and ')}.`,
    type: 'bar',
    unit: 'count',
    labels: labels.map(String),
    series: [
      { name: names[0] ?? 'Before', values: count(({ before }) => before) },
      { name: names[1] ?? 'After', values: count(({ after }) => after) },
    ],
    notes: ['Number of cases at each score. Scores with decimals are counted at the nearest whole.'],
  };
}

function tableOf(id: string, title: string, pairs: readonly Pair[], names: readonly string[]): PackTable {
  const changes = pairs.map(({ before, after }) => after - before);
  const { mean, low, high } = meanInterval(changes);
  const average = (of: (pair: Pair) => number) =>
    pairs.reduce((sum, pair) => sum + of(pair), 0) / pairs.length;
  const row = (label: string, cell: TableCell) => ({ label, total: false, cells: [cell] });
  return {
    kind: 'table',
    id,
    caption: `${title}: change`,
    summary: 'One row for each measure of change between the two scores.',
    header: ['Cases with both scores', 'Value'],
    rows: [
      row('Cases with both scores', whole(pairs.length)),
      row('Went up', whole(changes.filter((change) => change > 0).length)),
      row('Stayed the same', whole(changes.filter((change) => change === 0).length)),
      row('Went down', whole(changes.filter((change) => change < 0).length)),
      row(`Mean, ${names[0]}`, decimal(average(({ before }) => before))),
      row(`Mean, ${names[1]}`, decimal(average(({ after }) => after))),
      row('Mean change', { ...decimal(mean), text: signed(mean) }),
      row(
        '95% interval of the mean change',
        textCell(low === null || high === null ? 'too few cases' : `${signed(low)} to ${signed(high)}`),
      ),
    ],
    notes: [
      ...(pairs.length < FEW
        ? [`Fewer than ${FEW} cases: the change says little about the service as a whole.`]
        : []),
      'Without a comparison group a change cannot be put down to the service alone.',
    ],
    sources: [],
    boardOnly: true,
  };
}

function whole(value: number): TableCell {
  return { text: String(value), value, format: 'count', key: null };
}

function decimal(value: number): TableCell {
  return { text: value.toFixed(1), value: Number(value.toFixed(1)), format: 'decimal', key: null };
}

function signed(value: number): string {
  const text = Math.abs(value).toFixed(1);
  if (text === '0.0') return text;
  return `${value < 0 ? '−' : '+'}${text}`;
}
