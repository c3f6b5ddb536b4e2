/** The work list as a grid: one line a finding, headings where it is grouped. */
import type { ColDef, GridApi, ICellRendererParams, RowClassParams } from 'ag-grid-community';
import { useEffect, useMemo, useRef } from 'react';
import { kindWords } from '#renderer/parts/kinds.ts';
import { Severity } from '#renderer/parts/Severity.tsx';
import type { Names } from '#renderer/queries/definition/names.ts';
import type { Row } from '#renderer/screens/reconcile/state.ts';
import { AgGridReact } from '#renderer/theme/grid.ts';
import { gridTheme } from '#renderer/theme/theme.ts';
import type { SettledFinding } from '#shared/decision/apply.ts';

interface Props {
  readonly rows: readonly Row[];
  readonly chosen: string | null;
  readonly choose: (id: string) => void;
  readonly fold: (label: string) => void;
  readonly pick: (ids: readonly string[]) => void;
  readonly names: Names;
}

const STATUS = { open: '', review: 'Look again', decided: 'Decided', dismissed: 'Dismissed' } as const;

function columnsFor(names: Names): ColDef<Row>[] {
  return [
    {
      headerName: 'Severity',
      width: 100,
      cellRenderer: ({ data }: ICellRendererParams<Row>) =>
        data?.kind === 'finding' ? <Severity level={data.finding.severity} /> : null,
    },
    {
      headerName: 'Finding',
      flex: 1,
      minWidth: 160,
      valueGetter: ({ data }) => (data?.kind === 'finding' ? data.finding.title : ''),
      tooltipValueGetter: ({ data }) => (data?.kind === 'finding' ? data.finding.title : ''),
      cellClass: 'two-lines',
    },
    {
      headerName: 'Provider',
      width: 132,
      valueGetter: ({ data }) => (data?.kind === 'finding' ? providerLine(data.finding, names) : ''),
      cellClass: 'two-lines quiet',
    },
  ];
}

/** The provider, and under it the state of what is settled or the kind of what is not. */
function providerLine(finding: SettledFinding, names: Names): string {
  const settled = STATUS[finding.status];
  return `${names.provider(finding.provider)}\n${settled || kindWords[finding.kind].name}`;
}

const selection = {
  mode: 'multiRow',
  checkboxes: ({ data }: { readonly data?: Row }) => data?.kind === 'finding',
  headerCheckbox: true,
  enableClickSelection: false,
  isRowSelectable: ({ data }: { readonly data?: Row }) => data?.kind === 'finding',
} as const;

const defaults: ColDef<Row> = { sortable: false, suppressMovable: true };

export function List({ rows, chosen, choose, fold, pick, names }: Props) {
  const grid = useRef<GridApi<Row> | null>(null);
  const current = useRef(chosen);
  const shown = useRef<string | null>(null);
  const columns = useMemo(() => columnsFor(names), [names]);
  const data = useMemo(() => [...rows], [rows]);
  current.current = chosen;
  useEffect(() => {
    showChosen(grid.current, shown.current, chosen);
    shown.current = chosen;
  }, [chosen]);
  return (
    <div className="list" data-testid="worklist">
      <AgGridReact<Row>
        theme={gridTheme}
        rowHeight={46}
        rowData={data}
        columnDefs={columns}
        defaultColDef={defaults}
        rowSelection={selection}
        selectionColumnDef={{ width: 40 }}
        getRowId={({ data: row }) => row.id}
        isFullWidthRow={({ rowNode }) => rowNode.data?.kind === 'group'}
        fullWidthCellRenderer={({ data: row }: ICellRendererParams<Row>) => <Heading row={row} fold={fold} />}
        rowClassRules={{ chosen: ({ data: row }: RowClassParams<Row>) => row?.id === current.current }}
        onGridReady={({ api }) => {
          grid.current = api;
        }}
        onFirstDataRendered={({ api }) => showChosen(api, null, current.current)}
        onCellFocused={({ api, rowIndex }) => {
          const row = rowIndex === null ? undefined : api.getDisplayedRowAtIndex(rowIndex)?.data;
          if (row?.kind === 'finding') choose(row.id);
        }}
        onSelectionChanged={({ api }) => pick(api.getSelectedRows().map(({ id }) => id))}
        suppressCellFocus={false}
        animateRows={false}
        tooltipShowDelay={600}
      />
    </div>
  );
}

/** Draws the old and the new choice again and keeps the new one in view. */
function showChosen(api: GridApi<Row> | null, before: string | null, chosen: string | null): void {
  if (!api) return;
  const rowNodes = [before, chosen]
    .map((id) => (id === null ? undefined : api.getRowNode(id)))
    .filter((node) => node !== undefined);
  if (rowNodes.length > 0) api.redrawRows({ rowNodes });
  const last = rowNodes.at(-1);
  if (last && last.id === chosen) api.ensureNodeVisible(last);
}

function Heading({ row, fold }: { readonly row: Row | undefined; readonly fold: (label: string) => void }) {
  if (row?.kind !== 'group') return null;
  return (
    <button type="button" className="list-group" aria-expanded={!row.folded} onClick={() => fold(row.label)}>
      <span aria-hidden="true">{row.folded ? '▸' : '▾'}</span> {row.label}{' '}
      <span className="quiet">({row.size})</span>
    </button>
  );
}
