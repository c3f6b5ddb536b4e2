/**
 * Statements about cases, counted again from the table that lists them: how many scores went up, stayed or went down,
 * and by how much they rose on average.
 */
import { keyText } from '#shared/assertion/assertion.ts';
import type { Option } from '#shared/claim/choose.ts';
import type { Scene } from '#shared/claim/scene.ts';
import { contentOf, wordsOf } from '#shared/claim/words.ts';
import { measureOf } from '#shared/meaning/facets.ts';
import { type Cell, listsCases, type Page } from '#shared/relation/book.ts';
import { type Draft, terms } from '#shared/relation/draft.ts';
import { cellLabel } from '#shared/relation/label.ts';

const MOVES: readonly (readonly ['up' | 'down' | 'same', RegExp])[] = [
  ['up', /\b(?:improv\w+|increas\w+|(?:went|gone|moved|scored) (?:up|higher)|rose|risen|better)\b/i],
  [
    'down',
    /\b(?:(?:went|gone|moved|scored) (?:down|lower)|decreas\w+|fell|fallen|worse\w*|declin\w+|deteriorat\w+)\b/i,
  ],
  ['same', /\b(?:same|unchanged|no change|did not change)\b/i],
];

interface Pair {
  readonly before: Cell;
  readonly after: Cell;
}

/** The set and its two members by which a table of cases tells first from last: in the definition's order. */
function stagesOf(scene: Scene, page: Page): readonly [string, string, string] | null {
  const keys = page.table.assertions.flatMap(({ key }) => (key && 'case' in key.dims ? [key] : []));
  for (const { code, members } of scene.book.definition.sets) {
    const [first, last, ...more] = members;
    if (!first || !last || more.length > 0) continue;
    const told = new Set(keys.map(({ dims }) => dims[code]));
    if (told.has(first.code) && told.has(last.code)) return [code, first.code, last.code];
  }
  return null;
}

/** Cases with a first and a last score, one measure a table. */
function pairsOf(scene: Scene, page: Page): readonly Pair[] {
  const stages = stagesOf(scene, page);
  if (!stages) return [];
  const [set, first, last] = stages;
  const cells = [...page.at.values()].flatMap(({ main }) => main ?? []);
  const byCase = Map.groupBy(cells, ({ assertion }) => assertion?.key?.dims.case ?? '');
  return [...byCase].flatMap(([name, group]): readonly Pair[] => {
    const before = group.filter((cell) => cell.assertion?.key?.dims[set] === first);
    const after = group.filter((cell) => cell.assertion?.key?.dims[set] === last);
    const [one, other] = [before[0], after[0]];
    return name !== '' && one && other && before.length === 1 && after.length === 1
      ? [{ before: one, after: other }]
      : [];
  });
}

/** The line speaks of what the table lists: one of the measure's own words stands in it. */
function speaksOf(scene: Scene, page: Page): boolean {
  const code = page.table.assertions.find(({ key }) => key && 'case' in key.dims)?.key?.measure;
  const measure = measureOf(scene.book.definition, code);
  if (!measure) return false;
  const words = new Set([measure.name, ...measure.aliases].flatMap(contentOf));
  return wordsOf(scene.claim.source.text).some((word) => words.has(word));
}

function moveOf(text: string): 'up' | 'down' | 'same' | null {
  const moves = MOVES.filter(([, pattern]) => pattern.test(text)).map(([move]) => move);
  return moves.length === 1 ? (moves[0] ?? null) : null;
}

function value(cell: Cell): number {
  return cell.assertion?.quantity.value ?? 0;
}

function moved({ before, after }: Pair): 'up' | 'down' | 'same' {
  const change = value(after) - value(before);
  return change > 0 ? 'up' : change < 0 ? 'down' : 'same';
}

/** The lists of cases of the same return that the line can mean. */
function listsOf(scene: Scene): readonly (readonly Pair[])[] {
  return scene.book.pages
    .filter((one) => one.home === scene.page.home && listsCases(one) && speaksOf(scene, one))
    .map((one) => pairsOf(scene, one))
    .filter((pairs) => pairs.length > 0);
}

