/** Exempt documents: added, settled hit by hit, taken away. */
import { randomUUID } from 'node:crypto';
import { commit } from '#db/commit.ts';
import { sha256Of } from '#db/table/file.ts';
import { setting } from '#db/table/setting.ts';
import { wordsOf } from '#electron/import/exempt/text.ts';
import { ReadProblem } from '#electron/import/problem.ts';
import { board, type HandlersOf } from '#electron/service/api/context.ts';
import { stamp } from '#electron/service/clock.ts';
import { exemptFor } from '#electron/service/exempt.ts';
import { Problem } from '#electron/service/problem.ts';
import type { Session } from '#electron/service/session.ts';
import type { ExemptView } from '#shared/api/api.ts';
import {
  type CheckedDocument,
  EXEMPT,
  type ExemptDocument,
  exemptSchema,
  unsettled,
} from '#shared/exempt/document.ts';
import type { Json } from '#shared/operation/json.ts';

export const exemptHandlers: HandlersOf<'exempt'> = {
  'exempt.list': ({ period }, context) => exemptFor(board(context).session, period).map(viewOf),
  'exempt.add': ({ period, title, reason, file }, context) => {
    const { session } = board(context);
    const bytes = Buffer.from(file.bytes, 'base64');
    const id = randomUUID();
    const paragraphs = read(file.name, bytes);
    const sha256 = sha256Of(bytes);
    keep(session, { id, period, title, reason, file: file.name, sha256, paragraphs, settled: {} });
    return { id };
  },
  'exempt.settle': ({ id, hits, as }, context) => {
    const { session } = board(context);
    const document = documentOf(session, id);
    const others = Object.entries(document.settled).filter(([hit]) => !hits.includes(hit));
    const settled = Object.fromEntries([...others, ...(as ? hits.map((hit) => [hit, as] as const) : [])]);
    keep(session, { ...document, settled });
    return null;
  },
  'exempt.remove': ({ id }, context) => {
    const { session } = board(context);
    documentOf(session, id);
    commit(session.board, { kind: 'set-setting', name: `${EXEMPT}${id}`, value: null }, stamp());
    return null;
  },
};

function read(name: string, bytes: Uint8Array): readonly string[] {
  try {
    return wordsOf(name, bytes);
  } catch (error) {
    if (error instanceof ReadProblem) throw new Problem(error.code, error.message);
    throw error;
  }
}

function documentOf({ board: open }: Session, id: string): ExemptDocument {
  const parsed = exemptSchema.safeParse(setting(open, `${EXEMPT}${id}`));
  if (parsed.success) return parsed.data;
  throw new Problem('no-document', 'That document is no longer on the board.');
}

function keep({ board: open }: Session, document: ExemptDocument): void {
  const value = JSON.parse(JSON.stringify(document)) as Json;
  commit(open, { kind: 'set-setting', name: `${EXEMPT}${document.id}`, value }, stamp());
}

/** Letters of the paragraph shown on either side of a hit. */
const AROUND = 60;

function viewOf({ document, hits }: CheckedDocument): ExemptView {
  const { id, title, reason, file, sha256, paragraphs, settled } = document;
  return {
    ...{ id, title, reason, file, sha256 },
    included: unsettled(document, hits).length === 0,
    hits: hits.map((hit) => {
      const text = paragraphs[hit.paragraph] ?? '';
      const before = text.slice(Math.max(0, hit.start - AROUND), hit.start);
      const after = text.slice(hit.end, hit.end + AROUND);
      return { id: hit.id, kind: hit.kind, text: hit.text, before, after, settled: settled[hit.id] ?? null };
    }),
  };
}
