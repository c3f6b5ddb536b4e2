/** Staging, correcting and accepting returns. Nothing enters the board before it is accepted. */
import { backupBoard } from '#db/backup/backup.ts';
import { commit } from '#db/commit.ts';
import { memory } from '#db/table/memory.ts';
import { currentReturns } from '#db/table/return.ts';
import { noteSettled } from '#electron/service/answers.ts';
import { board, type Context, type HandlersOf, type OpenBoard } from '#electron/service/api/context.ts';
import {
  again,
  corrected,
  objectionTo,
  type Staged,
  stage,
  stagedFile,
  taught,
} from '#electron/service/api/staging.ts';
import { findingsOf } from '#electron/service/api/state.ts';
import { stamp } from '#electron/service/clock.ts';
import { type ImportedFile, storeReturn } from '#electron/service/import.ts';
import { Problem, plainMessage } from '#electron/service/problem.ts';
import type { Answer, Correction, GivenFile, StagedFile } from '#shared/api/api.ts';
import type { AxisReading } from '#shared/definition/definition.ts';
import type { Finding } from '#shared/finding/finding.ts';
import { countOf, quote } from '#shared/finding/words.ts';
import { TAUGHT_ASIDE, TAUGHT_ITEM } from '#shared/meaning/taught.ts';

type Accepted = Answer<'import.accept'>[number];

export const importHandlers: HandlersOf<'import'> = {
  'import.staged': (_, context) => {
    const { session, staged } = board(context);
    return [...staged.values()].map((one) => stagedFile(session, one));
  },
  'import.stage': ({ files }, context) => stageAll(files, context),
  'import.correct': ({ id, correction }, context) => {
    const open = board(context);
    checkCodes(open, correction);
    const next = corrected(open.session, known(open, id), correction);
    open.staged.set(id, next);
    changed(context);
    return stagedFile(open.session, next);
  },
  'import.accept': ({ ids }, context) => acceptAll(ids, context),
  'import.discard': ({ ids }, context) => {
    for (const id of ids) board(context).staged.delete(id);
    changed(context);
    return null;
  },
  'import.memory': (_, context) => memory(board(context).session.board),
  'import.forget': ({ provider, label }, context) => {
    commit(board(context).session.board, { kind: 'set-memory', provider, label, code: null }, stamp());
    return null;
  },
};

function changed({ emit }: Context): void {
  emit({ kind: 'changed', tables: ['staged'] });
}

/** A label can mean a member of a category set (`source:cp`, `cp`), a table or a line of one, all known to the board. */
function checkCodes({ session }: OpenBoard, { memory: labels = {} }: Correction): void {
  const { sets, tables } = session.definition();
  const members = sets.flatMap(({ code: set, members }) =>
    members.flatMap(({ code }) => [code, `${set}:${code}`]),
  );
  const lines = tables.flatMap(({ rows, columns }) => [...rows, ...columns].flatMap(itemsOf));
  const codes = new Set([...members, ...tables.map(({ code }) => code), ...lines, TAUGHT_ASIDE]);
  const stray = Object.values(labels).find((code) => code !== null && !codes.has(code));
  if (stray)
    throw new Problem(
      'no-code',
      `This board has no table, category or line “${stray}”. Choose one from the list.`,
    );
}

function itemsOf(reading: AxisReading): readonly string[] {
  return reading.kind === 'items' ? reading.items.map(({ label }) => TAUGHT_ITEM + label) : [];
}

function known({ staged }: OpenBoard, id: string): Staged {
  const found = staged.get(id);
  if (found) return found;
  throw new Problem('not-staged', 'That file is no longer waiting to be accepted. Import it again.');
}

