/** A host in the page itself that answers with a large board: for measuring the window alone. */
import type { Page } from 'playwright-core';

/** Runs in the page before anything of ours: `window.eoc` with 2,000 findings and 200,000 figures. */
function install(): void {
  const range = <T>(size: number, of: (index: number) => T): T[] =>
    Array.from({ length: size }, (_, at) => of(at));
  const quarters = range(
    40,
    (at) => `20${String(10 + (at >> 2))}-${String(11 + (at >> 2))} Q${(at % 4) + 1}`,
  );
  const period = quarters.at(-1) ?? '';
  const severity = (at: number) => ['high', 'medium', 'low'][at % 3];
  const findings = range(2000, (at) => ({
    id: `finding${at}`,
    kind: 'total',
    severity: severity(at),
    provider: null,
    period,
    title: `Row ${at} does not add up: 7 + 2 is 9, not 15`,
    message: 'The total is not the sum of its parts.',
    cells: [],
    stated: '15',
    expected: '9',
    suspect: null,
    alternatives: [],
    suggestion: null,
    arithmetic: ['7 + 2 = 9, not 15'],
    relations: [],
    fingerprint: 'f',
    status: 'open',
    decision: null,
  }));
  const size = 200_000;
  const figures = {
    measures: range(25, (at) => `measure${at}`),
    programmes: range(5, (at) => `programme${at}`),
    periods: quarters,
    aspects: ['value'],
    units: ['children'],
    dimensions: range(40, (at) => ({ set: `member${at}` })),
    statuses: ['stated'],
    measure: range(size, (at) => Math.floor(at / 8000)),
    programme: range(size, (at) => Math.floor(at / 1600) % 5),
    period: range(size, (at) => at % 40),
    aspect: range(size, () => 0),
    unit: range(size, () => 0),
    dims: range(size, (at) => Math.floor(at / 40) % 40),
    status: range(size, () => 0),
    value: range(size, (at) => at % 97),
    text: range(size, (at) => String(at % 97)),
    sources: range(size, () => 1),
    decisions: range(size, () => 0),
    findings: range(size, () => 0),
  };
  const none = { programmes: [], providers: [], measures: [], sets: [], tables: [], targets: [] };
  const open = { high: 667, medium: 667, low: 666 };
  const coverage = { held: 1, violated: 1, notCheckable: [] };
  const next = { words: 'Settle them', screen: 'reconcile' };
  const answers: Record<string, unknown> = {
    'board.info': {
      path: 'b',
      name: 'Large',
      council: '',
      board: 'Large',
      periods: quarters,
      undo: null,
      redo: null,
      notices: [],
    },
    'quarter.summary': {
      period,
      due: '2020-01-01',
      providers: [],
      checking: false,
      open,
      decided: 0,
      coverage,
      issued: [],
      next,
    },
    'import.staged': [],
    'definition.get': none,
    'finding.list': findings,
    'figure.list': figures,
  };
  const host = {
    kind: 'browser',
    call: async (method: string) => ({ ok: true, value: answers[method] ?? null }),
    on: () => () => undefined,
    choose: async () => null,
    save: async () => null,
    restart: async () => true,
    keychain: null,
  };
  Object.assign(window, { eoc: host });
}

export async function withLargeBoard(page: Page): Promise<void> {
  await page.addInitScript(install);
  await page.reload();
}

/** Milliseconds from choosing a screen to its first line being painted. */
export function opening(page: Page, screen: string, line: string): Promise<number> {
  return page.evaluate(
    async ({ screen: name, line: selector }) => {
      const buttons = [...document.querySelectorAll<HTMLElement>('nav button')];
      const began = performance.now();
      buttons.find((button) => button.textContent?.startsWith(name))?.click();
      while (!document.querySelector(selector)) await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      return performance.now() - began;
    },
    { screen, line },
  );
}
