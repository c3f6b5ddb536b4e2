/**
 * The one way to change a board: validate, work out the difference, apply it and append it to history, in
 * one transaction.
 *
 * `commit(board, { kind: 'set-setting', name: 'council', value: 'X' }, { at, by })`
 */
import { applyDiff } from '#db/apply.ts';
import { BoardError } from '#db/error.ts';
import type { ReadDb, WriteDb } from '#db/handle.ts';
import { withOwner } from '#db/lock.ts';
import { planDecision, planDecisionWithdrawal } from '#db/plan/decision.ts';
import { planDefinition, planIssue, planMemory, planNarrative, planSetting } from '#db/plan/entry.ts';
import { type Content, type Context, NO_CONTENT, type Plan, type Subject } from '#db/plan/plan.ts';
import { planImport, planReread, planWithdrawal } from '#db/plan/return.ts';
import { transaction } from '#db/sql.ts';
import { storeAssertionSet } from '#db/table/assertion.ts';
import { appendEvent, lastEventId } from '#db/table/event.ts';
import { storeFile } from '#db/table/file.ts';
import { forgetReadings } from '#db/table/reading.ts';
import { type Diff, tablesOf } from '#shared/operation/diff.ts';
import {
  type Operation,
  type Parsed,
  parseOperation,
  parseStamp,
  type Stamp,
} from '#shared/operation/operation.ts';

/** `subject`: id of the return, decision, definition or pack it made or found, null for the rest. */
export type Committed =
  | {
      readonly kind: 'changed';
      readonly event: number;
      readonly summary: string;
      readonly diff: Diff;
      /** Tables that changed, for screens that show them. */
      readonly tables: readonly string[];
      readonly subject: Subject;
    }
  | { readonly kind: 'unchanged'; readonly summary: string; readonly subject: Subject };

/**
 * Makes one change. `content` carries the bytes an import or issued pack names by SHA-256, and the
 * assertions read from them. Throws `BoardError`: `invalid` (with the field), `refused`, `locked`, `disk-full`,
 * `read-only`; then nothing was changed.
 */
export function commit(
  db: WriteDb,
  operation: Operation,
  stamp: Stamp,
  content: Content = NO_CONTENT,
): Committed {
  const valid = orRefuse(parseOperation(operation));
  const { at, by } = checkedStamp(stamp);
  return withOwner(db, () =>
    transaction(db, () => {
      const context = { event: lastEventId(db) + 1, at, by, content };
      return carryOut(db, valid, context, planFor(db, valid, context));
    }),
  );
}

export function checkedStamp(stamp: Stamp): Stamp {
  return orRefuse(parseStamp(stamp));
}

function orRefuse<T>(parsed: Parsed<T>): T {
  if (parsed.ok) return parsed.value;
  throw new BoardError('invalid', `The change could not be made: ${parsed.why}. Nothing was changed.`);
}

function carryOut(db: WriteDb, operation: Operation, context: Context, plan: Plan): Committed {
  if (plan.kind === 'unchanged') return plan;
  const { summary, diff, subject } = plan;
  const { event: id, at, by } = context;
  for (const file of plan.files) storeFile(db, file);
  if (plan.set) storeAssertionSet(db, plan.set);
  change(db, diff);
  appendEvent(db, { id, at, by, kind: operation.kind, summary, operation, diff, undoes: null, redoes: null });
  return { kind: 'changed', event: id, summary, diff, tables: tablesOf(diff), subject };
}

/** Tables on which every cached reading depends. */
const READ_BY = ['definition_version', 'memory'];

/** Applies a difference and drops what was cached under the state before it. */
export function change(db: WriteDb, diff: Diff): void {
  applyDiff(db, diff);
  if (tablesOf(diff).some((table) => READ_BY.includes(table))) forgetReadings(db);
}

function planFor(db: ReadDb, operation: Operation, context: Context): Plan {
  switch (operation.kind) {
    case 'create-board':
    case 'set-definition':
      return planDefinition(db, operation.definition, context);
    case 'import-return':
      return planImport(db, operation, context);
    case 'reread-return':
      return planReread(db, operation, context);
    case 'withdraw-return':
      return planWithdrawal(db, operation);
    case 'decide':
      return planDecision(operation, context);
    case 'withdraw-decision':
      return planDecisionWithdrawal(db, operation, context);
    case 'set-memory':
      return planMemory(db, operation, context);
    case 'set-narrative':
      return planNarrative(db, operation, context);
    case 'issue-pack':
      return planIssue(operation, context);
    case 'set-setting':
      return planSetting(db, operation);
  }
}