/** Reads files and lets them wait to be accepted; stops where the person stops it. */
export async function stageAll(
  files: readonly GivenFile[],
  context: Context,
): Promise<readonly StagedFile[]> {
  const open = board(context);
  const steps = context.tasks.begin('import', files.length);
  const answers: StagedFile[] = [];
  try {
    for (const { name, bytes } of files) {
      if (!(await steps.next(name)) || context.current() !== open) break;
      const staged = await stage(open.session, name, Buffer.from(bytes, 'base64'));
      const same = [...open.staged.values()].find((one) => one.sha256 === staged.sha256 && one.file === name);
      if (!same) open.staged.set(staged.id, staged);
      answers.push(stagedFile(open.session, same ?? staged));
    }
  } finally {
    steps.end();
    changed(context);
  }
  return answers;
}

async function acceptAll(ids: readonly string[], context: Context): Promise<Answer<'import.accept'>> {
  const open = board(context);
  const steps = context.tasks.begin('accept', ids.length);
  const answers: Answer<'import.accept'>[number][] = [];
  try {
    for (const id of ids) {
      const staged = known(open, id);
      if (!(await steps.next(staged.file)) || context.current() !== open) break;
      const before = replaces(open, staged) ? (await findingsOf(context)).findings : null;
      const answer = acceptOne(open, again(open.session, staged));
      answers.push(before ? await withSettled(context, answer, staged, before) : answer);
    }
  } finally {
    steps.end();
    changed(context);
  }
  return answers.some((answer) => answer.ok) ? [...answers, ...backedUp(open)] : answers;
}

/** Whether a file would come in the place of one on the board. */
function replaces({ session }: OpenBoard, { content }: Staged): boolean {
  if (content.kind === 'unreadable') return false;
  const { provider, period } = content.recognition;
  return currentReturns(session.board).some((one) => one.provider === provider && one.period === period);
}

/** The answer with what the corrected return has settled; the history tells it too. */
async function withSettled(
  context: Context,
  answer: Accepted,
  { file, content }: Staged,
  before: readonly Finding[],
): Promise<Accepted> {
  if (!answer.ok || content.kind === 'unreadable') return answer;
  const { provider, period } = content.recognition;
  const { session } = board(context);
  const version = currentReturns(session.board).find(
    (one) => one.provider === provider && one.period === period && one.name === file,
  )?.version;
  if (provider === null || period === null || version === undefined || version < 2) return answer;
  const { findings } = await findingsOf(context);
  const titles = noteSettled(session, before, findings, { file, provider, period, version });
  if (titles.length === 0) return answer;
  const settled = `It settles ${countOf(titles.length, 'finding')}: ${titles.map(quote).join('; ')}.`;
  return { ...answer, message: `${answer.message} ${settled}` };
}

/** One file is stored whole or not at all, and none on account of another. */
function acceptOne(open: OpenBoard, staged: Staged): Answer<'import.accept'>[number] {
  const { file, content } = staged;
  const { objection } = objectionTo(open.session, staged);
  if (objection || content.kind === 'unreadable') return { file, ok: false, message: objection ?? '' };
  try {
    remember(open, staged, content.recognition.provider ?? '');
    const done = storeReturn(open.session, content.reading, staged.bytes, content.recognition, undefined);
    open.staged.delete(staged.id);
    return { file, ok: true, message: sentence(done) };
  } catch (error) {
    return { file, ok: false, message: plainMessage(error) };
  }
}

/** Labels corrected by hand mean the same the next time this provider uses them. */
function remember({ session }: OpenBoard, { correction }: Staged, provider: string): void {
  for (const [label, code] of taught(correction)) {
    commit(session.board, { kind: 'set-memory', provider, label, code }, stamp());
  }
}

function sentence({ provider, period, version, already, warnings }: ImportedFile): string {
  const said = already
    ? 'was on the board already; nothing was changed.'
    : `is on the board for ${provider}, ${period}, as version ${version}.`;
  return [said, ...warnings].join(' ');
}

/** Said only when it failed: the returns are stored, the copy is not made. */
function backedUp({ session }: OpenBoard): Answer<'import.accept'> {
  const backup = backupBoard(session.board, stamp().at);
  return backup.ok ? [] : [{ file: 'Backup', ok: false, message: backup.message }];
}