/** The means of first and last scores that the same return states. */
function statedMeans({ book, page }: Scene, [pair]: readonly Pair[]): readonly [Cell, Cell] | null {
  const [first, last] = [pair?.before, pair?.after].map((cell) => {
    const key = cell?.assertion?.key;
    const { case: _, ...dims } = key?.dims ?? {};
    const entries = key ? (book.entries.get(keyText({ ...key, aspect: 'mean', dims })) ?? []) : [];
    return entries.find((entry) => entry.page.home === page.home && entry.cells.length === 1)?.cells[0];
  });
  return first && last ? [first, last] : null;
}

const GAIN = /\b(?:improv\w+|increase|rise|gain|change|difference)\b/i;

/** `Average improvement: 1.9`: the difference of the stated means, else the mean of what each case gained. */
export function gainOptions(scene: Scene): readonly Option[] {
  const { claim, cell } = scene;
  if (!GAIN.test(claim.clauseText) || claim.quantity.unit !== null) return [];
  const [pairs, ...more] = listsOf(scene);
  if (!pairs || more.length > 0) return [];
  const means = statedMeans(scene, pairs);
  const common = { rule: 'claim.gain', kind: 'average' as const };
  const stated: readonly Option[] = means
    ? [
        {
          sure: false,
          draft: {
            ...common,
            label: `${claim.label} (text) = ${cellLabel(means[1])} − ${cellLabel(means[0])}`,
            body: {
              shape: 'linear',
              terms: [...terms([cell, means[0]]), ...terms([means[1]], -1)],
              constant: 0,
            },
            cells: [cell, ...means],
          },
        },
      ]
    : [];
  const listed: Draft = {
    ...common,
    label: `${claim.label} (text): the mean gain of the ${pairs.length} cases listed`,
    body: {
      shape: 'linear',
      terms: [
        ...terms([cell], pairs.length),
        ...terms(pairs.map(({ before }) => before)),
        ...terms(
          pairs.map(({ after }) => after),
          -1,
        ),
      ],
      constant: 0,
    },
    cells: [cell, ...pairs.flatMap(({ before, after }) => [before, after])],
  };
  return [...stated, { draft: listed, sure: true }];
}

/** `Scores that improved: 5`, counted in the only table of cases of the same return that the line can mean. */
export function caseOptions(scene: Scene): readonly Option[] {
  const { claim, cell } = scene;
  const move = moveOf(claim.clauseText);
  if (move === null || claim.unit !== null || !claim.quantity.whole || claim.quantity.unit !== null)
    return [];
  const lists = listsOf(scene);
  const [pairs] = lists;
  if (!pairs || lists.length > 1) return [];
  const count = pairs.filter((pair) => moved(pair) === move).length;
  const draft: Draft = {
    rule: 'claim.cases',
    kind: 'claim',
    label: `${claim.label} (text): ${count} of the ${pairs.length} cases listed`,
    body: { shape: 'linear', terms: [{ variable: cell.id, factor: 1 }], constant: -count },
    cells: [cell, ...pairs.flatMap(({ before, after }) => [before, after])],
  };
  return [{ draft, sure: true }];
}

const FIRST = /\b(?:start|referral|before|prior|beginning|first|pre|initial)\b/i;
const LAST = /\b(?:end|after|follow[- ]?up|clos(?:e|ure)|final|last|post|later)\b/i;

/** `Average score at referral: 4.8`, where no cell states the mean: the mean of the cases listed. */
export function caseMeanOptions(scene: Scene): readonly Option[] {
  const { claim, cell } = scene;
  const [pairs, ...more] = listsOf(scene);
  const [first, last] = [FIRST.test(claim.clauseText), LAST.test(claim.clauseText)];
  const before = claim.clauseText.slice(0, Math.max(0, claim.clauseText.indexOf(claim.said)));
  if (!pairs || more.length > 0 || first === last || claim.quantity.unit !== null) return [];
  if (claim.aside || claim.vague || !/\b(?:average|mean)\b/i.test(before)) return [];
  const cells = pairs.map((pair) => (first ? pair.before : pair.after));
  const values = cells.map(value);
  const within = claim.quantity.value >= Math.min(...values) && claim.quantity.value <= Math.max(...values);
  const draft: Draft = {
    rule: 'claim.gain',
    kind: 'average',
    label: `${claim.label} (text): the mean of the ${cells.length} cases listed`,
    body: { shape: 'linear', terms: [...terms([cell], cells.length), ...terms(cells, -1)], constant: 0 },
    cells: [cell, ...cells],
  };
  return [{ draft, sure: within && !scene.doubled }];
}
