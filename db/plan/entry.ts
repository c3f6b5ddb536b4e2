/** Plans for what is simply set: definition, remembered corrections, narrative, settings; and issued packs. */
import type { ReadDb } from '#db/handle.ts';
import { attached } from '#db/plan/attached.ts';
import { type Context, change, type Plan } from '#db/plan/plan.ts';
import { definitionRow, newest } from '#db/table/definition.ts';
import { memoryRow } from '#db/table/memory.ts';
import { narrativeRow } from '#db/table/narrative.ts';
import { settingRow } from '#db/table/setting.ts';
import type { BoardDefinition } from '#shared/definition/definition.ts';
import { type Row, rowChange, sameRow, tablesOf } from '#shared/operation/diff.ts';
import type { Json } from '#shared/operation/json.ts';
import type { OperationOf, Stamp } from '#shared/operation/operation.ts';
import { settingChange } from '#shared/operation/setting-words.ts';

/** A definition is stored under its own version, or the next free one where that is taken. */
export function planDefinition(db: ReadDb, definition: BoardDefinition, stamp: Stamp): Plan {
  const last = newest(db);
  if (last && JSON.stringify({ ...definition, version: last.version }) === JSON.stringify(last)) {
    return {
      kind: 'unchanged',
      summary: `Definition ${last.version} is in force already`,
      subject: last.version,
    };
  }
  const version = Math.max(definition.version, last ? last.version + 1 : 1);
  const row = definitionRow({ ...definition, version }, stamp);
  const summary = last
    ? `Changed the definition of the board (version ${version})`
    : `Created the board with definition ${definition.code} version ${version}`;
  return change(summary, rowChange('definition_version', null, row), version);
}

export function planMemory(db: ReadDb, operation: OperationOf<'set-memory'>, { at, by }: Stamp): Plan {
  const { provider, label, code } = operation;
  const to = code === null ? null : { provider, label, code, at, by };
  const summary =
    code === null
      ? `Forgot what “${label}” means for ${provider}`
      : `Remembered that “${label}” of ${provider} means ${code}`;
  return set('memory', memoryRow(db, provider, label), to, summary);
}

export function planNarrative(db: ReadDb, operation: OperationOf<'set-narrative'>, { at, by }: Stamp): Plan {
  const { section, period, text, reviewed } = operation;
  const to =
    text === null
      ? null
      : { section, period, text: JSON.stringify(text), reviewed: Number(reviewed), at, by };
  const did = text === null ? 'Removed' : reviewed ? 'Reviewed' : 'Wrote';
  return set('narrative', narrativeRow(db, section, period), to, `${did} the text of ${section}, ${period}`);
}

export function planSetting(db: ReadDb, { name, value }: OperationOf<'set-setting'>): Plan {
  const to = value === null ? null : { name, value: JSON.stringify(value) };
  const from = settingRow(db, name);
  const before = from === null ? null : (JSON.parse(String(from.value)) as Json);
  return set('setting', from, to, settingChange(name, before, value));
}

export function planIssue(operation: OperationOf<'issue-pack'>, context: Context): Plan {
  const { edition, period, files, published } = operation;
  const { event: id, at, by, content } = context;
  const row = {
    id,
    edition,
    period,
    files: JSON.stringify(files),
    published: JSON.stringify(published),
    at,
    by,
  };
  const summary = `Issued the ${edition} edition for ${period}: ${files.map((file) => file.name).join(', ')}`;
  const diff = rowChange('issued_pack', null, row);
  return { kind: 'change', summary, diff, files: attached(files, content.files), set: null, subject: id };
}

/** Setting what is set already is no change, whoever says it and whenever. */
function set(table: string, from: Row | null, to: Row | null, summary: string): Plan {
  const restamped = from && to && 'at' in from ? { ...to, at: from.at ?? null, by: from.by ?? null } : to;
  const same = from && restamped && sameRow(from, restamped);
  const diff = rowChange(table, from, to);
  return same || !tablesOf(diff).length
    ? { kind: 'unchanged', summary, subject: null }
    : change(summary, diff);
}
