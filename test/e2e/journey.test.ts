/** A new user's first quarters, from an empty window to a pack and back. */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  acceptAll,
  auditTrail,
  decideByKeys,
  dropQuarter,
  findingTitle,
  goTo,
  importWaiting,
  newBoard,
  openSample,
} from '#test/e2e/pages.ts';
import { buildWindow, hasBrowser, type Opened, openWindow, startBrowser } from '#test/e2e/window.ts';

const MINUTE = 60_000;

describe.skipIf(!hasBrowser)('a new user', () => {
  let browser: Browser;
  let folder = '';
  let opened: Opened;
  let page: Page;

  beforeAll(async () => {
    [browser, folder] = await Promise.all([startBrowser(), buildWindow()]);
    opened = await openWindow({ browser, folder });
    page = opened.page;
  }, MINUTE);

  afterAll(async () => {
    await opened?.close();
    await browser?.close();
  });

  test('opens the sample board, is told what to do next, and tries an import', {
    timeout: MINUTE,
  }, async () => {
    await openSample(page);
    await expect
      .poll(() => page.getByRole('button', { name: 'Go to Reconcile' }).count(), { timeout: 10_000 })
      .toBe(1);
    await expect.poll(() => page.locator('.plain-table tbody tr').count(), { timeout: 10_000 }).toBe(7);
    expect(await importWaiting(page)).toBe(3);
    await acceptAll(page);
    await goTo(page, 'Quarter');
    const returns = page.getByRole('region', { name: 'Returns' });
    await expect.poll(() => returns.getByText('Late', { exact: true }).count(), { timeout: 10_000 }).toBe(1);
    expect(await page.getByRole('button', { name: 'Import the waiting sample returns' }).count()).toBe(0);
    await page.keyboard.press('Control+Shift+W');
    await page.getByText('Recent boards').waitFor();
  });

  test('drops the first quarter, corrects one mapping and accepts', { timeout: MINUTE }, async () => {
    await newBoard(page);
    expect(await dropQuarter(page, '2020-21 Q1')).toBe(6);
    await page.getByRole('button', { name: /^FGC/ }).click();
    await page.getByRole('tab', { name: /Categories/ }).click();
    const first = page
      .getByRole('table')
      .locator('tbody tr')
      .filter({ has: page.getByRole('combobox') })
      .first();
    const label = ((await first.locator('th').textContent()) ?? '').trim();
    const choice = first.getByRole('combobox');
    const other = await choice.locator('option:not(:checked)').last().getAttribute('value');
    await choice.selectOption(other);
    await page.waitForFunction(
      (value) => [...document.querySelectorAll('select')].some((select) => select.value === value),
      other,
    );
    await acceptAll(page);
    const remembered = page.getByRole('region', { name: 'Remembered corrections' });
    await expect.poll(() => remembered.locator('tbody tr').count(), { timeout: 10_000 }).toBe(1);
    expect((await remembered.locator('tbody tr').textContent())?.toLowerCase()).toContain(
      label.toLowerCase(),
    );
  });

  test('drops the second quarter: thirteen returns are on the board', { timeout: MINUTE }, async () => {
    await goTo(page, 'Quarter');
    expect(await dropQuarter(page, '2020-21 Q2')).toBe(7);
    await acceptAll(page);
    const returns = page.getByRole('region', { name: 'Returns on the board' });
    await returns.locator('tbody tr').first().waitFor();
    await expect.poll(() => returns.locator('tbody tr').count(), { timeout: 10_000 }).toBe(13);
  });

  test('decides ten findings by keyboard alone, and undoes and redoes the last', {
    timeout: MINUTE,
  }, async () => {
    await page.keyboard.press('Control+3');
    await findingTitle(page);
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    const settled: string[] = [];
    for (let number = 0; number < 10; number += 1) settled.push(await decideByKeys(page));
    await page.keyboard.press('u');
    await page.getByRole('button', { name: /^Redo: / }).waitFor();
    await page.keyboard.press('Control+Y');
    await page.getByRole('button', { name: 'Nothing to redo' }).waitFor();
    const trail = await auditTrail(page);
    expect(settled).toHaveLength(10);
    const decided = /^(Accepted a cell of|Entered a value for|Dismissed) “.+”: /;
    expect(trail.filter((line) => decided.test(line))).toHaveLength(10);
    expect(trail.slice(0, 2).map((line) => line.split(':')[0])).toEqual(['Redid', 'Undid']);
  });

  test('follows a number to the cell it comes from', { timeout: MINUTE }, async () => {
    await goTo(page, 'Figures');
    const cell = page.locator('.ag-cell.figure.stated').first();
    await cell.click();
    const value = await page.getByTestId('figure-value').textContent();
    expect((await cell.textContent())?.trim()).toBe(value);
    const lit = page.getByRole('complementary').locator('td.lit');
    await lit.first().waitFor();
    await expect.poll(() => lit.count(), { timeout: 10_000 }).toBeGreaterThan(0);
  });

  test('writes words with a live figure and sees them saved', { timeout: MINUTE }, async () => {
    await goTo(page, 'Pack');
    await page.getByRole('textbox', { name: /^Words of/ }).click();
    await page.keyboard.type('More families were referred than a year ago: ');
    await page.getByRole('button', { name: 'Insert figure…' }).click();
    await page.getByRole('dialog').getByRole('radio').first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Insert' }).click();
    await page
      .getByRole('status')
      .filter({ hasText: /^Saved$/ })
      .waitFor();
    await expect.poll(() => page.locator('.figure-chip').count(), { timeout: 10_000 }).toBe(1);
    await page.getByRole('img', { name: 'Page 1 as it will be printed' }).waitFor({ timeout: MINUTE });
  });

  test('exports Word and PDF', { timeout: MINUTE }, async () => {
    const files = new Map<string, string>();
    page.on('download', async (download) => {
      const start = readFileSync(await download.path())
        .subarray(0, 4)
        .toString('latin1');
      files.set(download.suggestedFilename().split('.').at(-1) ?? '', start);
    });
    await page.getByRole('button', { name: 'Export…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Export' }).click();
    await page.getByText('2 files saved.').waitFor({ timeout: MINUTE });
    await expect.poll(() => files.size).toBe(2);
    expect(Object.fromEntries(files)).toEqual({ docx: 'PK\u0003\u0004', pdf: '%PDF' });
  });

  test('closes, opens again, and all of it is there', { timeout: MINUTE }, async () => {
    expect(opened.complaints).toEqual([]);
    opened = await opened.reopen();
    page = opened.page;
    await page.getByRole('region', { name: 'Recent boards' }).getByRole('button').first().click();
    await goTo(page, 'Import');
    const returns = page.getByRole('region', { name: 'Returns on the board' });
    await returns.locator('tbody tr').first().waitFor();
    await expect.poll(() => returns.locator('tbody tr').count(), { timeout: 10_000 }).toBe(13);
    await goTo(page, 'Pack');
    await page.getByText('More families were referred than a year ago').waitFor();
    await goTo(page, 'Reconcile');
    await page.getByLabel('Show').selectOption('settled');
    await page.getByText('Take back…').waitFor();
    expect(opened.complaints).toEqual([]);
  });

  test('a service that stops is said so, and starts again', { timeout: MINUTE }, async () => {
    await goTo(page, 'Quarter');
    process.kill(opened.servicePid());
    await page.getByRole('button', { name: 'Restart' }).click();
    await page
      .getByRole('button', { name: 'Open the sample board' })
      .or(page.getByRole('navigation'))
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Restart' }).waitFor({ state: 'detached' });
  });
});
