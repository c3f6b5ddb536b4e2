/** A table as it was sent: the printed words in their places, merged cells merged, some cells lit. */
import { Button } from '@fluentui/react-components';
import { memo, useEffect, useMemo, useRef, useState } from 'react';
import { type DrawnRow, drawnRows, placeOf, windowOf } from '#renderer/parts/source.ts';
import { count } from '#renderer/parts/words.ts';
import type { Grid } from '#shared/grid/grid.ts';

interface Props {
  readonly grid: Grid;
  readonly label: string;
  /** Places that are lit, and the mark each carries: the number of the finding's cell. */
  readonly lit?: ReadonlyMap<string, string>;
  /** What each place is for: `header`, `label`, `body`, `total`, `percent`, `previous`, `unread`. */
  readonly roles?: ReadonlyMap<string, string>;
  /** Changes when the view should be brought to the lit cells again. */
  readonly focus?: string;
}

const NONE: ReadonlyMap<string, string> = new Map();

export const SourceTable = memo(function SourceTable({
  grid,
  label,
  lit = NONE,
  roles = NONE,
  focus = '',
}: Props) {
  const [all, setAll] = useState(false);
  const box = useRef<HTMLElement>(null);
  const shown = useMemo(() => {
    const rows = [...lit.keys()].map((place) => Number.parseInt(place, 10));
    return all ? { from: 0, to: grid.rows } : windowOf(grid, rows);
  }, [grid, lit, all]);
  const rows = useMemo(() => drawnRows(grid, shown.from, shown.to), [grid, shown]);
  useEffect(() => {
    if (focus === '' && lit.size === 0) return;
    showFirst(box.current);
  }, [focus, lit]);
  return (
    <section className="source" ref={box} tabIndex={0} aria-label={label}>
      <table>
        <tbody>
          {rows.map((row) => (
            <Row key={row.row} row={row} lit={lit} roles={roles} />
          ))}
        </tbody>
      </table>
      {shown.to - shown.from < grid.rows ? (
        <Button appearance="transparent" size="small" onClick={() => setAll(true)}>
          Show all {count(grid.rows, 'row')}
        </Button>
      ) : null}
    </section>
  );
});

/** Brings the first lit cell into view inside its own box, without moving the page. */
function showFirst(box: HTMLElement | null): void {
  const cell = box?.querySelector<HTMLElement>('.lit');
  if (!box || !cell) return;
  box.scrollTop = Math.max(0, cell.offsetTop - box.clientHeight / 2);
  box.scrollLeft = Math.max(0, cell.offsetLeft - box.clientWidth / 2);
}

/** Printed like a number, notes and shares beside it included; not a sentence that begins with one. */
const isNumber = (text: string): boolean => text.length < 20 && /^[\s£(<+-]*\d/.test(text);

interface RowProps {
  readonly row: DrawnRow;
  readonly lit: ReadonlyMap<string, string>;
  readonly roles: ReadonlyMap<string, string>;
}

function Row({ row, lit, roles }: RowProps) {
  return (
    <tr>
      {row.cells.map(({ col, cell }) => {
        const place = placeOf(row.row, col);
        const mark = lit.get(place);
        const classes = [
          roles.has(place) ? `role-${roles.get(place)}` : '',
          mark === undefined ? '' : 'lit',
          cell?.bold ? 'strong' : '',
          cell && isNumber(cell.text) ? 'number' : '',
        ];
        return (
          <td
            key={col}
            className={classes.join(' ').trim() || undefined}
            rowSpan={cell?.rowSpan}
            colSpan={cell?.colSpan}
            title={cell ? `${cell.sheet} ${cell.address}` : undefined}
          >
            {mark ? <span className="mark">{mark}</span> : null}
            {cell?.text}
          </td>
        );
      })}
    </tr>
  );
}
