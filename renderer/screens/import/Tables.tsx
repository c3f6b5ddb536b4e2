/** The tables of a file: as sent on the left, as understood on the right. */

import { Button, Field, Select } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { SourceTable } from '#renderer/parts/SourceTable.tsx';
import { Tabs } from '#renderer/parts/Tabs.tsx';
import { count } from '#renderer/parts/words.ts';
import type { Names } from '#renderer/queries/definition/names.ts';
import { Labels } from '#renderer/screens/import/Labels.tsx';
import { Lines } from '#renderer/screens/import/Lines.tsx';
import { lineReadings } from '#renderer/screens/import/lines.ts';
import {
  gridOf,
  labelsOf,
  type Role,
  rolesOf,
  roleWords,
  tableName,
} from '#renderer/screens/import/state.ts';
import { Values } from '#renderer/screens/import/Values.tsx';
import type { Correction } from '#shared/api/api.ts';
import type { Grid } from '#shared/grid/grid.ts';
import { calledBy, isUncertain } from '#shared/meaning/called.ts';
import type { UnderstoodTable } from '#shared/meaning/understood.ts';

interface Props {
  readonly tables: readonly UnderstoodTable[];
  readonly grids: readonly Grid[];
  readonly names: Names;
  /** What was corrected in this file so far. */
  readonly corrected?: Correction['memory'];
  /** Null where nothing can be corrected any more. */
  readonly put: ((correction: Correction) => void) | null;
}

export function Tables({ tables, grids, names, corrected, put }: Props) {
  const [at, setAt] = useState(0);
  const [tab, setTab] = useState<'values' | 'labels' | 'lines'>('values');
  const table = tables[at] ?? tables[0];
  if (!table) return null;
  const unsettled = table.unknownLabels.length;
  const lines = lineReadings(table, names.definition);
  const unread = lines.filter(({ read }) => !read).length;
  return (
    <div className="tables">
      <div className="row tables-choice">
        <Field label={`Table (${at + 1} of ${tables.length})`} size="small">
          <Select size="small" value={String(at)} onChange={(_, { value }) => setAt(Number(value))}>
            {tables.map((one, index) => (
              <option key={`${one.shape.sheet} ${one.shape.range}`} value={index}>
                {tableName(one)}
              </option>
            ))}
          </Select>
        </Field>
        <TableMeaning table={table} names={names} put={put} />
      </div>
      <div className="side-by-side">
        <AsSent table={table} grids={grids} />
        <section className="understood" aria-label="As understood">
          <Tabs
            label="As understood"
            tabs={[
              { value: 'values', words: count(table.assertions.length, 'value') },
              { value: 'labels', words: unsettled > 0 ? `Categories: ${unsettled} to settle` : 'Categories' },
              { value: 'lines', words: unread > 0 ? `Rows, columns: ${unread} to settle` : 'Rows, columns' },
            ]}
            value={tab}
            choose={setTab}
          />
          {tab === 'labels' ? <Labels labels={labelsOf(table)} names={names} put={put} /> : null}
          {tab === 'lines' ? <Lines lines={lines} corrected={corrected} put={put} /> : null}
          {tab === 'values' ? <Values key={at} table={table} names={names} /> : null}
        </section>
      </div>
    </div>
  );
}

function AsSent({ table, grids }: { readonly table: UnderstoodTable; readonly grids: readonly Grid[] }) {
  const grid = useMemo(() => gridOf(grids, table), [grids, table]);
  const roles = useMemo(() => rolesOf(table), [table]);
  const used = new Set(roles.values());
  const legend = (Object.keys(roleWords) as Role[]).filter((role) => used.has(role));
  return (
    <section className="as-sent" aria-label="As sent">
      <div className="legend">
        {legend.map((role) => (
          <span key={role} className={`swatch-${role}`}>
            {roleWords[role]}
          </span>
        ))}
      </div>
      {grid ? <SourceTable grid={grid} label={`${tableName(table)} as sent`} roles={roles} /> : null}
    </section>
  );
}

interface MeaningProps {
  readonly table: UnderstoodTable;
  readonly names: Names;
  readonly put: Props['put'];
}

/** Which table of the board it is: the likeliest first, then all others. */
function TableMeaning({ table, names, put }: MeaningProps) {
  const called = calledBy(table.shape);
  const settle = put && called !== '' ? (code: string) => put({ memory: { [called]: code || null } }) : null;
  const asked = settle !== null && isUncertain(table);
  const likeliest = table.code ?? table.alternatives[0]?.code ?? '';
  const likely = table.alternatives.map(({ code }) => code).filter((code) => code !== table.code);
  const rest = (names.definition?.tables ?? [])
    .map(({ code }) => code)
    .filter((code) => code !== table.code && !likely.includes(code));
  return (
    <Field
      label={`Recognised as${table.code ? ` (${Math.round(table.score * 100)}% sure)` : ''}`}
      size="small"
      validationState={asked ? 'warning' : 'none'}
      validationMessage={
        asked ? (
          <span className="row">
            Not sure: is this “{names.table(likeliest)}”? The answer is remembered for this provider.
            <Button size="small" onClick={() => settle(likeliest)}>
              Yes, it is
            </Button>
          </span>
        ) : undefined
      }
    >
      <Select
        size="small"
        disabled={settle === null}
        value={table.code ?? ''}
        onChange={(_, { value }) => settle?.(value)}
      >
        <option value="">Not one of the board’s tables</option>
        {[...(table.code ? [table.code] : []), ...likely, ...rest].map((code) => (
          <option key={code} value={code}>
            {names.table(code)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
