/** The public edition of a pack, with every public edition already issued held as it went out. */
import { z } from 'zod';
import { issuedPacks } from '#db/table/pack.ts';
import { Problem } from '#electron/service/problem.ts';
import type { Session } from '#electron/service/session.ts';
import type { BoardState } from '#electron/service/state.ts';
import type { Disclosed } from '#shared/disclosure/issued.ts';
import { type PublicEdition, publicRounds, UnsafeEdition } from '#shared/edition/public.ts';
import type { Pack } from '#shared/pack/document.ts';
import { deriveRelations } from '#shared/relation/derive.ts';
import type { RelationBody } from '#shared/relation/relation.ts';

const publishedSchema = z.looseObject({
  disclosed: z.object({
    printed: z.record(z.string(), z.tuple([z.number(), z.number()])),
    withheld: z.array(z.string()),
    values: z.record(z.string(), z.number()),
    // Written by this program and kept as they were; `shape` is what tells one kind of relation from another.
    ties: z.array(
      z.custom<RelationBody>((body) => z.looseObject({ shape: z.string() }).safeParse(body).success),
    ),
  }),
});

/** Told before each round of choosing and auditing; resolves to false to stop. */
export type OnRound = (words: string) => Promise<boolean>;

const unwatched: OnRound = async () => true;

/**
 * Throws the problem `unsafe-edition` where no edition passes the disclosure audit, `cancelled` where the work was
 * stopped; nothing is published then.
 */
export async function published(
  session: Session,
  state: BoardState,
  pack: Pack,
  onRound: OnRound = unwatched,
): Promise<PublicEdition> {
  const { relations, variables } = deriveRelations(state);
  const { definition, returns, figures } = state;
  const rounds = publicRounds(pack, {
    definition,
    returns,
    figures,
    relations,
    variables,
    issued: issuedBefore(session),
  });
  let words = 'Choosing what to withhold, and trying to work it out again';
  for (;;) {
    if (!(await onRound(words)))
      throw new Problem('cancelled', 'The work was stopped. No public edition was made.');
    const round = nextRound(rounds);
    if (round.done) return round.value;
    if (round.value.kind === 'passed') return round.value.edition;
    const left = round.value.failures.length;
    const numbers = left === 1 ? 'one number' : `${left} numbers`;
    words = `${round.value.leaving ? 'Leaving tables out to protect' : 'Protecting'} ${numbers} that could still be worked out`;
  }
}

function nextRound(rounds: ReturnType<typeof publicRounds>): ReturnType<typeof rounds.next> {
  try {
    return rounds.next();
  } catch (error) {
    if (error instanceof UnsafeEdition) throw new Problem('unsafe-edition', error.message);
    throw error;
  }
}

/** What is public cannot be taken back: a pack issued without a list of its figures stops every later one. */
function issuedBefore({ board }: Session): readonly Disclosed[] {
  return issuedPacks(board, 'public').map(({ id, published: said }) => {
    const parsed = publishedSchema.safeParse(said);
    if (parsed.success) return parsed.data.disclosed;
    throw new Problem(
      'no-figures',
      `Public pack number ${id} was issued without a list of its figures, so a new one cannot be checked against it.`,
    );
  });
}
