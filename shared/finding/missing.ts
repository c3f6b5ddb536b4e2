/** What did not arrive: whole returns, tables within a return, and returns in which nothing was recognised. */
import type { Provider } from '#shared/definition/definition.ts';
import type { Draft } from '#shared/finding/draft.ts';
import type { Board } from '#shared/finding/place.ts';
import { providerName } from '#shared/finding/place.ts';
import { countOf, listOf, quote } from '#shared/finding/words.ts';
import type { UnderstoodReturn } from '#shared/meaning/understood.ts';
import { periodEnd } from '#shared/period/period.ts';

const unique = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];

function codesOf(returns: readonly UnderstoodReturn[]): readonly string[] {
  return unique(
    returns.flatMap((from) => from.tables.map((table) => table.code)).filter((code) => code !== null),
  );
}

/** Why a provider was expected in a period, in words; null where it was not. */
function expectation(provider: Provider | undefined, earlier: readonly UnderstoodReturn[]): string | null {
  const last = earlier.at(-1);
  if (last) return `It returned figures for ${last.ref.period}.`;
  return provider && provider.returns.length > 0 ? 'The board definition expects one every quarter.' : null;
}

function missingReturn(board: Board, code: string, period: string, why: string): Draft {
  const name = providerName(board, code);
  return {
    rule: 'missing.return',
    kind: 'missing',
    severity: 'medium',
    provider: code,
    period,
    title: `No return from ${name} for ${period}`,
    message: `We have no return from ${name} for ${period}. ${why} Please send it, or let us know when to expect it; until then its figures are shown as missing, not as zero.`,
    cells: [],
    about: [code, period],
  };
}

function unrecognised(board: Board, from: UnderstoodReturn): Draft {
  const { provider, period } = from.ref;
  return {
    rule: 'missing.recognised',
    kind: 'missing',
    severity: 'medium',
    provider,
    period,
    title: `No table was recognised in ${from.file}`,
    message: `The file ${from.file} from ${providerName(board, provider)} for ${period} holds no table that the board knows, so none of its figures are counted. Please check that it is the right file, or choose what its tables are on the import screen.`,
    cells: [],
    about: [provider, period, from.file],
  };
}

function missingTables(
  board: Board,
  code: string,
  period: string,
  tables: readonly string[],
  due: boolean,
): Draft {
  const titles = tables.map((table) => board.definition.tables.find((t) => t.code === table)?.title ?? table);
  const name = providerName(board, code);
  const one = tables.length === 1;
  return {
    rule: 'missing.tables',
    kind: 'missing',
    severity: due ? 'medium' : 'low',
    provider: code,
    period,
    title: one
      ? `${name}: ${titles[0]} is missing for ${period}`
      : `${name}: ${countOf(tables.length, 'table')} missing for ${period}`,
    message: `The return from ${name} for ${period} does not hold ${listOf(titles.map(quote), 12)}. Please send ${one ? 'it' : 'them'}, or confirm that there is nothing to report.`,
    cells: [],
    about: [code, period, ...tables],
  };
}

/** Findings for one provider in one period. */
function ofProvider(board: Board, code: string, period: string): readonly Draft[] {
  const end = periodEnd(period) ?? 0;
  const mine = board.returns.filter((from) => from.ref.provider === code);
  const now = mine.filter((from) => from.ref.period === period);
  const earlier = mine
    .filter((from) => (periodEnd(from.ref.period) ?? 0) < end)
    .toSorted((a, b) => (periodEnd(a.ref.period) ?? 0) - (periodEnd(b.ref.period) ?? 0));
  const provider = board.definition.providers.find((candidate) => candidate.code === code);
  if (now.length === 0) {
    const why = expectation(provider, earlier);
    return why === null ? [] : [missingReturn(board, code, period, why)];
  }
  const strangers = now.filter((from) => from.tables.every((table) => table.code === null));
  if (strangers.length === now.length) return strangers.map((from) => unrecognised(board, from));
  const here = new Set(codesOf(now));
  const before = codesOf(earlier);
  const expected = unique([...(provider?.returns ?? []), ...before]).filter((table) => !here.has(table));
  if (expected.length === 0) return strangers.map((from) => unrecognised(board, from));
  const due = expected.some((table) => provider?.returns.includes(table));
  return [
    ...strangers.map((from) => unrecognised(board, from)),
    missingTables(board, code, period, expected.toSorted(), due),
  ];
}

/** Every return and table that should be here and is not. `period` adds a period nobody has returned for yet. */
export function missingDrafts(board: Board, period?: string): readonly Draft[] {
  const quarters = unique([
    ...board.returns.map((from) => from.ref.period),
    ...(period ? [period] : []),
  ]).toSorted();
  const codes = unique([
    ...board.definition.providers.map((provider) => provider.code),
    ...board.returns.map((from) => from.ref.provider),
  ]).toSorted();
  return quarters.flatMap((quarter) => codes.flatMap((code) => ofProvider(board, code, quarter)));
}
