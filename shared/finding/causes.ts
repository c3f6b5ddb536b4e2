/** Causes as findings: each once, changes between two returns gathered, and said with the cause they belong to. */
import { withBlame } from '#shared/finding/blame.ts';
import { causeDraft, type Teller } from '#shared/finding/cause.ts';
import { type ChangeKind, changedDrafts } from '#shared/finding/changed.ts';
import { cutOffTogether } from '#shared/finding/cut-off.ts';
import type { Draft } from '#shared/finding/draft.ts';
import type { Fact, Facts } from '#shared/finding/facts.ts';
import { storyOf } from '#shared/finding/story.ts';
import type { Cause } from '#shared/relation/cause.ts';
import type { Relation } from '#shared/relation/relation.ts';
import { variablesOf } from '#shared/relation/terms.ts';

interface Told {
  readonly cause: Cause;
  readonly draft: Draft;
}

/** A cause whose cells cannot be told is still said, by its relations' own labels. */
function bareDraft(cause: Cause): Draft {
  const labels = cause.relations.map((relation) => relation.label);
  return {
    rule: 'relation',
    kind: cause.relations[0]?.kind ?? 'total',
    severity: 'medium',
    provider: null,
    period: '',
    title: labels[0] ?? 'Figures that cannot all be true',
    message: `These figures cannot all be true: ${labels.join('; ')}. Please check them.`,
    cells: [],
    about: cause.relations.map((relation) => relation.id),
    relations: cause.relations.map((relation) => relation.id),
  };
}

/** The row and the column in which a tie between two returns stands, in both of them. */
function linesOf(relation: Relation, facts: Facts): readonly string[] {
  const story = storyOf(relation, facts);
  const [a, b] = [story?.result, story?.parts[0]];
  if (story?.shape !== 'same' || !a || !b) return [];
  const at = (fact: Fact, line: 'row' | 'col'): string =>
    [fact.from.ref.sha256, fact.assertion?.tableIndex, line, fact[line]].join('|');
  return (['row', 'col'] as const).map((line) => [at(a, line), at(b, line)].sort().join('\n'));
}

const changesOf = (relations: readonly Relation[]): readonly Relation[] =>
  relations.filter(({ kind }) => kind === 'restated' || kind === 'target');

function joined(host: Draft, guest: Draft): Draft {
  return {
    ...host,
    cells: [...new Map([...host.cells, ...guest.cells].map((cell) => [cell.key, cell])).values()],
    arithmetic: [...new Set([...(host.arithmetic ?? []), ...(guest.arithmetic ?? [])])],
    relations: [...new Set([...(host.relations ?? []), ...(guest.relations ?? [])])],
  };
}

/**
 * Where a cause explains why a line differs from the next return's, the other differences of that line are the same
 * question: the number in families, say, sent for all of a row's months.
 */
function absorbed(hosts: readonly Told[], guests: readonly Told[], facts: Facts) {
  const lines = hosts.map(
    ({ cause }) => new Set(changesOf(cause.relations).flatMap((relation) => linesOf(relation, facts))),
  );
  const told = [...hosts];
  const apart = guests.filter((guest) => {
    const cells = new Set(guest.cause.relations.flatMap(({ body }) => variablesOf(body)));
    const at = hosts.findIndex(
      ({ cause }, i) =>
        cause.suspects.some(({ variable }) => cells.has(variable)) &&
        guest.cause.relations.every((relation) =>
          linesOf(relation, facts).some((line) => lines[i]?.has(line)),
        ),
    );
    const host = told[at];
    if (host) told[at] = { ...host, draft: joined(host.draft, guest.draft) };
    return host === undefined;
  });
  return { apart, told };
}

/** One draft for each cause; restatements and moved targets gathered by table and period. */
export function causeDrafts(teller: Teller, causes: readonly Cause[]): readonly Draft[] {
  const told = causes.map((one) => {
    const cause = withBlame(one, teller.facts, teller.compilers);
    return { cause, draft: causeDraft(teller, cause) ?? bareDraft(cause) };
  });
  const isChange = ({ draft }: Told): boolean => draft.kind === 'restated' || draft.kind === 'target';
  const merged = absorbed(
    told.filter((one) => !isChange(one)),
    told.filter(isChange),
    teller.facts,
  );
  const changed = (kind: ChangeKind): readonly Draft[] =>
    changedDrafts(
      teller,
      kind,
      merged.apart.filter(({ draft }) => draft.kind === kind).map(({ cause }) => cause),
    );
  const changes = [...changed('restated'), ...changed('target')];
  const said = new Set(changes.flatMap((draft) => draft.relations ?? []));
  const bare = merged.apart.filter(({ cause }) => !cause.relations.some(({ id }) => said.has(id)));
  return [...changes, ...cutOffTogether(teller, [...merged.told, ...bare])];
}
