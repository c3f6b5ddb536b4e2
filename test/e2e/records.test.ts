/** House style, comparing packs and reviewed copies, as a person does them in the window. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acceptAll, dropQuarter, goTo, newBoard } from '#test/e2e/pages.ts';
import { buildWindow, hasBrowser, type Opened, openWindow, startBrowser } from '#test/e2e/window.ts';
import { templateDocx } from '#test/house/template.ts';

const MINUTE = 60_000;
const PICTURES = process.env.EOC_PICTURES;

async function picture(page: Page, name: string): Promise<void> {
  if (!PICTURES) return;
  mkdirSync(PICTURES, { recursive: true });
  await page.waitForTimeout(500);
  await page.screenshot({ path: path.join(PICTURES, `${name}.png`) });
}

/** The serious and critical violations of what is on the screen. */
async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(' | ')}`);
}

let browser: Browser;
let folder = '';
let opened: Opened;
let page: Page;

beforeAll(async () => {
  if (!hasBrowser) return;
  [browser, folder] = await Promise.all([startBrowser(), buildWindow()]);
  opened = await openWindow({ browser, folder });
  page = opened.page;
  await newBoard(page);
  await dropQuarter(page, '2020-21 Q1');
  await acceptAll(page);
}, 2 * MINUTE);

afterAll(async () => {
  await opened?.close();
  await browser?.close();
});

describe.skipIf(!hasBrowser)('the council’s own look', () => {
  test('comes from its template, is seen before it is saved, and is undone', {
    timeout: MINUTE,
  }, async () => {
    await goTo(page, 'Board');
    await page.getByRole('tab', { name: 'House style' }).click();
    const template = { name: 'Council.dotx', mimeType: '', buffer: Buffer.from(templateDocx()) };
    await page.getByLabel('Word template', { exact: true }).last().setInputFiles(template);
    await page.getByText('Council.dotx').waitFor();
    await page.getByRole('img', { name: 'A page of text in this style' }).waitFor();
    await page.getByRole('img', { name: 'Council logo' }).waitFor();
    await picture(page, 'house');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('The house style is saved.').waitFor();
    await page.getByRole('textbox', { name: /Colour of headings/ }).fill('#92D050');
    await page.getByText('too pale to read on white').waitFor();
    await page.getByRole('tab', { name: 'Audit trail' }).click();
    await page.getByRole('cell', { name: 'Changed the house style: logo, Word template' }).waitFor();
  });
});

describe.skipIf(!hasBrowser)('comparing packs', () => {
  test('shows what changed since one went out', { timeout: 2 * MINUTE }, async () => {
    await goTo(page, 'Pack');
    await page.getByRole('tab', { name: 'Compare' }).click();
    await page.getByText('Nothing to compare yet').waitFor();
    await page.getByRole('button', { name: 'Issue…' }).click();
    const why = page.getByRole('textbox', { name: /Why it goes out/ });
    await why.fill('The board meets tomorrow; the open differences are named in the data-quality note.');
    await page.getByRole('dialog').getByRole('button', { name: 'Issue', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached', timeout: MINUTE });
    await page.getByText('Figures: none differs').waitFor({ timeout: MINUTE });
    await page.getByRole('tab', { name: 'Write' }).click();
    await page.getByRole('textbox', { name: /^Words of/ }).click();
    await page.keyboard.type('A sentence that was not in the pack that went out.');
    await page.getByText('Saved', { exact: true }).waitFor();
    await page.getByRole('tab', { name: 'Compare' }).click();
    await page.getByRole('cell', { name: 'A sentence that was not in the pack that went out.' }).waitFor();
    await picture(page, 'compare');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('tab', { name: 'Issued packs' }).click();
    await page.getByText('as it went out').first().waitFor();
    await picture(page, 'issued');
    expect(opened.complaints).toEqual([]);
  });
});

describe.skipIf(!hasBrowser)('review', () => {
  const WORDS = 'three short words';
  let copy = '';

  test('a copy goes out with a passphrase', { timeout: 2 * MINUTE }, async () => {
    await goTo(page, 'Pack');
    await page.getByRole('tab', { name: 'Review' }).click();
    await page.getByRole('button', { name: 'Send for review…' }).click();
    await page.getByLabel('Passphrase', { exact: true }).fill(WORDS);
    await page.getByLabel('Passphrase again').fill(WORDS);
    await picture(page, 'review-send');
    const [download] = await Promise.all([
      page.waitForEvent('download', { timeout: MINUTE }),
      page.getByRole('button', { name: 'Save the copy' }).click(),
    ]);
    copy = `${await download.path()}.eoc`;
    await download.saveAs(copy);
  });

  test('the reviewer reads it, comments, and closes it', { timeout: 2 * MINUTE }, async () => {
    const theirs = await openWindow({ browser, folder });
    try {
      const { page: reader } = theirs;
      await reader.getByRole('button', { name: 'Open a board…' }).click();
      await reader.getByRole('textbox', { name: /full path/i }).fill(copy);
      await reader.getByRole('dialog').getByRole('button', { name: 'Open', exact: true }).click();
      await reader.getByLabel('Passphrase', { exact: true }).fill(WORDS);
      await reader.getByRole('dialog').getByRole('button', { name: 'Open', exact: true }).click();
      await reader.getByRole('heading', { name: /^For review/ }).waitFor();
      await reader.getByRole('img', { name: /^Page 1 of/ }).waitFor({ timeout: MINUTE });
      await reader.getByLabel('Your name').fill('A. Reviewer');
      await reader.getByLabel('Your comment').fill('Say which wards are meant.');
      await reader.getByRole('button', { name: 'Add the comment' }).click();
      await reader.getByText('Say which wards are meant.').last().waitFor();
      await picture(reader, 'review-copy');
      expect(await violations(reader)).toEqual([]);
      await reader.getByRole('button', { name: 'Close the copy' }).click();
      await reader.getByRole('button', { name: 'Open the sample board' }).waitFor();
      expect(theirs.complaints).toEqual([]);
    } finally {
      await theirs.close();
    }
  });

  test('the copy is merged, and the comment resolved beside its section', {
    timeout: 2 * MINUTE,
  }, async () => {
    await page.getByLabel('Reviewed copy').setInputFiles(copy);
    await page.getByLabel('Passphrase of the copy').fill(WORDS);
    await page.getByRole('button', { name: 'Merge', exact: true }).click();
    await page.getByText('Say which wards are meant.').waitFor({ timeout: MINUTE });
    await picture(page, 'review-merged');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('tab', { name: 'Write' }).click();
    await page.getByRole('heading', { name: 'Comments (1)' }).waitFor();
    await picture(page, 'review-beside');
    await page.getByRole('button', { name: 'Resolve' }).click();
    await page.getByRole('heading', { name: 'Comments (1)' }).waitFor({ state: 'detached' });
    expect(opened.complaints).toEqual([]);
  });
});
