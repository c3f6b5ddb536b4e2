/**
 * What somebody at the window waits for, in milliseconds: the browser host with a real browser, on a board of ten
 * simulated years, and on one of 2,000 findings and 200,000 figures.
 */
import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { tenYears } from '#test/bench/ten-years.ts';
import { type Timing, timing } from '#test/bench/timing.ts';
import { largeService, opening } from '#test/e2e/large.ts';
import { acceptAll, dropFolder, goTo } from '#test/e2e/pages.ts';
import { buildWindow, type Opened, openWindow, startBrowser } from '#test/e2e/window.ts';

interface Bench {
  readonly browser: Browser;
  /** Folder of the built window. */
  readonly folder: string;
  /** A data folder whose recent board is that of ten years. */
  readonly home: string;
  /** Folder of a quarter's returns that are not on it. */
  readonly more: string;
}

const PATIENCE = 120_000;

/** Makes the board and the window once. */
async function prepared(quarters: number): Promise<Bench> {
  const home = mkdtempSync(path.join(tmpdir(), 'eoc-window-bench-'));
  const { board, more } = await tenYears(path.join(home, 'made'), quarters);
  mkdirSync(path.join(home, 'Boards'));
  renameSync(board, path.join(home, 'Boards', 'Ten years.eoc'));
  const [browser, folder] = await Promise.all([startBrowser(), buildWindow()]);
  await openedOnce(browser, folder, home);
  return { browser, folder, home, more };
}

