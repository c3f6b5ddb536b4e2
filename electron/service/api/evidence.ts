/** The evidence register for the window. */
import type { Handler } from '#electron/service/api/context.ts';
import { board } from '#electron/service/api/context.ts';
import { packFor } from '#electron/service/api/packs.ts';
import { evidenceFile } from '#electron/service/evidence.ts';

export const evidence: Handler<'pack.evidence'> = async ({ period }, context) => {
  const { session } = board(context);
  const { name, bytes } = await evidenceFile(session, await packFor(session, period, 'board'));
  return { name, bytes: Buffer.from(bytes).toString('base64') };
};
