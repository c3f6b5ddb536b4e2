/**
 * Every command of the window, once: the native menu, the buttons and the shortcuts are made from this table.
 *
 * Accelerators are Electron's; `CmdOrCtrl` is Ctrl on Windows and Linux. A command with a `role` is done by
 * the system itself; all others reach the renderer as the event `command`.
 */
import type { Screen } from '#shared/api/answers.ts';

export type Menu = 'file' | 'edit' | 'view' | 'go' | 'help';

export type Role =
  | 'cut'
  | 'copy'
  | 'paste'
  | 'selectAll'
  | 'resetZoom'
  | 'zoomIn'
  | 'zoomOut'
  | 'togglefullscreen'
  | 'close';

interface CommandShape {
  readonly id: string;
  readonly menu: Menu;
  readonly label: string;
  /** null: no key of its own. */
  readonly key: string | null;
  /** Done by the system, not by the renderer. */
  readonly role?: Role;
  /** The screen it goes to. */
  readonly screen?: Screen;
  /** Needs an open board. */
  readonly needsBoard?: boolean;
  /** A line stands above it in the menu. */
  readonly apart?: boolean;
}

const table = [
  { id: 'board.new', menu: 'file', label: 'New board…', key: 'CmdOrCtrl+N' },
  { id: 'board.open', menu: 'file', label: 'Open…', key: 'CmdOrCtrl+O' },
  { id: 'board.openPath', menu: 'file', label: 'Open recent', key: null },
  { id: 'board.sample', menu: 'file', label: 'Open the sample board', key: null },
  {
    id: 'board.saveCopy',
    menu: 'file',
    label: 'Save a copy…',
    key: 'CmdOrCtrl+Shift+S',
    needsBoard: true,
    apart: true,
  },
  {
    id: 'import.files',
    menu: 'file',
    label: 'Import returns…',
    key: 'CmdOrCtrl+I',
    needsBoard: true,
    apart: true,
  },
  { id: 'pack.export', menu: 'file', label: 'Export pack…', key: 'CmdOrCtrl+E', needsBoard: true },
  {
    id: 'board.close',
    menu: 'file',
    label: 'Close board',
    key: 'CmdOrCtrl+Shift+W',
    needsBoard: true,
    apart: true,
  },
  { id: 'window.close', menu: 'file', label: 'Close window', key: 'CmdOrCtrl+W', role: 'close' },
  { id: 'edit.undo', menu: 'edit', label: 'Undo', key: 'CmdOrCtrl+Z', needsBoard: true },
  { id: 'edit.redo', menu: 'edit', label: 'Redo', key: 'CmdOrCtrl+Y', needsBoard: true },
  { id: 'edit.cut', menu: 'edit', label: 'Cut', key: 'CmdOrCtrl+X', role: 'cut', apart: true },
  { id: 'edit.copy', menu: 'edit', label: 'Copy', key: 'CmdOrCtrl+C', role: 'copy' },
  { id: 'edit.paste', menu: 'edit', label: 'Paste', key: 'CmdOrCtrl+V', role: 'paste' },
  { id: 'edit.all', menu: 'edit', label: 'Select all', key: 'CmdOrCtrl+A', role: 'selectAll' },
  { id: 'view.actual', menu: 'view', label: 'Actual size', key: 'CmdOrCtrl+0', role: 'resetZoom' },
  { id: 'view.larger', menu: 'view', label: 'Zoom in', key: 'CmdOrCtrl+Plus', role: 'zoomIn' },
  { id: 'view.smaller', menu: 'view', label: 'Zoom out', key: 'CmdOrCtrl+-', role: 'zoomOut' },
  { id: 'view.full', menu: 'view', label: 'Full screen', key: 'F11', role: 'togglefullscreen', apart: true },
  { id: 'go.quarter', menu: 'go', label: 'Quarter', key: 'CmdOrCtrl+1', screen: 'quarter', needsBoard: true },
  { id: 'go.import', menu: 'go', label: 'Import', key: 'CmdOrCtrl+2', screen: 'import', needsBoard: true },
  {
    id: 'go.reconcile',
    menu: 'go',
    label: 'Reconcile',
    key: 'CmdOrCtrl+3',
    screen: 'reconcile',
    needsBoard: true,
  },
  { id: 'go.figures', menu: 'go', label: 'Figures', key: 'CmdOrCtrl+4', screen: 'figures', needsBoard: true },
  { id: 'go.trends', menu: 'go', label: 'Trends', key: 'CmdOrCtrl+5', screen: 'trends', needsBoard: true },
  { id: 'go.pack', menu: 'go', label: 'Pack', key: 'CmdOrCtrl+6', screen: 'pack', needsBoard: true },
  { id: 'go.board', menu: 'go', label: 'Board', key: 'CmdOrCtrl+7', screen: 'board', needsBoard: true },
  { id: 'help.open', menu: 'help', label: 'The quarter, step by step', key: 'F1', screen: 'help' },
  { id: 'help.keys', menu: 'help', label: 'Keyboard', key: 'CmdOrCtrl+/', screen: 'help' },
  { id: 'help.findings', menu: 'help', label: 'What the findings mean', key: null, screen: 'help' },
] as const satisfies readonly CommandShape[];

export type CommandId = (typeof table)[number]['id'];

export interface Command extends CommandShape {
  readonly id: CommandId;
}

/** In the order of the menus. */
export const commands: readonly Command[] = table;

export const menuTitles: Readonly<Record<Menu, string>> = {
  file: 'File',
  edit: 'Edit',
  view: 'View',
  go: 'Go',
  help: 'Help',
};