/** Puts the board among the recent ones, and checks it for the first time. */
async function openedOnce(browser: Browser, folder: string, home: string): Promise<void> {
  const { page, leave } = await openWindow({ browser, folder, home });
  await page.evaluate(async () => {
    const call = (method: string, argument: unknown) =>
      fetch(`/api/${method}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ argument }),
      });
    await call('board.open', { path: 'Ten years.eoc', passphrase: null });
    await call('finding.list', { period: null });
  });
  await leave();
}

async function ended({ browser, folder, home }: Bench): Promise<void> {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
  rmSync(home, { recursive: true, force: true });
}

/** Keeps the longest time for which the page could not answer, since it was last asked. */
async function watchLongTasks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const kept = { worst: 0 };
    Object.assign(window, { longTask: kept });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) kept.worst = Math.max(kept.worst, duration);
    }).observe({ type: 'longtask', buffered: true });
  });
}

/** Milliseconds; tasks under 50 ms are not told by the browser and count as none. */
function longestTask(page: Page): Promise<number> {
  return page.evaluate(() => {
    const kept = (window as unknown as { longTask: { worst: number } }).longTask;
    const { worst } = kept;
    kept.worst = 0;
    return worst;
  });
}

/** From choosing the board to the quarter with its findings counted, painted. */
function openRecent(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const board = [...document.querySelectorAll<HTMLElement>('button')].find((one) =>
      one.textContent?.includes('Ten years'),
    );
    const began = performance.now();
    board?.click();
    while (!document.querySelector('.quarter .tally')) await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    return performance.now() - began;
  });
}

async function start(bench: Bench): Promise<Opened> {
  const opened = await openWindow(bench);
  opened.page.setDefaultTimeout(PATIENCE);
  await watchLongTasks(opened.page);
  await opened.page.reload();
  return opened;
}

/** A program that has just been started opens the board; what it worked out the last time is kept with the board. */
async function interactive(bench: Bench, runs: number): Promise<readonly Timing[]> {
  const [open, reconcile, figures] = [
    timing('Ten years of returns: from opening the board to the quarter', 2000),
    timing('Ten years of returns: opening Reconcile', 1000),
    timing('Ten years of returns: opening Figures', 1000),
  ];
  for (let run = 0; run < runs; run += 1) {
    const { page, leave } = await start(bench);
    await page
      .getByRole('button', { name: /Ten years/ })
      .first()
      .waitFor({ timeout: PATIENCE });
    open.ms.push(await openRecent(page));
    reconcile.ms.push(await opening(page, 'Reconcile', '.list .ag-row'));
    figures.ms.push(await opening(page, 'Figures', '.ag-cell.figure'));
    await leave();
  }
  return [open, reconcile, figures];
}

/** The window and the way to it alone: the service answers at once. */
async function large({ browser, folder }: Bench, runs: number): Promise<readonly Timing[]> {
  const reconcile = timing('Opening Reconcile with 2,000 findings', 1000);
  const figures = timing('Opening Figures with 200,000 rows', 1000);
  for (let run = 0; run < runs; run += 1) {
    const opened = await openWindow({ browser, folder, service: largeService() });
    await opened.page.getByRole('region', { name: 'Next thing to do' }).waitFor({ timeout: PATIENCE });
    reconcile.ms.push(await opening(opened.page, 'Reconcile', '.list .ag-row'));
    figures.ms.push(await opening(opened.page, 'Figures', '.ag-cell.figure'));
    await opened.close();
  }
  return [reconcile, figures];
}

/** From a key in the words of a section to the page that shows them. */
async function typed(page: Page, letter: string): Promise<number> {
  await page.evaluate(() => {
    const state = { began: 0, took: 0 };
    Object.assign(window, { typing: state });
    addEventListener('keydown', () => {
      state.began = performance.now();
      state.took = 0;
    });
    document.querySelector('.pages')?.addEventListener(
      'load',
      () => {
        state.took = performance.now() - state.began;
      },
      { capture: true },
    );
  });
  await page.keyboard.press(letter);
  const took = await page.waitForFunction(
    () => (window as unknown as { typing: { took: number } }).typing.took || null,
    null,
    { timeout: PATIENCE },
  );
  return Number(await took.jsonValue());
}

async function typing(bench: Bench, runs: number): Promise<readonly Timing[]> {
  const preview = timing('From a key typed to the page drawn anew', 300);
  const { page, leave } = await start(bench);
  await page
    .getByRole('button', { name: /Ten years/ })
    .first()
    .click();
  await goTo(page, 'Pack');
  const box = page.getByRole('textbox', { name: /^Words of/ });
  await box.waitFor({ timeout: PATIENCE });
  await page.getByRole('img', { name: /^Page 1 / }).waitFor({ timeout: PATIENCE });
  await box.click();
  for (let run = 0; run <= runs; run += 1) {
    await page.waitForTimeout(500);
    const took = await typed(page, 'abcdefghij'[run % 10] ?? 'x');
    if (run > 0) preview.ms.push(took);
  }
  await leave();
  return [preview];
}

/** How long the window could not answer while returns are read, taken onto the board and checked, and while scrolling. */
async function holdUps(bench: Bench): Promise<readonly Timing[]> {
  const [reading, checking, scrolling] = [
    timing('Longest time the window is held up while returns are read', 50),
    timing('… while they are put on the board and checked', 50),
    timing('… while figures are scrolled', 50),
  ];
  const { page, leave } = await start(bench);
  await page
    .getByRole('button', { name: /Ten years/ })
    .first()
    .click();
  await page.locator('.quarter .tally').waitFor({ timeout: PATIENCE });
  await dropFolder(page, bench.more, () => longestTask(page));
  reading.ms.push(await longestTask(page));
  await acceptAll(page);
  await goTo(page, 'Quarter');
  await page.locator('.quarter .tally').waitFor({ timeout: PATIENCE });
  checking.ms.push(await longestTask(page));
  await goTo(page, 'Figures');
  await page.locator('.ag-cell.figure').first().waitFor({ timeout: PATIENCE });
  await longestTask(page);
  await page.locator('.ag-cell.figure').first().hover();
  for (let turn = 0; turn < 20; turn += 1) {
    await page.mouse.wheel(0, 900);
    await page.waitForTimeout(50);
  }
  scrolling.ms.push(await longestTask(page));
  await leave();
  return [reading, checking, scrolling];
}

/** Every measurement of the window, on a board of so many quarters. */
export async function windowBench(quarters: number, runs: number): Promise<readonly Timing[]> {
  const bench = await prepared(quarters);
  try {
    const opened = [...(await interactive(bench, runs)), ...(await large(bench, runs))];
    return [...opened, ...(await typing(bench, 2 * runs)), ...(await holdUps(bench))];
  } finally {
    await ended(bench);
  }
}
