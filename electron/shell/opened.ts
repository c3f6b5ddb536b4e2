/** Boards the system asks us to open: a double click, a drop on the icon, a second start. */
import { app } from 'electron';

/** False where the program runs already: then that one has been told, and this one should end. */
export function isOnlyInstance(): boolean {
  return app.requestSingleInstanceLock();
}

/** Calls `open` for every board asked for, from the first start's own words on; `again` at a second start. */
export function hearOpenedFiles(open: (path: string) => void, again: () => void): void {
  app.on('open-file', (event, path) => {
    event.preventDefault();
    open(path);
  });
  app.on('second-instance', (_, words) => {
    again();
    for (const path of boardsIn(words)) open(path);
  });
  for (const path of boardsIn(process.argv)) open(path);
}

/** Only files that end as boards do, and no options: the rest of the words are Electron's. */
function boardsIn(words: readonly string[]): readonly string[] {
  return words.slice(1).filter((word) => /\.eoc$/i.test(word) && !word.startsWith('-'));
}
