/**
 * Disproportionality: each group's share of those served over its share of a population. 1 is as many as expected;
 * an interval that holds 1 says no more than chance.
 */
import { keyText } from '#shared/assertion/assertion.ts';
import { type Representation, representation } from '#shared/chart/interval.ts';
import type { BoardDefinition, Category, RepresentationRequest } from '#shared/definition/definition.ts';
import type { Figure } from '#shared/figure/figure.ts';
import { type BrokenDown, brokenDown } from '#shared/pack/broken-down.ts';
import type { Block, PackChart, PackTable, TableCell } from '#shared/pack/document.ts';
import type { PackInput } from '#shared/pack/input.ts';
import { figureCell, textCell } from '#shared/pack/lookup.ts';
import { type RolledUp, rolledUp } from '#shared/pack/rolled-up.ts';

interface Group {
  readonly name: string;
  readonly found: Representation;
}

interface Sides {
  readonly categories: readonly Category[];
  readonly served: BrokenDown;
  readonly people: BrokenDown;
  readonly left: RolledUp;
  readonly right: RolledUp;
}

export function representationBlocks(
  request: RepresentationRequest,
  id: string,
  input: PackInput,
): readonly Block[] {
  const { definition, figures, period } = input;
  const categories = definition.sets.find(({ code }) => code === request.set)?.members ?? [];
  return request.programmes.flatMap((programme) => {
    const served = brokenDown({ ...request, programme, period }, definition, figures);
    if (!served) return [];
    const left = rolledUp(served, categories);
    return request.comparators.flatMap((measure): readonly Block[] => {
      const wanted = { measure, programme: null, set: request.set, period, latest: true, shares: true };
      const people = brokenDown(wanted, definition, figures);
      if (!people) return [];
      const sides = { categories, served, people, left, right: rolledUp(people, categories) };
      const groups = groupsOf(sides);
      if (groups.length < 2) return [];
      const title = titleOf(request, programme, measure, sides, definition);
      const tag = `representation-${id}-${programme}-${measure}`;
      return [
        chartOf(tag, title, groups),
        tableOf(`${tag}-table`, title, sides, setName(request, definition)),
      ];
    });
  });
}

function setName({ set }: RepresentationRequest, { sets }: BoardDefinition): string {
  return sets.find(({ code }) => code === set)?.name ?? 'Group';
}

function titleOf(
  { title }: RepresentationRequest,
  programme: string,
  measure: string,
  { served, people }: Sides,
  { programmes, measures }: BoardDefinition,
): string {
  const name = programmes.find(({ code }) => code === programme)?.name ?? programme;
  const among = (measures.find(({ code }) => code === measure)?.name ?? measure).toLowerCase();
  const earlier = people.period === served.period ? '' : ` (${people.period})`;
  return `${title}: ${name}, ${served.period}, against ${among}${earlier}`;
}

interface Counted {
  readonly category: Category;
  readonly served: Side | undefined;
  readonly people: Side | undefined;
}

type Side = RolledUp['groups'][number];

/** Every group of either, in the definition's order. */
function countedOf({ categories, left, right }: Sides): readonly Counted[] {
  return categories.flatMap((category) => {
    const of = ({ groups }: RolledUp) => groups.find(({ code }) => code === category.code);
    const [served, people] = [of(left), of(right)];
    return served || people ? [{ category, served, people }] : [];
  });
}

function indexOf({ served, people }: Counted, { left, right }: Sides): Representation | null {
  return served && people ? representation(served.value, left.whole, people.value, right.whole) : null;
}

function groupsOf(sides: Sides): readonly Group[] {
  return countedOf(sides).flatMap((counted) => {
    const found = indexOf(counted, sides);
    return found ? [{ name: counted.category.name, found }] : [];
  });
}

function cellsOf(counted: Counted, sides: Sides): readonly TableCell[] {
  const found = indexOf(counted, sides);
  const keys = [counted.served, counted.people].flatMap((side) => keysOf(side));
  const rests = [...keys, ...sides.left.wholeKeys, ...sides.right.wholeKeys];
  return [
    ...sideCells(counted.served, sides.left),
    ...sideCells(counted.people, sides.right),
    ...(found ? readingCells(found, rests) : [textCell('–'), textCell('–'), textCell('–')]),
  ];
}

function keysOf(side: Side | undefined): readonly string[] {
  return (side?.figures ?? []).map(({ key }) => keyText(key));
}

/** The number, and its share of the whole; a share returned as such is shown once. */
function sideCells(side: Side | undefined, { whole, wholeKeys }: RolledUp): readonly TableCell[] {
  const [only, ...more] = side?.figures ?? [];
  if (!side || !only) return [textCell('–'), textCell('–')];
  const part = share(side.value / whole, [...keysOf(side), ...wholeKeys]);
  if (only.key.unit === 'percent') return [textCell(''), part];
  const sum: TableCell = {
    text: String(side.value),
    value: side.value,
    format: 'count',
    key: null,
    rests: keysOf(side),
  };
  return [more.length === 0 ? figureCell(only) : sum, part];
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
    reference: { value: 1, name: 'expected share' },
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

function tableOf(id: string, title: string, sides: Sides, heading: string): PackTable {
  const { served, people, left, right } = sides;
  const all = (figure: Figure | null) => [figure ? figureCell(figure) : textCell(''), textCell('')];
  const blank = [textCell(''), textCell(''), textCell('')];
  const total = { label: 'All', total: true, cells: [...all(served.all), ...all(people.all), ...blank] };
  const rows = countedOf(sides).map((counted) => ({
    label: counted.category.name,
    total: false,
    cells: cellsOf(counted, sides),
  }));
  // A sum whose parts stand nowhere beside it could give one of them away; so could shares that were returned as such.
  const summed = [...left.groups, ...right.groups].some(({ figures }) => figures.length > 1);
  return {
    kind: 'table',
    id,
    caption: title,
    summary:
      'One row for each group: those served, the population, their shares, and one share over the other with its interval.',
    header: [heading, ...HEADINGS],
    rows: served.all || people.all ? [...rows, total] : rows,
    notes: [
      'Index: share served over share of the population; 1 is as many as expected. Interval: Wilson’s on the share served.',
      'Shares leave out those whose group is not known.',
      CAUTION,
    ],
    sources: [],
    ...(summed || people.unit === 'percent' ? { boardOnly: true as const } : {}),
  };
}

const HEADINGS = [
  'Served',
  'Share served',
  'Population',
  'Share of population',
  'Index',
  '95% interval',
  'Reading',
];
