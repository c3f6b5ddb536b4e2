/** The public edition of a pack, with every public edition already issued held as it went out. */
import { z } from 'zod';
import { issuedPacks } from '#db/table/pack.ts';
import { Problem } from '#electron/service/problem.ts';
import type { Session } from '#electron/service/session.ts';
import type { BoardState } from '#electron/service/state.ts';
import { type PublicEdition, publicEdition, UnsafeEdition } from '#shared/edition/public.ts';
import type { Disclosed, Pack } from '#shared/pack/document.ts';
import { deriveRelations } from '#shared/relation/derive.ts';

const publishedSchema = z.looseObject({
  disclosed: z.object({ printed: z.array(z.string()), withheld: z.array(z.string()) }),
});

/** Throws the problem `unsafe-edition` where no edition passes the disclosure audit; nothing is published then. */
export function published(session: Session, state: BoardState, pack: Pack): PublicEdition {
  const { relations, variables } = deriveRelations(state);
  const { definition, returns, figures } = state;
  const issued = issuedBefore(session);
  try {
    return publicEdition(pack, { definition, returns, figures, relations, variables, issued });
  } catch (error) {
    if (error instanceof UnsafeEdition) throw new Problem('unsafe-edition', error.message);
    throw error;
  }
}

/** What is public cannot be taken back: a pack issued without a list of its figures stops every later one. */
function issuedBefore({ board }: Session): readonly Disclosed[] {
  return issuedPacks(board)
    .filter(({ edition }) => edition === 'public')
    .map(({ id, published: said }) => {
      const parsed = publishedSchema.safeParse(said);
      if (parsed.success) return parsed.data.disclosed;
      throw new Problem(
        'no-figures',
        `Public pack number ${id} was issued without a list of its figures, so a new one cannot be checked against it.`,
      );
    });
}
