/** What is open, sent back to the services: a message each, and their own files with comments on the cells. */
import { fileBytes } from '#db/table/file.ts';
import { currentReturns } from '#db/table/return.ts';
import { commentedFile } from '#electron/export/comments/comments.ts';
import { writeList } from '#electron/export/comments/list.ts';
import type { Signature } from '#electron/export/comments/note.ts';
import { type FileNotes, notesByFile } from '#electron/export/comments/points.ts';
import { queryDocument } from '#electron/service/api/query-file.ts';
import { shaOf } from '#electron/service/api/sources.ts';
import { inFolder, makeFolder, writeWhole } from '#electron/service/disk.ts';
import { Problem } from '#electron/service/problem.ts';
import type { Session } from '#electron/service/session.ts';
import { boardFindings, findingsFor } from '#electron/service/state.ts';
import type { SettledFinding } from '#shared/decision/apply.ts';
import type { BoardDefinition } from '#shared/definition/definition.ts';
import type { Finding, FindingCell } from '#shared/finding/finding.ts';
import { type ProviderQuery, providerQueries } from '#shared/finding/query.ts';
import type { ReturnVersion } from '#shared/operation/stored.ts';
import { dueDate } from '#shared/period/due.ts';
import { parsePeriod } from '#shared/period/period.ts';

export interface QueriesRequest {
  readonly period: string;
  /** One provider's code; null for every provider with something open. */
  readonly provider: string | null;
  /** Who the comments are from; `Board administrator` where nobody is named. */
  readonly by: string | null;
}

interface Queries {
  readonly provider: string;
  readonly name: string;
  readonly points: number;
  /** Points that stand on a cell of a returned file. */
  readonly onCells: number;
  /** What could not be done as usual: files that carry no comments, and what was written instead. */
  readonly notes: readonly string[];
}

