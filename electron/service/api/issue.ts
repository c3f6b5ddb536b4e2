/** Issuing a pack: its files and the figures in them are kept for good. */
import { commit } from '#db/commit.ts';
import { fileBytes, sha256Of } from '#db/table/file.ts';
import { issuedPacks } from '#db/table/pack.ts';
import { stamp } from '#electron/service/clock.ts';
import { Problem } from '#electron/service/problem.ts';
import type { Session } from '#electron/service/session.ts';
import { boardState } from '#electron/service/state.ts';
import type { ExportedFile, VerifiedFile } from '#shared/api/api.ts';
import { recordOf } from '#shared/comparison/record.ts';
import { objectionTo } from '#shared/decision/reason.ts';
import type { Disclosed } from '#shared/disclosure/issued.ts';
import { tellsNumber } from '#shared/edition/words.ts';
import type { IssuedPack } from '#shared/operation/stored.ts';
import type { Pack } from '#shared/pack/document.ts';
import { withOverride } from '#shared/pack/override.ts';
import { publishedFigures } from '#shared/pack/published.ts';

/** A pack about to go out; a public one with what the editions after it must know. */
export interface Outgoing {
  readonly pack: Pack;
  readonly disclosed: Disclosed | null;
}

/**
 * The pack as it may go out: with the reason printed where something stands in its way. Throws the problem
 * `open-findings` where no reason is given, `reason` where it says nothing or cannot be printed.
 */
export function readyToIssue(pack: Pack, objections: readonly string[], override: string | null): Pack {
  if (objections.length === 0) return pack;
  const reason = checkedOverride(objections, override);
  if (pack.edition === 'public' && tellsNumber(reason)) {
    throw new Problem(
      'reason',
      'The reason is printed in the public edition, where no number may stand that is not protected. Give it without numbers.',
    );
  }
  return withOverride(pack, { reason, objections });
}

/** Issues a pack that is ready to. */
export async function issue(
  session: Session,
  { pack, disclosed }: Outgoing,
  objections: readonly string[],
  override: string | null,
  write: () => Promise<readonly ExportedFile[]>,
): Promise<IssuedPack> {
  const made = (await write()).map(({ name, bytes }) => ({ name, bytes: Buffer.from(bytes, 'base64') }));
  const files = made.map(({ name, bytes }) => ({ name, sha256: sha256Of(bytes), size: bytes.length }));
  const figures = publishedFigures(pack);
  const { edition, period } = pack;
  const record = recordOf(pack, await boardState(session));
  const said = { figures, disclosed, record };
  const published = objections.length > 0 ? { ...said, override: override ?? '', objections } : said;
  const done = commit(
    session.board,
    { kind: 'issue-pack', edition, period, files, published: JSON.parse(JSON.stringify(published)) },
    stamp(),
    { files: made.map(({ bytes }) => bytes), assertions: [] },
  );
  return issuedPack(session, Number(done.subject));
}

function checkedOverride(objections: readonly string[], override: string | null): string {
  if (override === null) {
    throw new Problem(
      'open-findings',
      `${objections.join(' ')} Settle them, or issue the pack with a reason why it goes out all the same.`,
    );
  }
  const why = objectionTo(override, 'full');
  if (why) throw new Problem('reason', why);
  return override.trim();
}

export function issuedList(session: Session): readonly IssuedPack[] {
  return issuedPacks(session.board);
}

/** Throws the problem `no-pack`. */
export function issuedPack(session: Session, id: number): IssuedPack {
  const found = issuedPacks(session.board).find((pack) => pack.id === id);
  if (found) return found;
  throw new Problem('no-pack', `This board has issued no pack number ${id}.`);
}

export function issuedFile(session: Session, id: number, name: string): ExportedFile {
  const file = issuedPack(session, id).files.find((one) => one.name === name);
  const bytes = file && fileBytes(session.board, file.sha256);
  if (!bytes) throw new Problem('file-missing', `That pack has no file ${name}.`);
  return { name, bytes: Buffer.from(bytes).toString('base64') };
}

/** Whether the bytes kept of each file still have the hash they were issued under. */
export function verified(session: Session, id: number): readonly VerifiedFile[] {
  return issuedPack(session, id).files.map(({ name, sha256, size }) => {
    const bytes = fileBytes(session.board, sha256);
    return { name, sha256, size, intact: bytes !== null && sha256Of(bytes) === sha256 };
  });
}
