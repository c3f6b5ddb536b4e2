/** A change so large that its pages reach the disk before it is committed. */
import { applyDiff } from '#db/apply.ts';
import type { Board } from '#db/open.ts';
import { storeFile } from '#db/table/file.ts';
import { NO_CHANGE } from '#shared/operation/diff.ts';

export function changeHalf(board: Board): void {
  board.connection.pragma('cache_size = 5');
  for (let n = 0; n < 200; n += 1) {
    const sha256 = String(n).padStart(64, '0');
    storeFile(board, { name: `${n}`, sha256, bytes: new Uint8Array(10_000).fill(n) });
    applyDiff(board, { ...NO_CHANGE, added: { setting: [{ name: `half ${n}`, value: '1' }] } });
  }
}