interface QueryPart {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What goes to one service: a message as text and as a Word document, and its own files with comments. */
export interface ComposedQueries extends Queries {
  readonly files: readonly QueryPart[];
}

export interface WrittenQueries extends Queries {
  /** Paths of what was written. */
  readonly files: readonly string[];
}

interface Attachment {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly note: string | null;
}

/**
 * What goes to each provider with open findings. The board's own compiled tables are nobody's return and are left out.
 * The same board gives the same bytes. Throws a `Problem` for a period or provider it does not know.
 */
export async function composeQueries(
  session: Session,
  { period, provider, by }: QueriesRequest,
): Promise<readonly ComposedQueries[]> {
  const state = await boardFindings(session);
  const { definition } = state;
  known(definition, period, provider);
  const asked = findingsFor(state, period).filter(
    (finding) => isOpen(finding) && isAsked(definition, finding, provider),
  );
  const signature: Signature = { author: by?.trim() || 'Board administrator', date: dueDate(period, 0) };
  const composed: ComposedQueries[] = [];
  for (const query of providerQueries(definition, asked, period)) {
    const findings = asked.filter((finding) => finding.provider === query.provider);
    const files = notesByFile(findings, fileFinder(session, query.provider));
    const attachments = await attachmentsOf(session, files, period, signature);
    composed.push({
      provider: query.provider,
      name: query.name,
      points: findings.length,
      onCells: new Set(files.flatMap((file) => file.findings)).size,
      files: await partsOf(query, attachments, definition, period),
      notes: attachments.flatMap(({ note }) => note ?? []),
    });
  }
  return composed;
}

/** Writes a folder for each provider with open findings. */
export async function writeQueries(
  session: Session,
  { out, ...request }: QueriesRequest & { readonly out: string },
): Promise<readonly WrittenQueries[]> {
  const composed = await composeQueries(session, request);
  return composed.map((query) => {
    const folder = inFolder(out, safe(query.name));
    makeFolder(folder);
    return {
      ...query,
      files: query.files.map(({ name, bytes }) => {
        const file = inFolder(folder, name);
        writeWhole(file, bytes);
        return file;
      }),
    };
  });
}

function known(definition: BoardDefinition, period: string, provider: string | null): void {
  if (parsePeriod(period)?.kind !== 'quarter') {
    throw new Problem('period', `“${period}” is not a quarter. Write it as 2020-21 Q1.`);
  }
  const codes = definition.providers.filter(({ compiles }) => !compiles).map(({ code }) => code);
  if (provider === null || codes.includes(provider)) return;
  throw new Problem(
    'provider',
    `There is no service “${provider}” to ask. The services are: ${codes.join(', ')}.`,
  );
}

function isOpen({ status }: SettledFinding): boolean {
  return status === 'open' || status === 'review';
}

function isAsked({ providers }: BoardDefinition, finding: Finding, only: string | null): boolean {
  if (finding.provider === null || (only !== null && finding.provider !== only)) return false;
  return !providers.some(({ code, compiles }) => compiles && code === finding.provider);
}

/** The return that counts and holds a cell: by the file's hash where the cell asserts something, else by name. */
function fileFinder(
  session: Session,
  provider: string,
): (cell: FindingCell, finding: Finding) => ReturnVersion | null {
  const own = currentReturns(session.board).filter((version) => version.provider === provider);
  return ({ ref, assertion }, { period }) => {
    const sha256 = shaOf(assertion);
    const named = own.filter((version) => (sha256 ? version.sha256 === sha256 : version.name === ref.file));
    return named.find((version) => version.period === period) ?? named[0] ?? null;
  };
}

async function attachmentsOf(
  session: Session,
  files: readonly FileNotes<ReturnVersion>[],
  period: string,
  signature: Signature,
): Promise<readonly Attachment[]> {
  const definition = session.definition();
  const attachments: Attachment[] = [];
  for (const { file, notes } of files) {
    const stored = fileBytes(session.board, file.sha256);
    if (!stored)
      throw new Problem('file-missing', `The board no longer holds the file ${file.name}. Restore a backup.`);
    const { bytes, unplaced } = commentedFile(file.name, stored, notes, signature);
    const [ownName, extension] = nameParts(file.name);
    const stem = ownName.replace(SENT_BEFORE, '');
    const version = file.period === period ? 'queries' : `queries, ${file.period}`;
    if (bytes) attachments.push({ name: `${stem} (${version})${extension}`, bytes, note: null });
    if (unplaced.length === 0) continue;
    const name = `${stem} (list of ${version}).xlsx`;
    const list = await writeList({ file: file.name, period: file.period, definition }, unplaced, signature);
    attachments.push({ name, bytes: list, note: listNote(file.name, name, unplaced.length, bytes !== null) });
  }
  return attachments;
}

/** A file that was sent back and has come in again is not named so twice. */
const SENT_BEFORE = /(?: \(queries[^()]*\))+$/;

function listNote(file: string, list: string, count: number, partly: boolean): string {
  const cells = count === 1 ? '1 cell' : `${count} cells`;
  return partly
    ? `${cells} of ${file} could not be given a comment and ${count === 1 ? 'is' : 'are'} listed in ${list}.`
    : `${file} is of a kind that carries no comments; ${cells} of it ${count === 1 ? 'is' : 'are'} listed in ${list}.`;
}

/** The message as text and as a Word document, then the files; names that differ from one another. */
async function partsOf(
  query: ProviderQuery,
  attachments: readonly Attachment[],
  definition: BoardDefinition,
  period: string,
): Promise<readonly QueryPart[]> {
  const message = { ...query, text: query.text + attached(attachments) };
  const document = await queryDocument(message, definition, period);
  const stem = document.name.replace(/\.docx$/, '');
  const parts: readonly QueryPart[] = [
    { name: `${stem}.txt`, bytes: Buffer.from(`${message.subject}\n\n${message.text}`, 'utf8') },
    { name: document.name, bytes: Buffer.from(document.bytes, 'base64') },
    ...attachments,
  ];
  const taken = new Set<string>();
  return parts.map(({ name, bytes }) => ({ name: freeName(safe(name), taken), bytes }));
}

function attached(attachments: readonly Attachment[]): string {
  const named = (lists: boolean) =>
    attachments.filter(({ note }) => (note !== null) === lists).map(({ name }) => name);
  const [copies, lists] = [named(false), named(true)].map((names) => names.join('; '));
  const said = [
    copies &&
      `The points stand as comments on the cells they are about in: ${copies}. You can correct the figures there and send the file back.`,
    lists &&
      `The cells of files that carry no comments are listed in: ${lists}. Please correct them in your own file and send that back.`,
  ];
  return said.map((each) => (each ? `\n${each}\n` : '')).join('');
}

/** Names that differ also where the system takes capitals and small letters for the same. */
function freeName(name: string, taken: Set<string>): string {
  const [stem, extension] = nameParts(name);
  for (let n = 1; ; n++) {
    const free = n === 1 ? name : `${stem} ${n}${extension}`;
    if (taken.has(free.toLowerCase())) continue;
    taken.add(free.toLowerCase());
    return free;
  }
}

function nameParts(name: string): readonly [stem: string, extension: string] {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
}

/** A name every system takes; never one that leads out of the folder. */
function safe(name: string): string {
  const plain = name
    .replace(/[<>:"/\\|?*\p{Cc}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return plain.replace(/^\.+/, '').replace(/[. ]+$/, '') || 'Service';
}
