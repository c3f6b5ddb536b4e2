/** AG Grid over a comparison; only what is on screen is ever drawn. */
import type { CellFocusedEvent, ColDef, GridApi } from 'ag-grid-community';
import { useMemo, useRef } from 'react';
import type { Names } from '#renderer/queries/definition/names.ts';
import { at, type CompareRow, type Comparison, idAt, keyAt } from '#renderer/screens/figures/state.ts';
import { useAround } from '#renderer/shell/window.ts';
import { AgGridReact } from '#renderer/theme/grid.ts';
import { gridTheme } from '#renderer/theme/theme.ts';
import type { FigureTable } from '#shared/figure/rows.ts';

interface Props {
  readonly table: FigureTable;
  readonly names: Names;
  readonly comparison: Comparison;
  readonly chosen: string | null;
  readonly choose: (id: string) => void;
}

/** As many periods as fit beside the words. */
const FEW = 6;

const MARKS = { disputed: ' ▲', decided: ' ✓', derived: ' =', stated: '', agreed: '' } as const;

/** With few periods the words take the room that is left; with many they stay put while the periods move. */
function wordColumns(table: FigureTable, names: Names, few: boolean): ColDef<CompareRow>[] {
  const key = (row: CompareRow | undefined) => (row ? keyAt(table, row.sample) : null);
  const word = (headerName: string, width: number, of: (key: ReturnType<typeof keyAt>) => string) => ({
    headerName,
    width,
    ...(few ? { flex: width, minWidth: width } : { pinned: 'left' as const }),
    valueGetter: ({ data }: { readonly data?: CompareRow | undefined }) => {
      const found = key(data);
      return found ? of(found) : '';
    },
    tooltipValueGetter: ({ value }: { readonly value?: string | null }) => value ?? '',
  });
  return [
    word('Measure', 160, ({ measure, aspect }) =>
      aspect === 'value' ? names.measure(measure) : `${names.measure(measure)} (${aspect})`,
    ),
    word('Programme', 116, ({ programme }) => names.programme(programme)),
    word('Category', 170, ({ dims }) => names.dims(dims) || 'All'),
    word('Unit', 76, ({ unit }) => (unit === 'GBP' ? '£' : unit === 'percent' ? '%' : unit)),
  ];
}

function periodColumns(table: FigureTable, periods: readonly string[]): ColDef<CompareRow>[] {
  return periods.map((period) => ({
    headerName: period,
    colId: period,
    width: 104,
    headerClass: 'right',
    valueGetter: ({ data }) => {
      const row = data?.at.get(period);
      return row === undefined ? null : table.value[row];
    },
    valueFormatter: ({ data }) => {
      const row = data?.at.get(period);
      return row === undefined ? '' : `${table.text[row]}${MARKS[at(table.statuses, table.status, row)]}`;
    },
    cellClass: ({ data }) => {
      const row = data?.at.get(period);
      return row === undefined ? '' : `figure right ${at(table.statuses, table.status, row)}`;
    },
  }));
}

const defaults: ColDef<CompareRow> = { sortable: true, suppressMovable: true, resizable: true };

export function FigureGrid({ table, names, comparison, chosen, choose }: Props) {
  const { rows, periods } = comparison;
  const { period } = useAround();
  const grid = useRef<GridApi<CompareRow> | null>(null);
  const columns = useMemo(
    () => [...wordColumns(table, names, periods.length <= FEW), ...periodColumns(table, periods)],
    [table, names, periods],
  );
  const data = useMemo(() => [...rows], [rows]);
  const pick = ({
    api,
    rowIndex,
    column,
  }: Pick<CellFocusedEvent<CompareRow>, 'api' | 'rowIndex' | 'column'>) => {
    const row = rowIndex === null ? undefined : api.getDisplayedRowAtIndex(rowIndex)?.data;
    const period = column && typeof column !== 'string' ? column.getColId() : '';
    const found = row?.at.get(period);
    if (found !== undefined) choose(idAt(table, found));
  };
  return (
    <>
      <div className="figure-grid" data-testid="figures">
        <AgGridReact<CompareRow>
          theme={gridTheme}
          rowHeight={30}
          rowData={data}
          columnDefs={columns}
          defaultColDef={defaults}
          getRowId={({ data: row }) => row.id}
          onGridReady={({ api }) => {
            grid.current = api;
          }}
          onFirstDataRendered={({ api }) => {
            // With years of quarters side by side, the one in hand is the one to see first.
            if (period !== null && periods.includes(period)) api.ensureColumnVisible(period, 'end');
          }}
          onCellClicked={({ api, rowIndex, column }) => pick({ api, rowIndex, column })}
          onCellKeyDown={({ api, rowIndex, event, ...rest }) => {
            const key = event instanceof KeyboardEvent ? event.key : '';
            if (key === 'Enter' && 'column' in rest) pick({ api, rowIndex, column: rest.column });
          }}
          overlayNoRowsTemplate="No figure fits. Choose other filters above."
          animateRows={false}
          // Rows drawn beyond the edge are rows waited for: a few keep the arrow keys smooth.
          rowBuffer={2}
          tooltipShowDelay={600}
          suppressColumnVirtualisation={false}
        />
      </div>
      <p className="quiet legend-line">
        {comparison.rows.length.toLocaleString('en-GB')} lines · ▲ an open finding touches it · ✓ decided · =
        worked out from other figures {chosen ? '' : '· Enter on a number explains it'}
      </p>
    </>
  );
}
