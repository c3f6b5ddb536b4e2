/** Returns on the board: their versions, the files as received, withdrawal. */
import { commit } from '#db/commit.ts';
import { fileBytes } from '#db/table/file.ts';
import { allReturns, returnById } from '#db/table/return.ts';
import { board, type HandlersOf, type OpenBoard } from '#electron/service/api/context.ts';
import { readingOf } from '#electron/service/api/sources.ts';
import { stamp } from '#electron/service/clock.ts';
import { Problem } from '#electron/service/problem.ts';
import { understoodReturns } from '#electron/service/understand.ts';
import type { ReturnView } from '#shared/api/api.ts';
import type { ReturnVersion } from '#shared/operation/stored.ts';

export const returnHandlers: HandlersOf<'return'> = {
  'return.list': (_, context) => allReturns(board(context).session.board),
  'return.withdraw': ({ id, why, reinstate }, context) => {
    const { session } = board(context);
    commit(session.board, { kind: 'withdraw-return', id, why, reinstate }, stamp());
    return null;
  },
  'return.view': ({ id }, context) => view(board(context), id),
  'return.file': ({ id }, context) => {
    const open = board(context);
    const { name, sha256 } = known(open, id);
    const bytes = fileBytes(open.session.board, sha256);
    if (!bytes) throw new Problem('file-missing', `The board no longer holds ${name}. Restore a backup.`);
    return { name, bytes: Buffer.from(bytes).toString('base64') };
  },
};

function known({ session }: OpenBoard, id: number): ReturnVersion {
  const version = returnById(session.board, id);
  if (version) return version;
  throw new Problem('no-return', `This board has no return number ${id}. It may have been undone.`);
}

/** A version that no longer counts is shown as sent, without what was understood of it. */
async function view(open: OpenBoard, id: number): Promise<ReturnView> {
  const version = known(open, id);
  const { grids } = await readingOf(open.session, version);
  const returns = await understoodReturns(open.session);
  const understood = returns.find(
    ({ ref }) =>
      ref.sha256 === version.sha256 && ref.provider === version.provider && ref.period === version.period,
  );
  return { version, grids, tables: understood?.tables ?? [] };
}
