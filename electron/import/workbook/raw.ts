/** One pass over a worksheet's XML: its cells as stored, its merges, its hidden rows and columns. */

import { raised } from '#electron/import/superscript.ts';
import { filledXml } from '#electron/import/workbook/rows.ts';
import { unescaped } from '#electron/import/workbook/strings.ts';
import { xmlStream } from '#electron/import/xml.ts';
import { parseAddress } from '#shared/grid/address.ts';

type Attrs = Readonly<Record<string, string>>;

export interface RawFormula {
  readonly text: string;
  /** Index of a shared formula; its text stands at the first cell only. */
  readonly shared: string | null;
}

export interface RawCell {
  readonly row: number;
  readonly col: number;
  readonly style: number;
  readonly type: string;
  /** The stored value; null when the file holds none (a formula never calculated). */
  readonly stored: string | null;
  readonly formula: RawFormula | null;
  readonly hiddenRow: boolean;
}

export interface RawMerge {
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
}

export interface RawSheet {
  readonly cells: readonly RawCell[];
  readonly merges: readonly RawMerge[];
  readonly hiddenCol: (col: number) => boolean;
}

interface State {
  row: number;
  col: number;
  hiddenRow: boolean;
  cell: Attrs | null;
  stored: string | null;
  formula: { text: string; shared: string | null } | null;
  /** Which text is being collected. */
  into: 'v' | 'f' | 't' | null;
  piece: string;
  raised: boolean;
  phonetic: boolean;
}

interface Found {
  readonly cells: RawCell[];
  readonly merges: RawMerge[];
  readonly hiddenCols: { min: number; max: number }[];
}

/** Reads one worksheet part. Throws `ReadProblem` (corrupt) for XML that is not well-formed. */
export function rawSheet(file: string, part: string, bytes: Uint8Array): RawSheet {
  const state: State = { row: -1, col: -1, hiddenRow: false, ...noCell(), raised: false, phonetic: false };
  const found: Found = { cells: [], merges: [], hiddenCols: [] };
  const parser = xmlStream(file, part, {
    open: (name, attrs) => opened(state, found, name, attrs),
    close: (name) => closed(state, found, name),
    text: (text) => {
      if (state.into && !state.phonetic) state.piece += text;
    },
  });
  for (const xml of filledXml(bytes)) parser.write(xml);
  parser.close();
  return {
    cells: found.cells,
    merges: found.merges,
    hiddenCol: (col) => found.hiddenCols.some(({ min, max }) => col >= min && col <= max),
  };
}

function noCell(): Pick<State, 'cell' | 'stored' | 'formula' | 'into' | 'piece'> {
  return { cell: null, stored: null, formula: null, into: null, piece: '' };
}

function opened(state: State, found: Found, name: string, attrs: Attrs): void {
  switch (name) {
    case 'row':
      state.row = attrs.r ? Number(attrs.r) - 1 : state.row + 1;
      state.col = -1;
      state.hiddenRow = attrs.hidden === '1' || attrs.hidden === 'true' || Number(attrs.ht ?? 1) === 0;
      break;
    case 'c':
      Object.assign(state, noCell(), { cell: attrs, raised: false });
      state.col = parseAddress(attrs.r ?? '')?.col ?? state.col + 1;
      break;
    case 'col':
      addHiddenCols(found, attrs);
      break;
    case 'mergeCell':
      addMerge(found, attrs.ref ?? '');
      break;
    default:
      if (state.cell) openedInCell(state, name, attrs);
  }
}

function openedInCell(state: State, name: string, attrs: Attrs): void {
  if (name === 'v' || name === 't') {
    state.into = name;
    state.piece = '';
  } else if (name === 'f') {
    state.into = 'f';
    state.piece = '';
    state.formula = { text: '', shared: attrs.t === 'shared' ? (attrs.si ?? null) : null };
  } else if (name === 'rPh') state.phonetic = true;
  else if (name === 'r') state.raised = false;
  else if (name === 'vertAlign') state.raised = attrs.val === 'superscript';
}

function closed(state: State, found: Found, name: string): void {
  if (name === 'c') {
    if (state.cell) found.cells.push(finished(state, state.cell));
    Object.assign(state, noCell());
  } else if (name === 'rPh') state.phonetic = false;
  else if (name === state.into) collected(state);
}

function collected(state: State): void {
  if (state.into === 'f' && state.formula) state.formula.text = state.piece;
  if (state.into === 'v') state.stored = state.piece;
  if (state.into === 't' && !state.phonetic) {
    const text = unescaped(state.piece);
    state.stored = (state.stored ?? '') + (state.raised ? raised(text) : text);
  }
  state.into = null;
}

function finished(state: State, attrs: Attrs): RawCell {
  return {
    row: state.row,
    col: state.col,
    style: Number(attrs.s ?? 0),
    type: attrs.t ?? 'n',
    stored: state.stored,
    formula: state.formula,
    hiddenRow: state.hiddenRow,
  };
}

function addHiddenCols(found: Found, attrs: Attrs): void {
  const hidden = attrs.hidden === '1' || attrs.hidden === 'true' || Number(attrs.width ?? 1) === 0;
  if (hidden) found.hiddenCols.push({ min: Number(attrs.min) - 1, max: Number(attrs.max) - 1 });
}

function addMerge(found: Found, ref: string): void {
  const [from, to] = ref.split(':').map(parseAddress);
  if (!from || !to) return;
  found.merges.push({
    row: from.row,
    col: from.col,
    rowSpan: to.row - from.row + 1,
    colSpan: to.col - from.col + 1,
  });
}
