/**
 * Which earlier file a new one replaces.
 *
 * A provider may send several files for one quarter, and corrected versions of any of them. A new file
 * replaces an earlier one that is the same return again; replacing a different one would drop its numbers
 * in silence, so where the evidence is weak the new file stands beside it and checks compare the two.
 */

export interface ReturnFile {
  readonly name: string;
  readonly tableCodes: readonly string[];
  /** Texts of the quantity keys it states: tells two programmes' files of one form apart. */
  readonly keys: readonly string[];
}

export type Replacement =
  | { readonly kind: 'beside' }
  | {
      readonly kind: 'replaces';
      /** Index of the earlier file. */
      readonly index: number;
      readonly because: 'name' | 'content';
      /** Table codes the earlier file held and the new one does not: to be shown to a person. */
      readonly dropped: readonly string[];
    };

/** Two files whose tables overlap this much are one return under two names. */
const MOSTLY = 0.6;

const MONTH = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const VERSION_WORDS =
  /^(v|ver|version|rev|revision|draft|issue)\d*$|^(copy|of|final|corrected|correction|corrections|revised|amended|updated|update|resubmitted|resubmission|resent|latest)$/;

/**
 * A file's name without its extension, version words (`v2`, `(1)`, `final`, `corrected`), dates and the
 * name of the quarter; months and numbered periods stay, for they may tell monthly files apart.
 * `FGC Q1 return v2 (corrected).docx` and `fgc_return.docx` are both `fgc return`.
 */
export function returnName(name: string): string {
  const spaced = name
    .toLowerCase()
    .replace(/\.[a-z]{1,5}$/, '')
    .replace(/[([]\s*\d{1,2}\s*[)\]]/g, ' ')
    .replace(/\b(20\d{2})[-–/](20)?\d{2}\b(?![-–/.]\d)/g, ' ')
    .replace(/\b\d{4}[-_.]\d{1,2}[-_.]\d{1,2}\b|\b\d{1,2}[-_.]\d{1,2}[-_.](\d{4}|\d{2})\b/g, ' ')
    .replace(/(?<!\d)20\d{6}(?!\d)/g, ' ')
    .replace(/[^\p{L}\p{N}&]+/gu, ' ')
    .replace(new RegExp(`\\b\\d{1,2}(st|nd|rd|th)? (${MONTH})[a-z]* \\d{2,4}\\b`, 'g'), ' ')
    .replace(/\b(q|qtr|quarter) ?[1-4]\b/g, ' ')
    .replace(/\b(v|ver|version|rev|revision|draft|issue) ?\d{1,2}( \d{1,2})?\b/g, ' ');
  const kept = spaced.split(' ').filter((word) => word && !VERSION_WORDS.test(word));
  return kept.join(' ');
}

/**
 * Decides which of the current files of the same provider and period a new one replaces: the one of the
 * same name, unless their tables have nothing in common; else the one whose tables are mostly the same;
 * else none.
 */
export function replacement(incoming: ReturnFile, earlier: readonly ReturnFile[]): Replacement {
  const name = returnName(incoming.name);
  const candidates = earlier.map((file, index) => ({ index, file, overlap: overlapOf(incoming, file) }));
  const byName = best(
    candidates.filter((c) => name && returnName(c.file.name) === name && !unrelated(incoming, c.file)),
  );
  if (byName) return replaces(incoming, byName, 'name');
  const byContent = best(candidates.filter((c) => (c.overlap ?? 0) >= MOSTLY));
  return byContent ? replaces(incoming, byContent, 'content') : { kind: 'beside' };
}

interface Candidate {
  readonly index: number;
  readonly file: ReturnFile;
  readonly overlap: number | null;
}

function best(candidates: readonly Candidate[]): Candidate | undefined {
  return candidates.toSorted((a, b) => (b.overlap ?? 0) - (a.overlap ?? 0))[0];
}

function replaces(incoming: ReturnFile, chosen: Candidate, because: 'name' | 'content'): Replacement {
  const present = new Set(incoming.tableCodes);
  const dropped = [...new Set(chosen.file.tableCodes)].filter((code) => !present.has(code));
  return { kind: 'replaces', index: chosen.index, because, dropped };
}

/**
 * They state different measures of different programmes. Units and periods are left out of account: they
 * are what a correction corrects.
 */
function unrelated(a: ReturnFile, b: ReturnFile): boolean {
  if (!a.keys.length || !b.keys.length) return jaccard(a.tableCodes, b.tableCodes) === 0;
  return jaccard(a.keys.map(subject), b.keys.map(subject)) === 0;
}

function subject(key: string): string {
  return key.split('|', 2).join('|');
}

/** Share of what either states that both state (Jaccard 1901), 0 to 1; null where one of them tells nothing. */
function overlapOf(a: ReturnFile, b: ReturnFile): number | null {
  return a.keys.length && b.keys.length ? jaccard(a.keys, b.keys) : jaccard(a.tableCodes, b.tableCodes);
}

function jaccard(a: readonly string[], b: readonly string[]): number | null {
  const left = new Set(a);
  const right = new Set(b);
  if (!left.size || !right.size) return null;
  return left.intersection(right).size / left.union(right).size;
}
