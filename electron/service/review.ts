/** Review copies: made, read, and merged back into the board they were made from. */
import { randomUUID } from 'node:crypto';
import { commit } from '#db/commit.ts';
import type { Board, ReadDb } from '#db/handle.ts';
import { closeBoard, createBoard, openBoard } from '#db/open.ts';
import { setting, settings } from '#db/table/setting.ts';
import { stamp } from '#electron/service/clock.ts';
import { inFolder, readBytes, removeTree, temporaryFolder, writeWhole } from '#electron/service/disk.ts';
import { houseStyle } from '#electron/service/house.ts';
import { Problem } from '#electron/service/problem.ts';
import type { Session } from '#electron/service/session.ts';
import { HOUSE_SETTING } from '#shared/house/house.ts';
import type { Json } from '#shared/operation/json.ts';
import type { Pack } from '#shared/pack/document.ts';
import {
  COPY,
  COPY_PACK,
  mergeComments,
  type ReviewRound,
  ROUND,
  roundSchema,
} from '#shared/review/review.ts';

/** Short enough to be said on the telephone, long enough not to be guessed. */
export const LEAST_PASSPHRASE = 8;

/** The round a board is a copy of; null for a board proper. */
export function copyOf(db: ReadDb): ReviewRound | null {
  const id = setting(db, COPY);
  return typeof id === 'string' ? roundOf(db, id) : null;
}

function roundOf(db: ReadDb, id: string): ReviewRound | null {
  const parsed = roundSchema.safeParse(setting(db, `${ROUND}${id}`));
  return parsed.success ? parsed.data : null;
}

/** All rounds of a board, oldest first. */
export function roundsOf(db: ReadDb): readonly ReviewRound[] {
  return Object.entries(settings(db))
    .flatMap(([name, value]) => (name.startsWith(ROUND) ? (roundSchema.safeParse(value).data ?? []) : []))
    .sort((a, b) => (a.at < b.at ? -1 : 1));
}

export function keepRound(board: Board, round: ReviewRound): void {
  set(board, `${ROUND}${round.id}`, round);
}

function set(board: Board, name: string, value: unknown): void {
  const plain = JSON.parse(JSON.stringify(value)) as Json;
  commit(board, { kind: 'set-setting', name, value: plain }, stamp());
}

/** The pack a copy holds. */
export function packIn(db: ReadDb): Pack {
  const pack = setting(db, COPY_PACK);
  if (pack === null) throw new Problem('not-a-copy', 'This board is no copy for review.');
  return pack as unknown as Pack;
}

/**
 * Writes an encrypted copy of the pack and notes on the board that it was sent. The copy holds the pack, the house
 * style and the definition's words; no return, no cell, no decision, nothing of history.
 */
export function makeCopy(session: Session, pack: Pack, passphrase: string): Uint8Array {
  if (passphrase.trim().length < LEAST_PASSPHRASE) {
    throw new Problem(
      'passphrase',
      `A copy leaves the house, so its passphrase needs at least ${LEAST_PASSPHRASE} characters. Three or four words are good.`,
    );
  }
  const round: ReviewRound = { id: randomUUID(), period: pack.period, ...stamp(), comments: [] };
  const folder = temporaryFolder();
  try {
    const path = inFolder(folder, 'review.eoc');
    const copy = createBoard(path, { definition: session.definition(), passphrase, ...stamp() });
    try {
      set(copy, COPY_PACK, pack);
      set(copy, HOUSE_SETTING, houseStyle(session));
      keepRound(copy, round);
      set(copy, COPY, round.id);
    } finally {
      closeBoard(copy);
    }
    const bytes = readBytes(path);
    keepRound(session.board, round);
    return bytes;
  } finally {
    removeTree(folder);
  }
}

/** Takes the comments of a copy onto the board. Throws `not-a-copy`, `other-board`, and what opening a board throws. */
export function mergeCopy(session: Session, bytes: Uint8Array, passphrase: string | null) {
  const theirs = readCopy(bytes, passphrase);
  const mine = roundOf(session.board, theirs.id);
  if (!mine) {
    throw new Problem(
      'other-board',
      'That copy was not sent from this board, or its sending was undone. Open the board it was sent from.',
    );
  }
  const { comments, added, changed } = mergeComments(mine.comments, theirs.comments);
  if (added + changed > 0) keepRound(session.board, { ...mine, comments });
  return { period: mine.period, added, changed };
}

function readCopy(bytes: Uint8Array, passphrase: string | null): ReviewRound {
  const folder = temporaryFolder();
  try {
    const path = inFolder(folder, 'reviewed.eoc');
    writeWhole(path, bytes);
    const copy = openBoard(path, { passphrase, readOnly: true });
    try {
      const round = copyOf(copy);
      if (round) return round;
    } finally {
      closeBoard(copy);
    }
  } finally {
    removeTree(folder);
  }
  throw new Problem('not-a-copy', 'That file is no reviewed copy. Choose the file the reviewer sent back.');
}
