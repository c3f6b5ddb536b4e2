/** A plan: what an operation would change, worked out before anything is written. */
import type { AssertionSet } from '#db/table/assertion.ts';
import type { FileContent } from '#db/table/file.ts';
import type { Assertion } from '#shared/assertion/assertion.ts';
import type { Diff } from '#shared/operation/diff.ts';
import type { Stamp } from '#shared/operation/operation.ts';

/** What travels beside an operation: the bytes it names by SHA-256, and the assertions read from them. */
export interface Content {
  readonly files: readonly Uint8Array[];
  readonly assertions: readonly Assertion[];
}

export const NO_CONTENT: Content = { files: [], assertions: [] };

export interface Context extends Stamp {
  /** The number of the event to be: new rows take their ids from it, so that no id is ever used twice. */
  readonly event: number;
  readonly content: Content;
}

/** `subject` is the id of the row it makes or is about: a return, a decision, an issued pack. */
export type Plan =
  | {
      readonly kind: 'change';
      readonly summary: string;
      readonly diff: Diff;
      readonly files: readonly FileContent[];
      readonly set: AssertionSet | null;
      readonly subject: Subject;
    }
  | { readonly kind: 'unchanged'; readonly summary: string; readonly subject: Subject };

export type Subject = string | number | null;

export function change(summary: string, diff: Diff, subject: Subject = null): Plan {
  return { kind: 'change', summary, diff, files: [], set: null, subject };
}
