/**
 * Opens a board as a person without rights would: `node attempt.ts FILE HOW` (`write`, `read` or `replace`), and prints
 * the refusal's code and message, or the board's definition code.
 */

import { restoreFrom } from '#db/backup/restore.ts';
import { isBoardError } from '#db/error.ts';
import { closeBoard, openBoard } from '#db/open.ts';
import { currentDefinition } from '#db/table/definition.ts';

const [, , file = '', how = ''] = process.argv;

try {
  if (how === 'replace') restoreFrom(file, file);
  const board = how === 'read' ? openBoard(file, { readOnly: true }) : openBoard(file);
  process.stdout.write(`opened: ${currentDefinition(board).code}`);
  closeBoard(board);
} catch (error) {
  process.stdout.write(isBoardError(error) ? `${error.code}: ${error.message}` : String(error));
}
