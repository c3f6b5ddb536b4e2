/** `table.percent`: percentages against the counts of their own table, beside them or in the same cell. */
import { type Candidate, type Choice, chooseBases } from '#shared/relation/base.ts';
import type { Book, Cell, Page } from '#shared/relation/book.ts';
import { type Draft, ratioBody, type Tray } from '#shared/relation/draft.ts';
import { cellLabel, listed } from '#shared/relation/label.ts';
import { isCount, isPercent, isTotal, type Sight, sightOf } from '#shared/relation/rule/lines.ts';
import type { ShapeRelation } from '#shared/table/table.ts';

/** Beyond this many lines a table's guesses at a base are not tried. */
const MOST_GUESSES = 24;

function draftRatio(result: Cell, top: Cell, bottom: readonly Cell[]): Draft {
  const scale = isPercent(result) || (result.assertion?.quantity.value ?? 0) <= 1 ? 1 : 100;
  const body = ratioBody(result, [top], bottom);
  const numerator = [{ variable: top.id, factor: scale }];
  return {
    rule: 'table.percent',
    kind: 'percent',
    get label() {
      return `${cellLabel(result)} = ${cellLabel(top)} of ${listed(bottom.map(cellLabel))}`;
    },
    body: body.shape === 'ratio' ? { ...body, numerator } : body,
    cells: [result, top, ...bottom],
  };
}

/** Bases that stand in one line with the count: totals, the sum of the line, titles, any other cell. */
function basesIn(sight: Sight, line: number, result: Cell, top: Cell): readonly Candidate[] {
  const found: Candidate[] = [];
  const counts = sight.across.flatMap(({ index, role }) => {
    const cell = sight.at(line, index);
    return isCount(cell) ? [{ cell, index, role }] : [];
  });
  const body = counts.filter(({ role }) => !isTotal(role) && role !== 'previous').map(({ cell }) => cell);
  const all = draftRatio(result, top, body);
  const offer = (base: string, stated: boolean, bottom: readonly Cell[]) => {
    const draft = draftRatio(result, top, bottom);
    found.push({
      base: `${sight.axis} ${line}: ${base}`,
      stated,
      draft,
      ...(stated ? { support: all.body } : {}),
    });
  };
  for (const { cell, index, role } of counts) {
    if (isTotal(role)) offer(`total ${index}`, true, [cell]);
  }
  for (const [i, cell] of sight.titles.entries()) offer(`title ${i}`, false, [cell]);
  offer('sum', false, body);
  for (const cell of guesses(body, top)) offer(`cell ${cell.row}:${cell.col}`, false, [cell]);
  return found;
}

/** Other counts above or before the one in question and at least as large: `cases closed`, then how they ended. */
function guesses(body: readonly Cell[], top: Cell): readonly Cell[] {
  if (body.length > MOST_GUESSES) return [];
  const value = (cell: Cell) => cell.assertion?.quantity.value ?? 0;
  return body.slice(0, Math.max(0, body.indexOf(top))).filter((cell) => value(cell) >= value(top));
}

/** Totals along the other axis: the row's total for a percentage of the row. */
function basesAcross(sight: Sight, position: number, result: Cell, top: Cell): readonly Candidate[] {
  return sight.lines.flatMap(({ index, role }): Candidate[] => {
    const total = sight.at(index, position);
    if (!isTotal(role) || !isCount(total) || total === top) return [];
    return [{ base: `${sight.axis} across ${index}`, stated: true, draft: draftRatio(result, top, [total]) }];
  });
}

/** `5 (31%)`: the share's count stands in its own cell. */
function inCellChoices(page: Page): readonly (readonly Choice[])[] {
  const sight = sightOf(page, 'column');
  const columns = new Map<number, Choice[]>();
  for (const { main, share } of page.at.values()) {
    if (!main || !share || !isPercent(share)) continue;
    const candidates = [
      ...basesIn(sight, main.col, share, main),
      ...basesAcross(sight, main.row, share, main),
    ];
    columns.set(main.col, [...(columns.get(main.col) ?? []), { cell: share, candidates }]);
  }
  return [...columns.values()];
}

