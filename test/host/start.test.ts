/** `npm start` on a machine without Electron's binary. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ask, atEnd, folder } from '#test/host/host.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** The command line as people run it, with folders of its own and no browser. */
function started(words: readonly string[], root: string) {
  const child = spawn(process.execPath, [path.join(ROOT, 'electron/cli/start.mjs'), ...words], {
    cwd: root,
    env: {
      ...process.env,
      EOC_NO_OPEN: '1',
      EOC_DATA: path.join(root, 'data'),
      EOC_DOCUMENTS: path.join(root, 'Documents'),
      ELECTRON_OVERRIDE_DIST_PATH: path.join(root, 'no-electron'),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  atEnd(() => child.kill('SIGKILL'));
  let said = '';
  const address = new Promise<string>((resolve) => {
    child.stdout.on('data', (part) => {
      said += part;
      const [found] = /http:\/\/127\.0\.0\.1:\d+\/open\/\S+/.exec(said) ?? [];
      if (found) resolve(found);
    });
  });
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  return { child, address, ended, said: () => said };
}

test('the board opens in the browser, says why, and Ctrl-C ends it', async () => {
  const root = folder();
  const { child, address, ended, said } = started(['--as-built'], root);
  const { port, pathname } = new URL(await address);
  expect(said()).toContain('Electron is not installed on this machine');
  const entered = await ask(Number(port), pathname);
  const cookie = String(entered.headers['set-cookie']).split(';')[0] ?? '';
  const headers = { cookie, origin: `http://127.0.0.1:${port}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ argument: { path: 'Board', passphrase: null } });
  const created = await ask(Number(port), '/api/board.create', headers, body);
  expect(JSON.parse(created.text)).toMatchObject({ ok: true, value: { name: 'Board' } });
  child.kill('SIGINT');
  expect(await ended).toBe(0);
  const board = path.join(root, 'Documents', 'Board.eoc');
  expect([existsSync(board), existsSync(`${board}-wal`)]).toEqual([true, false]);
});
