/** The exempt documents on a board, with what was found in them. */
import { settings } from '#db/table/setting.ts';
import type { Session } from '#electron/service/session.ts';
import {
  type CheckedDocument,
  EXEMPT,
  type ExemptDocument,
  exemptSchema,
  hitsIn,
} from '#shared/exempt/document.ts';
import { vocabularyOf } from '#shared/exempt/names.ts';

export function exemptFor(session: Session, period: string): readonly CheckedDocument[] {
  const documents = Object.entries(settings(session.board))
    .flatMap(([name, value]) => (name.startsWith(EXEMPT) ? (exemptSchema.safeParse(value).data ?? []) : []))
    .filter((document) => document.period === period);
  return documents.map((document) => checked(session, document));
}

export function checked(session: Session, document: ExemptDocument): CheckedDocument {
  return { document, hits: hitsIn(document, vocabularyOf(session.definition())) };
}
