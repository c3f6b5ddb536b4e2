/** Answers and corrections as the history tells them. */
import { answerSchema, settledSchema } from '#shared/answer/answer.ts';
import { countOf, listOf, quote, short } from '#shared/finding/words.ts';

/** `Recorded the answer of FGC service to “…”`; null where neither value is an answer. */
export function answerChange(from: unknown, to: unknown): string | null {
  const [before, after] = [from, to].map((value) => answerSchema.safeParse(value).data);
  if (after)
    return `${before ? 'Changed' : 'Recorded'} the answer of ${after.by} to ${quote(short(after.title, 110))}`;
  return before ? `Removed the answer of ${before.by} to ${quote(short(before.title, 110))}` : null;
}

/** `FGC Q1.docx, version 2, settled 2 findings: “…” and “…”` */
export function settledChange(from: unknown, to: unknown): string | null {
  const settled = settledSchema.safeParse(to ?? from).data;
  if (!settled) return null;
  const { file, version, titles } = settled;
  const said = `${countOf(titles.length, 'finding')}: ${listOf(
    titles.map((title) => quote(short(title, 80))),
    4,
  )}`;
  return to === null
    ? `Removed the note of what ${file}, version ${version}, settled`
    : `${file}, version ${version}, settled ${said}`;
}
