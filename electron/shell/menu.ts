/** The native menu, made from the table of commands; it follows the board that is open. */
import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { BoardInfo, RecentBoard } from '#shared/api/api.ts';
import {
  type Command,
  type CommandId,
  commands,
  type Menu as MenuName,
  menuTitles,
} from '#shared/api/commands.ts';

export interface MenuState {
  readonly board: Pick<BoardInfo, 'undo' | 'redo'> | null;
  readonly recent: readonly RecentBoard[];
}

export type Run = (command: CommandId, argument: string | null) => void;

export function showMenu(state: MenuState, run: Run): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(state, run)));
}

export function menuTemplate(state: MenuState, run: Run): MenuItemConstructorOptions[] {
  const names = Object.keys(menuTitles) as MenuName[];
  const menus: MenuItemConstructorOptions[] = names.map((menu) => ({
    label: menuTitles[menu],
    submenu: commands
      .filter((command) => command.menu === menu)
      .flatMap((command) => [...(command.apart ? [LINE] : []), itemOf(command, state, run)]),
  }));
  return process.platform === 'darwin' ? [{ role: 'appMenu' }, ...menus] : menus;
}

const LINE: MenuItemConstructorOptions = { type: 'separator' };

function itemOf(command: Command, state: MenuState, run: Run): MenuItemConstructorOptions {
  const { id, key, role } = command;
  const item = { id, label: labelOf(command, state), ...(key ? { accelerator: key } : {}) };
  if (role) return { ...item, role };
  if (id === 'board.openPath')
    return { ...item, enabled: state.recent.length > 0, submenu: recent(state, run) };
  return { ...item, enabled: isEnabled(command, state), click: () => run(id, null) };
}

function labelOf({ id, label }: Command, { board }: MenuState): string {
  const change = id === 'edit.undo' ? board?.undo : id === 'edit.redo' ? board?.redo : null;
  return change ? `${label}: ${change.length > 60 ? `${change.slice(0, 59)}…` : change}` : label;
}

function isEnabled({ id, needsBoard }: Command, { board }: MenuState): boolean {
  if (id === 'edit.undo') return Boolean(board?.undo);
  if (id === 'edit.redo') return Boolean(board?.redo);
  return !needsBoard || board !== null;
}

function recent(state: MenuState, run: Run): MenuItemConstructorOptions[] {
  return state.recent.map(({ name, path }) => ({
    label: name,
    sublabel: path,
    click: () => run('board.openPath', path),
  }));
}
