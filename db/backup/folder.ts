/** Names and order of the rotating backups: `Backups/Edge of Care 2020-07-20 101112 000012.eoc`. */
import { exists, filesIn, folderOf, join, removeDatabase, stemOf } from '#db/disk.ts';

/** How many backups of one board are kept. */
export const KEEP = 10;

export function defaultFolder(path: string): string {
  return join(folderOf(path), 'Backups');
}

/** `at` is the ISO time of the change, `event` the last event's number; together they order the backups. */
export function backupPath(folder: string, board: string, at: string, event: number): string {
  const [date = '', time = ''] = at.split('T');
  const clock = time
    .replace(/[^0-9]/g, '')
    .slice(0, 6)
    .padEnd(6, '0');
  return join(folder, `${stemOf(board)} ${date} ${clock} ${String(event).padStart(6, '0')}.eoc`);
}

/** Backups of this board, oldest first, as full paths; other boards' files and safety copies are not listed. */
export function backupsOf(folder: string, board: string): readonly string[] {
  const stem = `${stemOf(board)} `;
  return filesIn(folder)
    .filter(
      (name) =>
        name.startsWith(stem) && /^\d{4}-\d{2}-\d{2} \d{6} \d{6,}\.eoc$/.test(name.slice(stem.length)),
    )
    .sort()
    .map((name) => join(folder, name));
}

export function newestBackup(folder: string, board: string): string | null {
  return backupsOf(folder, board).at(-1) ?? null;
}

/** Removes all but the newest `KEEP`. */
export function rotate(folder: string, board: string): void {
  for (const old of backupsOf(folder, board).slice(0, -KEEP)) removeDatabase(old);
}

/** `name.eoc`, or `name (2).eoc`, … whichever is not taken. */
export function freeName(folder: string, name: string): string {
  const wanted = join(folder, `${name}.eoc`);
  if (!exists(wanted)) return wanted;
  for (let n = 2; ; n += 1) {
    const next = join(folder, `${name} (${n}).eoc`);
    if (!exists(next)) return next;
  }
}