function isPercentLine(sight: Sight, line: { readonly index: number; readonly role: string }): boolean {
  if (line.role === 'percent') return true;
  const cells = sight.across.flatMap(({ index }) => sight.at(line.index, index) ?? []);
  return cells.length >= 2 && cells.filter(isPercent).length * 3 >= cells.length * 2;
}

/** A line of percentages beside lines of counts. */
function lineChoices(sight: Sight, covered: ReadonlySet<string>): readonly (readonly Choice[])[] {
  const percents = sight.lines.filter((line) => isPercentLine(sight, line));
  const counts = sight.lines.filter(
    (line) => !percents.includes(line) && !['words', 'number'].includes(line.role),
  );
  if (counts.length > MOST_GUESSES || sight.across.length > 200) return [];
  return percents.map((line) =>
    sight.across.flatMap((position): Choice[] => {
      const result = sight.at(line.index, position.index);
      if (!result || covered.has(result.id) || result.assertion?.quantity.approximate) return [];
      const candidates = counts.flatMap((count): readonly Candidate[] => {
        const top = sight.at(count.index, position.index);
        if (!isCount(top)) return [];
        const across = basesAcross(sight, position.index, result, top);
        return [...basesIn(sight, count.index, result, top), ...across];
      });
      return [{ cell: result, candidates }];
    }),
  );
}

/** Percentages the shape already gave a base, gathered by the line they stand in. */
function claimedChoices(page: Page): readonly (readonly Choice[])[] {
  const columns = new Map<string, Map<string, Choice>>();
  for (const relation of page.table.shape.relations) {
    if (relation.kind !== 'percent') continue;
    const candidate = claimed(page, relation);
    if (!candidate) continue;
    const [result] = candidate.draft.cells;
    if (!result) continue;
    const line = relation.along === 'row' ? `row ${result.row}` : `column ${result.col}`;
    const choices = columns.get(line) ?? new Map<string, Choice>();
    const known = choices.get(result.id);
    const candidates = [...(known?.candidates ?? []), candidate];
    columns.set(line, choices.set(result.id, { cell: result, candidates }));
  }
  return [...columns.values()].map((choices) => [...choices.values()]);
}

function claimed(page: Page, relation: ShapeRelation): Candidate | null {
  const [topAt = '', bottomAt = ''] = relation.parts;
  const here = page.at.get(relation.result);
  const result = topAt === relation.result ? here?.share : (here?.main ?? here?.share);
  const top = page.at.get(topAt)?.main;
  const bottom = page.at.get(bottomAt)?.main;
  if (!result || !top || !bottom || top === result) return null;
  const down = bottom.col === top.col ? `down ${bottom.row}` : '';
  const base = down || (bottom.row === top.row ? `across ${bottom.col}` : `at ${bottomAt}`);
  const stated = relation.by !== 'arithmetic';
  return { base: `${base} of ${top.col - result.col}`, stated, draft: draftRatio(result, top, [bottom]) };
}

/** Tables without any are the most, and need no looking along their lines. */
function hasPercentages({ at, rows, cols }: Page): boolean {
  for (const { main, share } of at.values()) {
    if ((main && isPercent(main)) || (share && isPercent(share))) return true;
  }
  return [...rows.values(), ...cols.values()].some(({ role }) => role === 'percent');
}

export function percentages(book: Book, tray: Tray): void {
  for (const page of book.pages) {
    const mixed = page.table.shape.layout !== 'matrix';
    const choose = (choices: readonly Choice[]) => chooseBases(choices, mixed, book.variables, tray);
    const given = claimedChoices(page);
    for (const choices of given) choose(choices);
    if (!hasPercentages(page)) continue;
    const covered = new Set(given.flat().map(({ cell }) => cell.id));
    for (const choices of inCellChoices(page)) choose(choices.filter(({ cell }) => !covered.has(cell.id)));
    if (page.table.shape.layout === 'cases') continue;
    for (const choices of lineChoices(sightOf(page, 'column'), covered)) {
      for (const { cell } of choices) covered.add(cell.id);
      choose(choices);
    }
    for (const choices of lineChoices(sightOf(page, 'row'), covered)) choose(choices);
  }
}
