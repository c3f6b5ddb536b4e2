/** Another board's definition, made in the window. */
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { goTo, newBoard } from '#test/e2e/pages.ts';
import { buildWindow, hasBrowser, type Opened, openWindow, startBrowser } from '#test/e2e/window.ts';

const MINUTE = 60_000;

describe.skipIf(!hasBrowser)('the definition of a board', () => {
  let browser: Browser;
  let opened: Opened;
  let page: Page;
  const part = (words: string) => page.getByLabel('Part of the definition').selectOption({ label: words });
  const add = async (one: string, name: string) => {
    await page.getByLabel(`New ${one}`).fill(name);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name, exact: true }).waitFor();
  };
  const save = () => page.getByRole('button', { name: 'Save definition' }).click();
  const kept = () => page.getByText(/^Version \d+$/).textContent();

  beforeAll(async () => {
    const [started, folder] = await Promise.all([startBrowser(), buildWindow()]);
    browser = started;
    opened = await openWindow({ browser, folder });
    page = opened.page;
    await newBoard(page);
    await goTo(page, 'Board');
  }, MINUTE);

  afterAll(async () => {
    await opened?.close();
    await browser?.close();
  });

  test('gains a programme, a service that returns it and a table, and stays unsaved elsewhere', {
    timeout: MINUTE,
  }, async () => {
    await part('Programmes');
    await add('programme', 'Night Shelter');
    await page.getByLabel('What it is, in a sentence for the report').fill('A bed for a night.');
    await part('Tables');
    await add('table', 'Nights by month');
    await page.getByLabel('Captions it is known by').fill('Nights by month\nBeds, by month');
    await page.getByRole('group', { name: 'Rows' }).getByRole('button', { name: 'Add a reading' }).click();
    await page.getByRole('group', { name: 'Rows' }).getByLabel('Labels are').selectOption('months');
    await goTo(page, 'Quarter');
    await goTo(page, 'Board');
    await page.getByText('Not saved yet').waitFor();
    await part('Tables');
    await page.getByRole('button', { name: 'Nights by month', exact: true }).click();
    expect(await page.getByLabel('Captions it is known by').inputValue()).toBe(
      'Nights by month\nBeds, by month',
    );
    const before = await page.getByText('Not saved yet').count();
    await save();
    await page.getByText('The definition is saved.').waitFor();
    expect([before, await kept()]).toEqual([1, 'Version 2']);
  });

  test('a mistake is named by its place in words, and nothing is saved', { timeout: MINUTE }, async () => {
    await part('Measures');
    await page.getByRole('button', { name: 'Referrals', exact: true }).click();
    await page.getByRole('button', { name: 'Remove Referrals', exact: true }).click();
    await save();
    const said = page.getByText(/^Tables, “.+”, facets, measure: There is no measure "referrals"\.$/);
    await expect.poll(() => said.count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Discard changes' }).click();
    expect(await kept()).toBe('Version 2');
  });

  test('goes to a file and comes back from it; another file is refused', { timeout: MINUTE }, async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as a file' }).click(),
    ]);
    const text = readFileSync(await download.path(), 'utf8').replace('"Night Shelter"', '"Day Shelter"');
    const picker = page.getByLabel('Definition file');
    await picker.setInputFiles({
      name: 'Board.json',
      mimeType: 'application/json',
      buffer: Buffer.from(text),
    });
    await part('Programmes');
    await page.getByRole('button', { name: 'Day Shelter' }).waitFor();
    await picker.setInputFiles({
      name: 'Notes.json',
      mimeType: 'application/json',
      buffer: Buffer.from('[1]'),
    });
    await page.getByText('“Notes.json” is no board definition.').waitFor();
    await page.getByRole('button', { name: 'Discard changes' }).click();
    await page.getByRole('button', { name: 'Night Shelter' }).waitFor();
  });

  test('has no serious fault in any of its forms', { timeout: 2 * MINUTE }, async () => {
    for (const words of [
      'Providers',
      'Tables',
      'Identities between measures',
      'Sections of the pack',
      'Glossary',
    ]) {
      await part(words);
      const { violations } = await new AxeBuilder({ page }).analyze();
      const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(grave.map(({ id, nodes }) => `${words} ${id}: ${nodes[0]?.html}`)).toEqual([]);
      if (process.env.EOC_PICTURES)
        await page.screenshot({ path: `${process.env.EOC_PICTURES}/board-${words}.png` });
    }
    expect(opened.complaints).toEqual([]);
  });
});
