/** The exempt documents on a board, with what was found in them. */
import { settings } from '#db/table/setting.ts';
import type { Session } from '#electron/service/session.ts';
import { type CheckedDocument, EXEMPT, exemptSchema } from '#shared/exempt/document.ts';
import { identifiersIn } from '#shared/exempt/identify.ts';
import { vocabularyOf } from '#shared/exempt/names.ts';

export function exemptFor(session: Session, period: string): readonly CheckedDocument[] {
  const vocabulary = vocabularyOf(session.definition());
  return Object.entries(settings(session.board))
    .flatMap(([name, value]) => (name.startsWith(EXEMPT) ? (exemptSchema.safeParse(value).data ?? []) : []))
    .filter((document) => document.period === period)
    .map((document) => ({ document, hits: identifiersIn(document.paragraphs, vocabulary) }));
}
