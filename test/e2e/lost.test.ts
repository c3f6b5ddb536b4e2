/** The service is killed while it puts returns on the board: what the window says, and how one goes on. */
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBoard } from '#db/open.ts';
import { eventHeads } from '#db/table/event.ts';
import { allReturns } from '#db/table/return.ts';
import { acceptAll, dropQuarter, goTo, newBoard } from '#test/e2e/pages.ts';
import { buildWindow, hasBrowser, type Opened, openWindow, startBrowser } from '#test/e2e/window.ts';

const MINUTE = 60_000;

/** What is on the board by its own file, whatever the window says. */
function stored({ home }: Opened) {
  const board = openBoard(path.join(home, 'Boards', 'Edge of Care board.eoc'));
  try {
    return {
      names: allReturns(board).map(({ name }) => name),
      kinds: eventHeads(board).map(({ kind }) => kind),
    };
  } finally {
    board.connection.close();
  }
}

describe.skipIf(!hasBrowser)('a service killed in the middle of an import', () => {
  let browser: Browser;
  let opened: Opened;

  beforeAll(async () => {
    const [started, folder] = await Promise.all([startBrowser(), buildWindow()]);
    browser = started;
    opened = await openWindow({ browser, folder });
  }, MINUTE);

  afterAll(async () => {
    await opened?.close();
    await browser?.close();
  });

  test('leaves whole returns only; the window says so, opens the board again, and the rest can be imported', {
    timeout: 2 * MINUTE,
  }, async () => {
    const { page } = opened;
    await newBoard(page);
    await dropQuarter(page, '2020-21 Q1');
    await page.getByRole('button', { name: /^Accept \d+ files?$/ }).click();
    await page.getByText('Putting on the board:').first().waitFor();
    process.kill(opened.servicePid(), 'SIGKILL');
    const alert = page.getByRole('alert');
    await alert.filter({ hasText: 'Your board is as it was before the last unfinished step' }).waitFor();
    const left = stored(opened);
    expect(left.names.length).toBeLessThan(6);
    expect(left.kinds).toEqual(['create-board', ...left.names.map(() => 'import-return')]);

    await page.getByRole('button', { name: 'Restart' }).click();
    await alert.waitFor({ state: 'detached' });
    const received = page.getByRole('region', { name: 'Returns on the board' });
    await received.waitFor();
    await expect
      .poll(() => received.locator('tbody tr').count(), { timeout: 10_000 })
      .toBe(left.names.length);

    await goTo(page, 'Quarter');
    await dropQuarter(page, '2020-21 Q1');
    await acceptAll(page);
    await expect.poll(() => received.locator('tbody tr').count(), { timeout: 20_000 }).toBe(6);
    expect(stored(opened).names.toSorted()).toEqual([...new Set(stored(opened).names)].sort());
  });
});
