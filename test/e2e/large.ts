/** A service that answers with a large board, through the real host: for measuring window and transport alone. */
import type { Page } from 'playwright-core';
import type { ServiceClient } from '#electron/worker/client.ts';
import type { Answer } from '#shared/api/api.ts';

const FINDINGS = 2000;
const FIGURES = 200_000;

const range = <T>(size: number, of: (index: number) => T): readonly T[] =>
  Array.from({ length: size }, (_, at) => of(at));

const QUARTERS = range(40, (at) => `20${10 + (at >> 2)}-${11 + (at >> 2)} Q${(at % 4) + 1}`);
const PERIOD = QUARTERS.at(-1) ?? '';
const SEVERITIES = ['high', 'medium', 'low'] as const;

/** As large as a finding of a real board: a message, four cells, its arithmetic. */
const finding = (at: number) => ({
  id: `finding${at}`,
  kind: 'total',
  severity: SEVERITIES[at % 3],
  provider: null,
  period: PERIOD,
  title: `Row ${at} does not add up: 7 + 2 is 9, not 15`,
  message: `In “Referrals by source” the total of row ${at} is printed as 15, but its parts 7 and 2 add up to 9. Please say which is right.`,
  cells: range(4, (cell) => ({
    ref: { file: `Return ${at % 7}.xlsx`, sheet: 'Referrals', cell: `B${cell + 2}`, text: String(cell) },
    assertion: null,
    identity: `fgc|${PERIOD}|referrals|${at}|${cell}`,
    label: `Row ${at}, column ${cell}`,
  })),
  stated: '15',
  expected: '9',
  suspect: 0,
  alternatives: [1, 2],
  suggestion: '9 instead of 15 would make the total hold.',
  proposal: 9,
  arithmetic: ['7 + 2 = 9, not 15'],
  relations: [`table.sum:${at}`],
  fingerprint: 'f',
  status: 'open',
  decision: null,
});

const figures = () => ({
  measures: range(25, (at) => `measure${at}`),
  programmes: range(5, (at) => `programme${at}`),
  periods: QUARTERS,
  aspects: ['value'],
  units: ['children'],
  dimensions: range(40, (at) => ({ set: `member${at}` })),
  statuses: ['stated'],
  measure: range(FIGURES, (at) => Math.floor(at / 8000)),
  programme: range(FIGURES, (at) => Math.floor(at / 1600) % 5),
  period: range(FIGURES, (at) => at % 40),
  aspect: range(FIGURES, () => 0),
  unit: range(FIGURES, () => 0),
  dims: range(FIGURES, (at) => Math.floor(at / 40) % 40),
  status: range(FIGURES, () => 0),
  value: range(FIGURES, (at) => at % 97),
  text: range(FIGURES, (at) => String(at % 97)),
  sources: range(FIGURES, () => 1),
  decisions: range(FIGURES, () => 0),
  findings: range(FIGURES, () => 0),
});

function answers(): Readonly<Record<string, unknown>> {
  const board: Answer<'board.info'> = {
    path: 'b',
    name: 'Large',
    council: '',
    board: 'Large',
    encrypted: false,
    periods: QUARTERS,
    undo: null,
    redo: null,
    notices: [],
    review: null,
  };
  const quarter: Answer<'quarter.summary'> = {
    period: PERIOD,
    due: '2020-01-01',
    providers: [],
    checking: false,
    decided: 0,
    issued: [],
    open: { high: 667, medium: 667, low: 666 },
    coverage: { held: 1, violated: 1, notCheckable: [] },
    next: { words: 'Settle them', screen: 'reconcile' },
  };
  return {
    'board.info': board,
    'quarter.summary': quarter,
    'import.staged': [],
    'definition.get': { programmes: [], providers: [], measures: [], sets: [], tables: [], targets: [] },
    'finding.list': range(FINDINGS, finding),
    'figure.list': figures(),
  };
}

/** 2,000 findings and 200,000 figures. */
export function largeService(): ServiceClient {
  const said = new Map(
    Object.entries(answers()).map(([method, value]) => [method, JSON.stringify({ ok: true, value })]),
  );
  return {
    call: async (method) => said.get(method) ?? '{"ok":true,"value":null}',
    on: () => () => undefined,
    restart: () => undefined,
    stop: async () => undefined,
    pending: () => 0,
  };
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
