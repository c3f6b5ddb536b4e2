/**
 * Exempt documents: added, settled hit by hit, put in the board edition, taken away.
 *
 * The board's history is never rewritten, so nothing unsettled is written to it: a document waits in memory, and what
 * goes on the board is its text without what was masked, under a title that was checked too.
 */
import { randomUUID } from 'node:crypto';
import { commit } from '#db/commit.ts';
import { sha256Of } from '#db/table/file.ts';
import { setting } from '#db/table/setting.ts';
import { wordsOf } from '#electron/import/exempt/text.ts';
import { ReadProblem } from '#electron/import/problem.ts';
import { board, type Context, type HandlersOf, type OpenBoard } from '#electron/service/api/context.ts';
import { stamp } from '#electron/service/clock.ts';
import { checked, exemptFor } from '#electron/service/exempt.ts';
import { Problem } from '#electron/service/problem.ts';
import type { Session } from '#electron/service/session.ts';
import type { ExemptView } from '#shared/api/api.ts';
import {
  type CheckedDocument,
  EXEMPT,
  type ExemptDocument,
  exemptSchema,
  keptDocument,
  neutralTitle,
  type Settling,
  unsettled,
} from '#shared/exempt/document.ts';
import { type Hit, TITLE } from '#shared/exempt/identify.ts';
import { vocabularyOf } from '#shared/exempt/names.ts';
import type { Json } from '#shared/operation/json.ts';

export const exemptHandlers: HandlersOf<'exempt'> = {
  'exempt.list': ({ period }, context) => viewsOf(board(context), period),
  'exempt.add': ({ period, title, reason, file }, context) => {
    const open = board(context);
    const bytes = Buffer.from(file.bytes, 'base64');
    const paragraphs = read(file.name, bytes);
    const id = randomUUID();
    const taken = viewsOf(open, period).map((one) => one.title);
    const document = {
      ...{ id, period, title: title ?? neutralTitle(taken), reason, paragraphs },
      ...{ sha256: sha256Of(bytes), settled: {} },
    };
    stage(context, document, file.name);
    return { id };
  },
  'exempt.settle': ({ id, hits, as }, context) => {
    const open = board(context);
    const staged = open.exempt.get(id);
    if (staged) stage(context, settledAs(staged.document, hits, as), staged.file);
    else keep(open.session, settledAs(documentOf(open.session, id), hits, as));
    return null;
  },
  'exempt.include': ({ id }, context) => {
    const { session, exempt } = board(context);
    const document = exempt.get(id)?.document;
    if (!document) throw noDocument();
    const found = checked(session, document);
    if (unsettled(document, found.hits).length > 0) throw stillOpen();
    keep(session, keptDocument(found, vocabularyOf(session.definition())));
    exempt.delete(id);
    return null;
  },
  'exempt.remove': ({ id }, context) => {
    const { session, exempt } = board(context);
    if (exempt.delete(id)) changed(context);
    else {
      documentOf(session, id);
      commit(session.board, { kind: 'set-setting', name: `${EXEMPT}${id}`, value: null }, stamp());
    }
    return null;
  },
};

function stage(context: Context, document: ExemptDocument, file: string): void {
  board(context).exempt.set(document.id, { document, file });
  changed(context);
}

function changed({ emit }: Context): void {
  emit({ kind: 'changed', tables: ['exempt'] });
}

function settledAs(document: ExemptDocument, hits: readonly string[], as: Settling | null): ExemptDocument {
  const others = Object.entries(document.settled).filter(([hit]) => !hits.includes(hit));
  const settled = Object.fromEntries([...others, ...(as ? hits.map((hit) => [hit, as] as const) : [])]);
  return { ...document, settled };
}

function read(name: string, bytes: Uint8Array): readonly string[] {
  try {
    return wordsOf(name, bytes);
  } catch (error) {
    if (error instanceof ReadProblem) throw new Problem(error.code, error.message);
    throw error;
  }
}

function noDocument(): Problem {
  return new Problem('no-document', 'That document is no longer on the board. Add it again.');
}

function stillOpen(): Problem {
  return new Problem('unsettled', 'Accept or mask everything that was found in the document first.');
}

function documentOf({ board: open }: Session, id: string): ExemptDocument {
  const parsed = exemptSchema.safeParse(setting(open, `${EXEMPT}${id}`));
  if (parsed.success) return parsed.data;
  throw noDocument();
}

function keep({ board: open }: Session, document: ExemptDocument): void {
  const value = JSON.parse(JSON.stringify(document)) as Json;
  commit(open, { kind: 'set-setting', name: `${EXEMPT}${document.id}`, value }, stamp());
}

function viewsOf({ session, exempt }: OpenBoard, period: string): readonly ExemptView[] {
  const kept = exemptFor(session, period).map((one) =>
    viewOf(one, null, unsettled(one.document, one.hits).length === 0 ? 'in' : 'open'),
  );
  const staged = [...exempt.values()]
    .filter(({ document }) => document.period === period)
    .map(({ document, file }) => viewOf(checked(session, document), file, 'staged'));
  return [...kept, ...staged];
}

function viewOf(
  { document, hits }: CheckedDocument,
  file: string | null,
  state: ExemptView['state'],
): ExemptView {
  const { id, title, reason, sha256 } = document;
  return { ...{ id, title, reason, file, sha256, state }, hits: hits.map((hit) => hitView(document, hit)) };
}

/** Letters of the paragraph shown on either side of a hit. */
const AROUND = 60;

function hitView({ title, paragraphs, settled }: ExemptDocument, hit: Hit): ExemptView['hits'][number] {
  const { id, kind, text: said, start, end } = hit;
  const place = hit.paragraph === TITLE ? 'title' : 'text';
  const text = place === 'title' ? title : (paragraphs[hit.paragraph] ?? '');
  const before = text.slice(Math.max(0, start - AROUND), start);
  const after = text.slice(end, end + AROUND);
  return { id, kind, place, text: said, before, after, settled: settled[id] ?? null };
}
