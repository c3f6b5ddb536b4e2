/**
 * Disproportionality: each group's share of those served over its share of a population. 1 is as many as expected;
 * an interval that holds 1 says no more than chance.
 */
import { keyText } from '#shared/assertion/assertion.ts';
import { type Representation, representation } from '#shared/chart/interval.ts';
import type { Category, RepresentationRequest } from '#shared/definition/definition.ts';
import type { Figure } from '#shared/figure/figure.ts';
import { type BrokenDown, brokenDown } from '#shared/pack/broken-down.ts';
import type { Block, PackChart, PackTable, TableCell } from '#shared/pack/document.ts';
import type { PackInput } from '#shared/pack/input.ts';
import { figureCell, textCell } from '#shared/pack/lookup.ts';

interface Whole {
  readonly value: number;
  /** Keys of the figures it is made of. */
  readonly keys: readonly string[];
}

interface Group {
  readonly name: string;
  readonly found: Representation;
}

export function representationBlocks(
  request: RepresentationRequest,
  id: string,
  input: PackInput,
): readonly Block[] {
  const { definition, figures, period } = input;
  return request.programmes.flatMap((programme) => {
    const served = brokenDown({ ...request, programme, period }, definition, figures);
    if (!served) return [];
    const name = definition.programmes.find(({ code }) => code === programme)?.name ?? programme;
    return request.comparators.flatMap((measure): readonly Block[] => {
      const { set } = request;
      const people = brokenDown({ measure, programme: null, set, period, latest: true }, definition, figures);
      if (!people) return [];
      const among = definition.measures.find(({ code }) => code === measure)?.name ?? measure;
      const title = `${request.title}: ${name}, ${served.period}, against ${among.toLowerCase()}${people.period === served.period ? '' : ` (${people.period})`}`;
      const groups = groupsOf(served, people);
      if (groups.length < 2) return [];
      const tag = `representation-${id}-${programme}-${measure}`;
      return [chartOf(tag, title, groups), tableOf(`${tag}-table`, title, served, people, input)];
    });
  });
}

/** The figure for all, where there is one no smaller than its parts; else their sum. */
function wholeOf({ members, all }: BrokenDown): Whole {
  const sum = members.reduce((total, { figure }) => total + figure.quantity.value, 0);
  if (all && all.quantity.value >= sum) return { value: all.quantity.value, keys: [keyText(all.key)] };
  return { value: sum, keys: members.map(({ figure }) => keyText(figure.key)) };
}

/** Numbers of one group, and what they are shares of. */
interface Counted {
  readonly category: Category;
  readonly served: Figure | undefined;
  readonly people: Figure | undefined;
}

/** Every group of either: the numbers of all are in print, so that none is the difference of those that are. */
function countedOf(served: BrokenDown, people: BrokenDown): readonly Counted[] {
  const of = ({ members }: BrokenDown, code: string) =>
    members.find(({ category }) => category.code === code)?.figure;
  const known = new Map(
    [...served.members, ...people.members].map(({ category }) => [category.code, category]),
  );
  return [...known.values()].map((category) => ({
    category,
    served: of(served, category.code),
    people: of(people, category.code),
  }));
}

function indexOf(counted: Counted, servedAll: Whole, peopleAll: Whole): Representation | null {
  if (!counted.served || !counted.people) return null;
  return representation(
    counted.served.quantity.value,
    servedAll.value,
    counted.people.quantity.value,
    peopleAll.value,
  );
}

function groupsOf(served: BrokenDown, people: BrokenDown): readonly Group[] {
  const [servedAll, peopleAll] = [wholeOf(served), wholeOf(people)];
  return countedOf(served, people).flatMap((counted) => {
    const found = indexOf(counted, servedAll, peopleAll);
    return found ? [{ name: counted.category.name, found }] : [];
  });
}

