/** Plans for returns: importing, reading again, withdrawing. */
import { BoardError } from '#db/error.ts';
import type { ReadDb } from '#db/handle.ts';
import { attached } from '#db/plan/attached.ts';
import { type Context, change, type Plan } from '#db/plan/plan.ts';
import { type AssertionSet, keysOf } from '#db/table/assertion.ts';
import { newReturnRow, returnById, returnRow, returnsFrom } from '#db/table/return.ts';
import { keyText } from '#shared/assertion/assertion.ts';
import { type Diff, NO_CHANGE, type Row, rowChange } from '#shared/operation/diff.ts';
import type { OperationOf } from '#shared/operation/operation.ts';
import type { ReturnVersion } from '#shared/operation/stored.ts';
import { type Replacement, replacement } from '#shared/operation/supersede.ts';

type Import = OperationOf<'import-return'>;

/**
 * The same bytes for the same provider and quarter are one import, whatever became of them since, unless
 * they were withdrawn: then they come back as a new version.
 */
export function planImport(db: ReadDb, operation: Import, context: Context): Plan {
  const { file, provider, period } = operation;
  const family = returnsFrom(db, provider, period);
  const same = family.filter((version) => version.sha256 === file.sha256 && version.status !== 'withdrawn');
  const already = same.find((version) => version.status === 'current') ?? same.at(-1);
  if (already) {
    const standing = already.status === 'current' ? '' : ', since replaced by a later version';
    return {
      kind: 'unchanged',
      summary: `${file.name} was already imported for ${provider}, ${period}, as version ${already.version}${standing}`,
      subject: already.id,
    };
  }
  const earlier = earlierOf(db, operation, context, newestOfEachLine(family));
  return planNew(db, operation, context, earlier, family);
}

function planNew(
  db: ReadDb,
  operation: Import,
  context: Context,
  earlier: ReturnVersion | null,
  family: readonly ReturnVersion[],
): Plan {
  const { file, provider, period, tableCodes, hints } = operation;
  const { event: id, at, by } = context;
  const line = earlier?.line ?? id;
  const version = 1 + Math.max(0, ...family.filter((v) => v.line === line).map((v) => v.version));
  const row = newReturnRow(
    { id, line, version, provider, period, name: file.name, sha256: file.sha256, tableCodes, hints, at, by },
    id,
  );
  const replaced = earlier?.status === 'current' ? earlier : null;
  const instead = replaced ? `, in place of version ${replaced.version} (${replaced.name})` : '';
  return {
    kind: 'change',
    summary: `Imported ${file.name} for ${provider}, ${period}, as version ${version}${instead}`,
    diff: { ...supersede(db, replaced, id), added: { return_version: [row] } },
    files: attached([file], context.content.files),
    set: assertionSet(operation, operation.file.sha256, operation, context),
    subject: id,
  };
}

function supersede(db: ReadDb, replaced: ReturnVersion | null, by: number): Diff {
  if (!replaced) return NO_CHANGE;
  const row = returnRow(db, replaced.id);
  return rowChange('return_version', row, { ...row, status: 'superseded', superseded_by: by });
}

/** The newest version of each return, where it has not been replaced by a version of another line. */
function newestOfEachLine(family: readonly ReturnVersion[]): readonly ReturnVersion[] {
  const newest = new Map(family.map((version) => [version.line, version]));
  const current = new Map(family.filter((v) => v.status === 'current').map((v) => [v.line, v]));
  return [...newest.values()].map((v) => current.get(v.line) ?? v).filter((v) => v.status !== 'superseded');
}

function earlierOf(
  db: ReadDb,
  { file, tableCodes }: Import,
  { content }: Context,
  candidates: readonly ReturnVersion[],
): ReturnVersion | null {
  const again = candidates.find((version) => version.sha256 === file.sha256);
  if (again) return again;
  const keys = content.assertions.flatMap(({ key }) => (key ? [keyText(key)] : []));
  const chosen: Replacement = replacement(
    { name: file.name, tableCodes, keys },
    candidates.map((v) => ({ name: v.name, tableCodes: v.tableCodes, keys: keysOf(db, v) })),
  );
  return chosen.kind === 'replaces' ? (candidates[chosen.index] ?? null) : null;
}

/** The same file read again, under another definition or with other corrections. */
export function planReread(db: ReadDb, operation: OperationOf<'reread-return'>, context: Context): Plan {
  const version = known(db, operation.id);
  const from = returnRow(db, operation.id);
  const to: Row = {
    ...from,
    assertion_set: context.event,
    table_codes: JSON.stringify(operation.tableCodes),
    hints: JSON.stringify(operation.hints),
  };
  return {
    kind: 'change',
    summary: `Read ${version.name} again under definition ${operation.definition}`,
    diff: rowChange('return_version', from, to),
    files: [],
    set: assertionSet(operation, version.sha256, version, context),
    subject: operation.id,
  };
}

export function planWithdrawal(db: ReadDb, operation: OperationOf<'withdraw-return'>): Plan {
  const version = known(db, operation.id);
  if (version.status !== 'current') {
    throw new BoardError(
      'refused',
      `${version.name}, version ${version.version}, is ${version.status} already. Only the version that counts can be withdrawn.`,
    );
  }
  const row = returnRow(db, version.id);
  const previous = operation.reinstate
    ? returnsFrom(db, version.provider, version.period).find((v) => v.supersededBy === version.id)
    : undefined;
  const reinstated = previous && returnRow(db, previous.id);
  const pairs: [Row, Row][] = [[row, { ...row, status: 'withdrawn' }]];
  if (reinstated) pairs.push([reinstated, { ...reinstated, status: 'current', superseded_by: null }]);
  const back = previous ? `; version ${previous.version} (${previous.name}) counts again` : '';
  const summary = `Withdrew ${version.name} of ${version.provider}, ${version.period}, version ${version.version}${back}: ${operation.why}`;
  return change(summary, { ...NO_CHANGE, updated: { return_version: pairs } }, version.id);
}

function known(db: ReadDb, id: number): ReturnVersion {
  const version = returnById(db, id);
  if (!version)
    throw new BoardError('invalid', `This board has no return number ${id}. Nothing was changed.`);
  return version;
}

/** The assertions as one set of this event, refused where they speak of another file, provider or period. */
function assertionSet(
  read: { readonly definition: number; readonly recogniser: string },
  sha256: string,
  of: { readonly provider: string; readonly period: string },
  { event, at, content }: Context,
): AssertionSet {
  const stray = content.assertions.find(
    ({ from }) => from.sha256 !== sha256 || from.provider !== of.provider || from.period !== of.period,
  );
  if (stray) {
    throw new BoardError(
      'invalid',
      `Cell ${stray.source.cell} of ${stray.source.sheet} in ${stray.source.file} was read as ${stray.from.provider}, ${stray.from.period}, but is being stored for ${of.provider}, ${of.period}. Import the file again. Nothing was changed.`,
    );
  }
  const { definition, recogniser } = read;
  return { id: event, sha256, definition, recogniser, at, assertions: content.assertions };
}
