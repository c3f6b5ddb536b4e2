/**
 * A second program with a board open: `node hold.ts FILE HOW`. `write` holds the write lock; `exclusive` keeps
 * everybody out; `half` is in the middle of a large change. It says `ready`, then waits to be killed.
 */

import { type Connection, connect } from '#db/driver.ts';
import { openBoard } from '#db/open.ts';
import { changeHalf } from '#test/db/child/half.ts';

const [, , file = '', how = ''] = process.argv;

let held: Connection;
if (how === 'exclusive') {
  const connection = connect(file, { readOnly: false, mustExist: true, passphrase: null });
  connection.pragma('locking_mode = EXCLUSIVE');
  connection.exec('BEGIN EXCLUSIVE');
  held = connection;
} else {
  const board = openBoard(file);
  board.connection.exec('BEGIN IMMEDIATE');
  if (how === 'half') changeHalf(board);
  held = board.connection;
}
process.stdout.write('ready\n');
// The reference keeps the connection from being collected, and with it the lock.
setInterval(() => held.open, 1000);
