/**
 * Files read but not yet on the board: what was recognised in them, corrected until the person accepts it.
 * Nothing here touches the board.
 */
import { createHash, randomUUID } from 'node:crypto';
import { returnsFrom } from '#db/table/return.ts';
import { readReturn } from '#electron/import/read.ts';
import { currentQuarter } from '#electron/service/clock.ts';
import { hintsFor, workingQuarter } from '#electron/service/placing.ts';
import type { Session } from '#electron/service/session.ts';
import type { Correction, StagedFile } from '#shared/api/api.ts';
import type { Reading } from '#shared/grid/grid.ts';
import { memoryKey, recogniseReturn } from '#shared/meaning/recognise.ts';
import type { Hints, Recognition } from '#shared/meaning/understood.ts';
import { periodEnd } from '#shared/period/period.ts';

export interface Staged {
  readonly id: string;
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly content: Content;
  readonly correction: Correction;
}

type Content =
  | { readonly kind: 'read'; readonly reading: Reading; readonly recognition: Recognition }
  | { readonly kind: 'unreadable'; readonly why: string };

/** Reads a file and recognises what it can. A file that cannot be read is staged with the reason. */
export async function stage(session: Session, file: string, bytes: Uint8Array): Promise<Staged> {
  const read = await readReturn(file, bytes);
  const staged = { id: randomUUID(), file, bytes, sha256: sha256Of(bytes), correction: {} };
  if (!read.ok) return { ...staged, content: { kind: 'unreadable', why: read.error.message } };
  const { reading } = read;
  return { ...staged, content: { kind: 'read', reading, recognition: recognised(session, reading, {}) } };
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The file recognised again under its corrections so far and `more`. */
export function corrected(session: Session, staged: Staged, more: Correction): Staged {
  const correction: Correction = {
    ...staged.correction,
    ...more,
    memory: { ...staged.correction.memory, ...more.memory },
  };
  const { content } = staged;
  if (content.kind === 'unreadable') return { ...staged, correction };
  const recognition = recognised(session, content.reading, correction);
  return { ...staged, correction, content: { ...content, recognition } };
}

/** As the board would read it now: the definition or what is remembered may have changed since. */
export function again(session: Session, staged: Staged): Staged {
  return corrected(session, staged, {});
}

/** A file that names no quarter takes the one the board is working on; the evidence says so. */
function recognised(session: Session, reading: Reading, correction: Correction): Recognition {
  const { provider, period } = correction;
  const hints = hintsFor(session, { ...(provider ? { provider } : {}), ...(period ? { period } : {}) });
  const answers = taught(correction);
  const memory = Object.fromEntries(
    answers.flatMap(([label, code]) => (code === null ? [] : [[label, code]])),
  );
  const withdrawn = new Set(answers.flatMap(([label, code]) => (code === null ? [label] : [])));
  const around = workingQuarter(session);
  return recogniseReturn(reading, session.definition(), {
    ...hints,
    memory,
    taught: without(hints.taught ?? {}, withdrawn),
    ...(around ? { around } : {}),
  });
}

/** What providers taught, without the answers withdrawn just now. */
function without(taughtBefore: NonNullable<Hints['taught']>, labels: ReadonlySet<string>): Hints['taught'] {
  const kept = (own: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(own).filter(([label]) => !labels.has(label)));
  return Object.fromEntries(Object.entries(taughtBefore).map(([provider, own]) => [provider, kept(own)]));
}

/** The corrections of labels, each under the key it is remembered by. */
export function taught({ memory = {} }: Correction): readonly (readonly [string, string | null])[] {
  return Object.entries(memory).map(([label, code]) => [memoryKey(label) || label, code]);
}

type Objection = Pick<StagedFile, 'objection' | 'needs'>;

/** Why it cannot go on the board as it stands, and what would help. */
export function objectionTo(session: Session, { file, content }: Staged): Objection {
  if (content.kind === 'unreadable') return { objection: content.why, needs: 'other-file' };
  const { provider, period, tables } = content.recognition;
  if (tables.length === 0) {
    const objection = `${file} holds no table that could be read. Check that it is the return itself.`;
    return { objection, needs: 'other-file' };
  }
  if (!session.definition().providers.some((known) => known.code === provider)) {
    return { objection: `${file} does not say whose return it is. Choose the provider.`, needs: 'provider' };
  }
  if (!period) {
    return { objection: `${file} does not say which quarter it is for. Choose it.`, needs: 'period' };
  }
  return (periodEnd(period) ?? 0) > (periodEnd(currentQuarter()) ?? 0)
    ? {
        objection: `${file} says it is for ${period}, which has not begun. Choose the right quarter.`,
        needs: 'period',
      }
    : { objection: null, needs: null };
}

/** The staged file as the window sees it. */
export function stagedFile(session: Session, staged: Staged): StagedFile {
  const { id, file, content, correction } = staged;
  const read = content.kind === 'read' ? content : null;
  return {
    id,
    file,
    provider: read?.recognition.provider ?? null,
    period: read?.recognition.period ?? null,
    evidence: read?.recognition.evidence ?? [],
    tables: read?.recognition.tables ?? [],
    grids: read?.reading.grids ?? [],
    warnings: read?.reading.warnings ?? [],
    ...objectionTo(session, staged),
    note: noteOn(session, staged),
    correction,
  };
}

/** What is on the board already for the same provider and quarter. */
function noteOn({ board }: Session, { sha256, content }: Staged): string | null {
  if (content.kind === 'unreadable') return null;
  const { provider, period } = content.recognition;
  if (!provider || !period) return null;
  const family = returnsFrom(board, provider, period).filter((version) => version.status === 'current');
  const same = family.find((version) => version.sha256 === sha256);
  if (same) return `This very file is on the board already, as version ${same.version}.`;
  if (family.length === 0) return null;
  const names = family.map((version) => `${version.name} (version ${version.version})`).join(', ');
  return `On the board for this provider and quarter: ${names}. The same return again replaces it; a different one stands beside it.`;
}
