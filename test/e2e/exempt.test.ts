/** Feedback that names a child, from its file to the board edition, as its administrator does it. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { goTo, openSample } from '#test/e2e/pages.ts';
import { buildWindow, hasBrowser, type Opened, openWindow, startBrowser } from '#test/e2e/window.ts';

const MINUTE = 60_000;
const PICTURES = process.env.EOC_PICTURES;
const WORDS = 'Quillon was happy. We met Quillon Vesper on 04/05/2020, and his mother was glad of the help.';

async function picture(page: Page, name: string): Promise<void> {
  if (!PICTURES) return;
  mkdirSync(PICTURES, { recursive: true });
  await page.waitForTimeout(600);
  await page.screenshot({ path: path.join(PICTURES, `${name}.png`) });
}

async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

describe.skipIf(!hasBrowser)('exempt documents', () => {
  let browser: Browser;
  let opened: Opened;
  let page: Page;

  beforeAll(async () => {
    const [started, folder] = await Promise.all([startBrowser(), buildWindow()]);
    browser = started;
    opened = await openWindow({ browser, folder });
    page = opened.page;
    await openSample(page);
    await goTo(page, 'Pack');
    await page.getByRole('tab', { name: 'Exempt documents' }).click();
    await page.getByText('No exempt documents').waitFor();
  }, 2 * MINUTE);

  afterAll(async () => {
    await opened?.close();
    await browser?.close();
  });

  test('are checked title and all, settled with the keyboard, and put in', { timeout: MINUTE }, async () => {
    expect(await violations(page)).toEqual([]);
    const file = { name: 'Orrin Tarn.txt', mimeType: 'text/plain', buffer: Buffer.from(WORDS) };
    await page.getByLabel('Exempt document', { exact: true }).setInputFiles(file);
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Title of the appendix').fill('Quillon’s story');
    expect(await violations(page)).toEqual([]);
    await picture(page, 'exempt-add');
    await dialog.getByRole('button', { name: 'Add' }).click();
    await page.getByText('4 of 4 still to be settled').waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'exempt-open');
    await page.getByRole('button', { name: 'Accept 04/05/2020' }).press('Enter');
    await page.getByRole('button', { name: 'Mask all 3 still open' }).press('Enter');
    await page.getByRole('button', { name: 'Put in the board edition' }).press('Enter');
    await page.getByText('No pattern finds everything').waitFor();
    expect(await page.getByText(/Quillon|Vesper|Orrin/).count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    await picture(page, 'exempt-in');
  });

  test('the next one has a title of its own, and can be taken away', { timeout: MINUTE }, async () => {
    const file = { name: 'More.txt', mimeType: 'text/plain', buffer: Buffer.from('All went well.') };
    await page.getByLabel('Exempt document', { exact: true }).setInputFiles(file);
    await page.getByRole('dialog').getByRole('button', { name: 'Add' }).click();
    await page.getByRole('button', { name: 'Take away Case study 1' }).press('Enter');
    await page.getByText('More.txt').waitFor({ state: 'detached' });
    expect(opened.complaints).toEqual([]);
  });
});
