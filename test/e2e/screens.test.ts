/** Every screen, looked over by axe in both colour schemes, at 200% zoom, and pictured. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { largeService, opening } from '#test/e2e/large.ts';
import { findingTitle, goTo, importWaiting, openSample, type ScreenName } from '#test/e2e/pages.ts';
import { buildWindow, hasBrowser, type Opened, openWindow, startBrowser } from '#test/e2e/window.ts';

const MINUTE = 60_000;

/** Where pictures go, when somebody asks for them with EOC_PICTURES. */
const PICTURES = process.env.EOC_PICTURES;

/** What shows that a screen is there. */
const READY: Readonly<Record<ScreenName, (page: Page) => Promise<unknown>>> = {
  Quarter: (page) => page.getByRole('region', { name: 'Next thing to do' }).waitFor(),
  Import: (page) => page.getByText('Returns on the board').waitFor(),
  Reconcile: async (page) => {
    await findingTitle(page);
    await page.locator('td.lit').first().waitFor();
  },
  Figures: async (page) => {
    await page.locator('.ag-cell.figure').first().click();
    await page.getByTestId('figure-value').waitFor();
  },
  Trends: (page) => page.locator('canvas').first().waitFor(),
  Pack: (page) => page.getByRole('img', { name: /as it will be printed/ }).waitFor({ timeout: MINUTE }),
  Board: (page) => page.getByLabel('Part of the definition').waitFor(),
  Help: (page) => page.getByRole('tab', { name: 'Keyboard' }).waitFor(),
};

const screens = Object.keys(READY) as ScreenName[];

async function picture(page: Page, name: string): Promise<void> {
  if (!PICTURES) return;
  mkdirSync(PICTURES, { recursive: true });
  // Out of everything's way, so that no tooltip stands in the picture.
  await page.mouse.move(1, (page.viewportSize()?.height ?? 768) - 1);
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  await page.waitForTimeout(600);
  await page.screenshot({ path: path.join(PICTURES, `${name}.png`) });
}

/** The serious and critical violations, each with where it stands. */
async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`).join(' | ')}`,
    );
}

const SETTINGS = [
  { name: 'light', dark: false, axe: true, viewport: { width: 1366, height: 768 } },
  { name: 'dark', dark: true, axe: true, viewport: { width: 1920, height: 1080 } },
  // 1366 by 768 at 200%: half as many of the page's own pixels each way. Colours and names are the same as above.
  { name: 'zoomed', dark: false, axe: false, viewport: { width: 683, height: 384 } },
] as const;

let browser: Browser;
let folder = '';

beforeAll(async () => {
  if (hasBrowser) [browser, folder] = await Promise.all([startBrowser(), buildWindow()]);
}, MINUTE);

afterAll(async () => browser?.close());

describe.skipIf(!hasBrowser).each(SETTINGS)('the window, $name', ({ name, dark, axe, viewport }) => {
  let opened: Opened;
  let page: Page;
  const check = async () => (axe ? violations(page) : []);

  beforeAll(async () => {
    opened = await openWindow({ browser, folder, dark, viewport });
    page = opened.page;
  }, MINUTE);

  afterAll(async () => opened?.close());

  test('Start is sound', { timeout: MINUTE }, async () => {
    await page.getByRole('button', { name: 'Open the sample board' }).waitFor();
    await picture(page, `start-${name}`);
    expect(await check()).toEqual([]);
    await openSample(page);
  });

  test.each(screens)('%s is sound and fits the width', { timeout: MINUTE }, async (screen) => {
    await goTo(page, screen);
    await READY[screen](page);
    await picture(page, `${screen.toLowerCase()}-${name}`);
    expect(await check()).toEqual([]);
    const overflow = await page.evaluate(() => {
      const main = document.querySelector('main');
      return main ? main.scrollWidth - main.clientWidth : 0;
    });
    expect(overflow).toBeLessThanOrEqual(1);
  });

  test('Import with files waiting, the messages and a dialog are sound too', {
    timeout: MINUTE,
  }, async () => {
    await importWaiting(page);
    await picture(page, `staged-${name}`);
    expect(await check()).toEqual([]);
    await goTo(page, 'Reconcile');
    await page.getByRole('tab', { name: 'Messages to providers' }).click();
    await page.getByRole('button', { name: 'Copy' }).first().click();
    await picture(page, `messages-${name}`);
    expect(await check()).toEqual([]);
    await goTo(page, 'Pack');
    await page.getByRole('button', { name: 'Issue…' }).click();
    await page.getByRole('dialog').getByLabel('Why it goes out all the same').waitFor();
    expect(await check()).toEqual([]);
    expect(opened.complaints).toEqual([]);
  });
});

test.skipIf(!hasBrowser)(
  'in high contrast what is chosen is told by its edge',
  { timeout: MINUTE },
  async () => {
    const opened = await openWindow({ browser, folder, dark: true, contrast: true });
    await openSample(opened.page);
    await goTo(opened.page, 'Pack');
    await opened.page.getByRole('tab', { name: 'Write' }).waitFor();
    const edges = await opened.page.evaluate(() => {
      const of = (chosen: string) =>
        [...document.querySelectorAll(`[role=tab][aria-selected=${chosen}]`)].map(
          (tab) => getComputedStyle(tab).borderBottomColor,
        );
      return { chosen: of('true'), others: [...new Set(of('false'))] };
    });
    await opened.close();
    expect([edges.chosen.length, edges.others.length]).toEqual([1, 1]);
    expect(edges.others).not.toEqual(edges.chosen);
  },
);

/** A second, with room for a machine that runs other tests at the same time. */
const BUDGET = 3000;

test.skipIf(!hasBrowser)('2,000 findings and 200,000 figures open at once', { timeout: MINUTE }, async () => {
  const opened = await openWindow({ browser, folder, service: largeService() });
  await opened.page.getByRole('region', { name: 'Next thing to do' }).waitFor();
  const reconcile = await opening(opened.page, 'Reconcile', '.list .ag-row');
  const figures = await opening(opened.page, 'Figures', '.ag-cell.figure');
  console.info(`Reconcile ${Math.round(reconcile)} ms, Figures ${Math.round(figures)} ms`);
  await opened.close();
  expect(Math.max(reconcile, figures)).toBeLessThan(BUDGET);
});
