/** The board's definition: read, and replaced by one that is sound. */
import { commit } from '#db/commit.ts';
import { board, type HandlersOf } from '#electron/service/api/context.ts';
import { stamp } from '#electron/service/clock.ts';
import { parseDefinition } from '#shared/definition/schema.ts';

export const definitionHandlers: HandlersOf<'definition'> = {
  'definition.get': (_, context) => board(context).session.definition(),
  'definition.set': ({ definition }, context) => {
    const parsed = parseDefinition(definition);
    if (!parsed.ok) return { problems: parsed.problems };
    commit(board(context).session.board, { kind: 'set-definition', definition: parsed.definition }, stamp());
    return { problems: [] };
  },
};
