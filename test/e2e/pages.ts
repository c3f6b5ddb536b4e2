/** What a person does in the window, in their words. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';

const RETURNS = path.resolve(import.meta.dirname, '../../electron/sample/returns');

/** Long enough for a slow machine to read and check thirteen returns. */
const PATIENCE = 60_000;

export type ScreenName =
  | 'Quarter'
  | 'Import'
  | 'Reconcile'
  | 'Figures'
  | 'Trends'
  | 'Pack'
  | 'Board'
  | 'Help';

export async function goTo(page: Page, screen: ScreenName): Promise<void> {
  await page
    .getByRole('navigation')
    .getByRole('button', { name: new RegExp(`^${screen}`) })
    .click();
}

export async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open the sample board' }).click();
  await page.getByRole('region', { name: 'Next thing to do' }).waitFor({ timeout: PATIENCE });
}

export async function newBoard(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'New board…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click();
  await page.getByRole('region', { name: 'Next thing to do' }).waitFor({ timeout: PATIENCE });
}

/** Fetches the returns that lie beside the sample board; answers how many there are. */
export async function importWaiting(page: Page): Promise<number> {
  await goTo(page, 'Quarter');
  await page.getByRole('button', { name: 'Import the waiting sample returns' }).click();
  const accept = page.getByRole('button', { name: /^Accept \d+ files$/ });
  await accept.waitFor({ timeout: PATIENCE });
  return Number(/\d+/.exec((await accept.textContent()) ?? '')?.[0]);
}

/** Drops the sample returns of a quarter onto the window, wherever it is. */
export function dropQuarter(page: Page, quarter: string): Promise<number> {
  return dropFolder(page, path.join(RETURNS, quarter));
}

/** Drops the files of a folder, and waits until all can be accepted. */
export async function dropFolder(
  page: Page,
  folder: string,
  before: () => Promise<unknown> = async () => null,
): Promise<number> {
  const files = readdirSync(folder).map((name) => ({
    name,
    bytes: readFileSync(path.join(folder, name)).toString('base64'),
  }));
  await page.evaluate((given) => {
    const dataTransfer = new DataTransfer();
    for (const { name, bytes } of given) {
      const content = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
      dataTransfer.items.add(new File([content], name));
    }
    Object.assign(window, { given: dataTransfer });
  }, files);
  await before();
  await page.evaluate(() => {
    const { given: dataTransfer } = window as unknown as { given: DataTransfer };
    const options = { dataTransfer, bubbles: true, cancelable: true };
    document.body.dispatchEvent(new DragEvent('dragover', options));
    document.body.dispatchEvent(new DragEvent('drop', options));
  });
  await page.getByRole('button', { name: `Accept ${files.length} files` }).waitFor({ timeout: PATIENCE });
  return files.length;
}

export async function acceptAll(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Accept \d+ files?$/ }).click();
  await page.getByText('Returns on the board').waitFor({ timeout: PATIENCE });
}

/** Names of everything in the audit trail, latest first. */
export async function auditTrail(page: Page): Promise<readonly string[]> {
  await goTo(page, 'Board');
  await page.getByRole('tab', { name: 'Audit trail' }).click();
  const cells = page.locator('.plain-table tbody tr td:nth-child(3)');
  await cells.first().waitFor();
  return cells.allTextContents();
}

export async function findingTitle(page: Page): Promise<string> {
  const title = page.getByTestId('finding-title');
  await title.waitFor({ timeout: PATIENCE });
  return (await title.textContent()) ?? '';
}

/** Settles the finding in hand by keys alone; answers its title. */
export async function decideByKeys(page: Page): Promise<string> {
  const title = await findingTitle(page);
  const suggested = (await page.getByRole('button', { name: 'Accept (A)' }).count()) > 0;
  const cells = await page.getByRole('radio', { name: /is right/ }).count();
  await page.keyboard.press(suggested ? 'a' : cells > 0 ? '1' : 'd');
  await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
  await page.keyboard.type(
    'The service says one family was counted twice in June, which is the difference of 1.',
  );
  await page.keyboard.press('Control+Enter');
  await page.waitForFunction(
    (before) => document.querySelector('[data-testid=finding-title]')?.textContent !== before,
    title,
  );
  return title;
}
