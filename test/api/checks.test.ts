/** Checks are kept with the board; what is kept never differs from what checking afresh would say. */
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { forgetReadings } from '#db/table/reading.ts';
import { type Checks, checksOf, freshChecks, needsChecking } from '#electron/service/checks.ts';
import { figureList } from '#electron/service/figures.ts';
import { openSession } from '#electron/service/session.ts';
import { boardFindings, boardState } from '#electron/service/state.ts';
import { type FigureTable, figureTable } from '#shared/figure/rows.ts';
import { imported, newBoard, QUARTER, RIGHT, WRONG } from '#test/api/fixture.ts';
import type { TestService } from '#test/api/service.ts';

const WHY = 'The service counted again: one child is listed under two sources.';
const NEXT = '2024-25 Q2';

const pathOf = ({ root }: TestService) => path.join(root, 'Documents', 'Board.eoc');

type Told = readonly [Checks, FigureTable];

/** What another start of the program would say, and what it would say had nothing been kept. */
async function kept(service: TestService): Promise<readonly [Told, Told]> {
  using session = openSession(pathOf(service));
  const before: Told = [await checksOf(session), await figureList(session, () => boardState(session))];
  forgetReadings(session.board);
  using again = openSession(pathOf(service));
  const checks = await freshChecks(again);
  return [before, [checks, figureTable((await boardState(again)).figures)]];
}

/** Everything that may change what checking finds, and some that may not. */
const CHANGES: Readonly<Record<string, (service: TestService) => Promise<unknown>>> = {
  wrong: (service) => imported(service, WRONG),
  right: (service) => imported(service, RIGHT, QUARTER, 'Return v2.csv'),
  next: (service) => imported(service, WRONG, NEXT, 'Next.csv'),
  withdraw: async ({ ask }) => {
    const [first] = (await ask('return.list', null)).filter(({ status }) => status === 'current');
    return first && ask('return.withdraw', { id: first.id, why: 'It was sent twice.', reinstate: true });
  },
  decide: async ({ ask }) => {
    const [finding] = await ask('finding.list', { period: null });
    return finding && ask('finding.decide', { id: finding.id, verdict: { kind: 'dismiss' }, why: WHY });
  },
  teach: async ({ ask, call }) => {
    const [staged] = await ask('import.stage', {
      files: [
        { name: 'Taught.csv', bytes: Buffer.from('Source,Children\nBlorps,4\nTotal,5\n').toString('base64') },
      ],
    });
    const correction = { provider: 'fgc', period: NEXT, memory: { Blorps: 'source:cp' } };
    await call('import.correct', { id: staged?.id, correction });
    return call('import.accept', { ids: [staged?.id] });
  },
  rename: async ({ ask }) => {
    const definition = await ask('definition.get', null);
    const council = `${definition.council}!`;
    const sets = definition.sets.map((set) => {
      if (set.code !== 'source') return set;
      return { ...set, members: set.members.map((one, at) => (at ? one : { ...one, aliases: ['Blorps'] })) };
    });
    return ask('definition.set', { definition: { ...definition, council, sets } });
  },
  undo: ({ call }) => call('board.undo', null),
  redo: ({ call }) => call('board.redo', null),
};

test('whatever is done to a board, its kept checks and figures are those that checking afresh would give', {
  timeout: 120_000,
}, async () => {
  const names = fc.constantFrom(...Object.keys(CHANGES));
  await fc.assert(
    fc.asyncProperty(fc.array(names, { minLength: 1, maxLength: 6 }), async (list) => {
      const service = await newBoard();
      await imported(service, WRONG);
      for (const name of list) {
        await CHANGES[name]?.(service);
        const [before, fresh] = await kept(service);
        expect(before).toEqual(fresh);
        const { session } = service.context.current() ?? {};
        if (!session) continue;
        const figures = await figureList(session, () => boardState(session));
        expect([await checksOf(session), figures]).toEqual(fresh);
      }
    }),
    { numRuns: 12, seed: 5 },
  );
});

test('a board whose checks were kept tells its findings without opening a return', async () => {
  const service = await newBoard();
  await imported(service, WRONG);
  const findings = await service.ask('finding.list', { period: null });
  using session = openSession(pathOf(service));
  expect(needsChecking(session)).toBe(false);
  expect((await boardFindings(session)).findings).toEqual(findings);
  expect(session.memo.has('returns')).toBe(false);
  expect((await boardState(session)).returns).toHaveLength(1);
});

test('a board whose figures were kept lists them without opening a return', async () => {
  const service = await newBoard();
  await imported(service, RIGHT);
  const figures = await service.ask('figure.list', { period: null });
  expect(figures.value.length).toBeGreaterThan(0);
  using session = openSession(pathOf(service));
  expect(await figureList(session, () => boardState(session))).toEqual(figures);
  expect(session.memo.has('returns')).toBe(false);
});

test('the quarter is told at once while the returns are checked, and again when they are', async () => {
  const service = await newBoard();
  const { ask, events } = service;
  await imported(service, WRONG);
  const early = await ask('quarter.summary', { period: QUARTER });
  expect(early).toMatchObject({ checking: true, open: { high: 0, medium: 0, low: 0 } });
  expect(early.providers.find(({ provider }) => provider === 'fgc')).toMatchObject({ state: 'in' });
  await expect
    .poll(() => events.some((event) => event.kind === 'changed' && event.tables.includes('checked')))
    .toBe(true);
  expect(await ask('quarter.summary', { period: QUARTER })).toMatchObject({
    checking: false,
    open: { high: 1 },
    next: { words: 'Settle 1 finding that would mislead the board' },
  });
});