function cellsOf(counted: Counted, servedAll: Whole, peopleAll: Whole): readonly TableCell[] {
  const side = (figure: Figure | undefined, whole: Whole) =>
    figure
      ? [figureCell(figure), share(figure.quantity.value / whole.value, [keyText(figure.key), ...whole.keys])]
      : [textCell('–'), textCell('–')];
  const found = indexOf(counted, servedAll, peopleAll);
  const keys = [counted.served, counted.people].flatMap((figure) => (figure ? [keyText(figure.key)] : []));
  const rests = [...keys, ...servedAll.keys, ...peopleAll.keys];
  return [
    ...side(counted.served, servedAll),
    ...side(counted.people, peopleAll),
    ...(found ? readingCells(found, rests) : [textCell('–'), textCell('–'), textCell('–')]),
  ];
}

function readingCells(found: Representation, rests: readonly string[]): readonly TableCell[] {
  const index = Number(found.index.toFixed(2));
  return [
    { text: index.toFixed(2), value: index, format: 'decimal', key: null, rests },
    { ...textCell(`${found.low.toFixed(2)} to ${found.high.toFixed(2)}`), rests },
    { ...textCell(verdictOf(found)), rests },
  ];
}

function share(value: number, rests: readonly string[]): TableCell {
  return {
    text: `${(value * 100).toFixed(1)}%`,
    value: Number(value.toFixed(4)),
    format: 'percent',
    key: null,
    rests,
  };
}

function verdictOf({ low, high, few }: Representation): string {
  if (few) return 'too few to say';
  if (low > 1) return 'more than expected';
  return high < 1 ? 'fewer than expected' : 'within chance';
}

const CAUTION =
  'Groups with fewer than 5 served, or fewer than 5 expected, are too few to say. With many groups looked at, about one in twenty lies outside its interval by chance.';

/** A picture of what the table says; it holds no figure of its own, and stays in the board edition. */
function chartOf(id: string, title: string, groups: readonly Group[]): PackChart {
  const apart = groups.filter(({ found }) => !found.few && (found.low > 1 || found.high < 1));
  const message =
    apart.length === 0
      ? 'no group apart from its expected share by more than chance'
      : apart.map(({ name, found }) => `${name} ${found.low > 1 ? 'over' : 'under'}-represented`).join(', ');
  return {
    kind: 'chart',
    id,
    caption: title,
    message,
    alt: `${title}: ${message}. Index of each group, 1 being its expected share: ${groups.map(({ name, found }) => `${name} ${found.index.toFixed(2)}`).join(', ')}.`,
    type: 'bar',
    unit: 'decimal',
    labels: groups.map(({ name }) => name),
    series: [
      {
        name: 'Representation index',
        values: groups.map(({ found }) => Math.round(found.index * 100) / 100),
        intervals: groups.map(({ found: { low, high } }) => ({ low, high })),
      },
    ],
    notes: [
      '1 is the expected share. The bracket is the 95% interval (Wilson); one that holds 1 says no more than chance.',
      CAUTION,
    ],
  };
}

function tableOf(
  id: string,
  title: string,
  served: BrokenDown,
  people: BrokenDown,
  { definition }: PackInput,
): PackTable {
  const heading = definition.sets.find(({ members }) =>
    members.some(({ code }) => code === served.members[0]?.category.code),
  )?.name;
  const [servedAll, peopleAll] = [wholeOf(served), wholeOf(people)];
  const blank = textCell('');
  const all = ({ all: figure }: BrokenDown) => [figure ? figureCell(figure) : blank, blank];
  const total = { label: 'All', total: true, cells: [...all(served), ...all(people), blank, blank, blank] };
  const rows = countedOf(served, people).map((counted) => ({
    label: counted.category.name,
    total: false,
    cells: cellsOf(counted, servedAll, peopleAll),
  }));
  return {
    kind: 'table',
    id,
    caption: title,
    summary:
      'One row for each group: those served, the population, their shares, and one share over the other with its interval.',
    header: [
      heading ?? 'Group',
      'Served',
      'Share served',
      'Population',
      'Share of population',
      'Index',
      '95% interval',
      'Reading',
    ],
    rows: served.all || people.all ? [...rows, total] : rows,
    notes: [
      'Index: share served over share of the population; 1 is as many as expected. Interval: Wilson’s on the share served.',
      CAUTION,
    ],
    sources: [],
  };
}
