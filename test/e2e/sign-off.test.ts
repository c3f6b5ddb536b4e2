/** The words of a pack from one quarter to the next, and what it takes to send it out. */
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acceptAll, auditTrail, dropQuarter, goTo, newBoard } from '#test/e2e/pages.ts';
import { buildWindow, hasBrowser, type Opened, openWindow, startBrowser } from '#test/e2e/window.ts';

const MINUTE = 60_000;
const PICTURES = process.env.EOC_PICTURES;
const WHY = 'The board meets tomorrow and the remaining officers clear their answers at the meeting.';

async function picture(page: Page, name: string): Promise<void> {
  if (!PICTURES) return;
  mkdirSync(PICTURES, { recursive: true });
  await page.waitForTimeout(800);
  await page.screenshot({ path: path.join(PICTURES, `${name}.png`) });
}

async function seriousIn(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

describe.skipIf(!hasBrowser)('the words of a pack', () => {
  let browser: Browser;
  let opened: Opened;
  let page: Page;

  const section = (name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) }).first();
  const words = (name: string) => page.getByRole('textbox', { name: `Words of ${name}` });
  const FGC = 'Family Group Conferences';

  beforeAll(async () => {
    const [started, folder] = await Promise.all([startBrowser(), buildWindow()]);
    browser = started;
    opened = await openWindow({ browser, folder });
    page = opened.page;
    await newBoard(page);
    for (const quarter of ['2020-21 Q1', '2020-21 Q2']) {
      await dropQuarter(page, quarter);
      await acceptAll(page);
    }
    await page.locator('#period').selectOption('2020-21 Q1');
    await goTo(page, 'Pack');
  }, 2 * MINUTE);

  afterAll(async () => {
    await opened?.close();
    await browser?.close();
  });

  test('a suggested sentence goes in with one key, and is reviewed with another', {
    timeout: MINUTE,
  }, async () => {
    await section(FGC).click();
    await words(FGC).click();
    await page.getByRole('region', { name: 'Suggested sentences' }).waitFor();
    expect(await words(FGC).locator('p').count()).toBe(0);
    await page.keyboard.press('Alt+1');
    await words(FGC).locator('.figure-chip').first().waitFor();
    await words(FGC).press('Control+Enter');
    await page.getByRole('button', { name: 'Reviewed ✓' }).waitFor();
  });

  test('the next quarter begins with them, with its own figures, and they are reviewed again', {
    timeout: MINUTE,
  }, async () => {
    const before = await words(FGC).textContent();
    await page.locator('#period').selectOption('2020-21 Q2');
    await section(FGC).click();
    await page.getByText('Carried over from 2020-21 Q1').waitFor();
    const after = await words(FGC).textContent();
    expect(after).toContain('in 2020-21 Q2');
    expect(after).not.toBe(before);
    await picture(page, 'carried');
    await words(FGC).press('Control+Enter');
    await page.getByRole('button', { name: 'Reviewed ✓' }).waitFor();
    expect(await page.getByText('Carried over from').count()).toBe(0);
  });

  test('a number typed by hand is held against the board, and made live', { timeout: MINUTE }, async () => {
    await words(FGC).press('Control+End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('There were 999 children referred in total.');
    const typed = page.getByRole('region', { name: 'Typed by hand' });
    await typed.getByText('differs from the board').waitFor();
    await picture(page, 'typed');
    await typed.getByRole('button', { name: /^Replace 999/ }).click();
    await typed.waitFor({ state: 'detached' });
    expect(await words(FGC).textContent()).not.toContain('999');
    expect(await seriousIn(page)).toEqual([]);
  });

  test('a figure is put in by what follows from it', { timeout: MINUTE }, async () => {
    await words(FGC).press('Alt+F');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('searchbox').fill('referrals conferences children');
    await dialog.getByRole('radio', { name: /^28 / }).click();
    await dialog.getByLabel('Say it as').selectOption('rose');
    await dialog.getByRole('button', { name: 'Insert' }).click();
    const rose = words(FGC).locator('.figure-chip.derived').last();
    await expect.poll(() => rose.textContent(), { timeout: 10_000 }).toMatch(/^(rose|fell|did not change)$/);
    await picture(page, 'words');
  });

  test('an answer is assigned, written and cleared by name and date', { timeout: MINUTE }, async () => {
    await page.getByRole('tab', { name: 'Sign-off' }).click();
    await page.getByLabel('Assigned to (Head of Finance)').fill('The officer');
    await page.keyboard.press('Enter');
    await words('Financial implications').click();
    await page.keyboard.type('There are none beyond what the report says.');
    await page.getByLabel('Cleared by').waitFor();
    await expect.poll(() => page.getByLabel('Cleared by').inputValue()).toBe('The officer');
    await page.getByLabel('On', { exact: true }).fill('2020-08-12');
    await page.getByRole('button', { name: 'Clear', exact: true }).click();
    await page.getByText('Cleared by The officer, 12 August 2020.').waitFor();
    await picture(page, 'sign-off');
    expect(await seriousIn(page)).toEqual([]);
  });

  test('a recommendation is raised, and stands in the list with its state', { timeout: MINUTE }, async () => {
    await page.getByRole('tab', { name: 'Actions' }).click();
    await page.getByRole('button', { name: 'Add a recommendation…' }).click();
    await page.getByLabel('What is to be done').fill('Report on waiting times');
    await page.getByLabel('Programme').selectOption('fgc');
    await page.getByLabel('Owner').fill('Head of Service');
    await page.getByLabel('Due').fill('2020-09-15');
    await page.getByRole('dialog').getByRole('button', { name: 'Add' }).click();
    await page.getByText('Overdue').waitFor();
    await picture(page, 'actions');
    expect(await seriousIn(page)).toEqual([]);
  });

  test('the pack is held back, goes out with a reason, and prints it with all that was cleared', {
    timeout: 2 * MINUTE,
  }, async () => {
    const files: string[] = [];
    page.on('download', async (download) => {
      if (download.suggestedFilename().endsWith('.html'))
        files.push(readFileSync(await download.path(), 'utf8'));
    });
    await page.getByRole('button', { name: 'Issue…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('“Legal implications” is not written').waitFor({ timeout: MINUTE });
    for (const name of ['Word', 'PDF', 'Web page'])
      await dialog.getByRole('checkbox', { name: new RegExp(`^${name}`) }).click();
    await expect
      .poll(() => dialog.getByRole('button', { name: 'Issue' }).isDisabled(), { timeout: 10_000 })
      .toBe(true);
    await picture(page, 'held-back');
    await dialog.getByLabel('Why it goes out all the same').fill(WHY);
    await dialog.getByRole('button', { name: 'Issue' }).click();
    await page.getByText('has been issued and its files saved').waitFor({ timeout: MINUTE });
    await expect.poll(() => files.length, { timeout: 10_000 }).toBe(1);
    const [sent = ''] = files;
    expect(sent).toContain(WHY);
    expect(sent).toContain('Cleared by The officer, 12 August 2020.');
    expect(sent).toContain('Report on waiting times');
    expect(sent).not.toContain('Carried over from');
    expect(await auditTrail(page)).toContain('Added the action “Report on waiting times”');
    expect(opened.complaints).toEqual([]);
  });
});
