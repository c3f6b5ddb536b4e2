/** From a finding to its cells, its decision, and the figure that follows. */
import { expect, test } from 'vitest';
import { figureRows } from '#shared/figure/rows.ts';
import { imported, newBoard, QUARTER, RIGHT, WRONG } from '#test/api/fixture.ts';
import type { TestService } from '#test/api/service.ts';

const WHY = 'The service counted again: one child is listed under two sources.';

async function wrongTotal({ ask }: TestService) {
  const findings = await ask('finding.list', { period: QUARTER });
  const found = findings.find(({ kind }) => kind === 'total');
  if (!found) throw new Error('the wrong total was not found');
  return found;
}

test('the sources of a finding are its cells lit in the table as it was sent', async () => {
  const service = await newBoard();
  await imported(service, WRONG);
  const { id } = await wrongTotal(service);
  const [view, ...more] = await service.ask('finding.sources', { id });
  expect(more).toEqual([]);
  expect(view).toMatchObject({ file: 'Return.csv', provider: 'fgc', period: QUARTER });
  expect([...(view?.lit ?? [])].sort()).toEqual(['B3', 'B4', 'B5', 'B6', 'B7']);
  const lit = view?.cells.map(({ row, col }) => {
    return view.grid.cells.find((cell) => cell.row === row && cell.col === col)?.text;
  });
  expect(lit?.toSorted()).toEqual(['1', '18', '2', '5', '9']);
});

test('a decision settles the finding, changes the figure, and can be undone', async () => {
  const service = await newBoard();
  await imported(service, WRONG);
  const { ask, call } = service;
  const { id, suspect } = await wrongTotal(service);
  const verdict = { kind: 'value', value: 17, cell: suspect ?? 0 } as const;
  expect(await call('finding.decide', { id, verdict, why: 'OK' })).toMatchObject({
    error: { code: 'reason' },
  });
  const decision = await ask('finding.decide', { id, verdict, why: WHY });
  const total = async () => {
    const rows = figureRows(await ask('figure.list', { period: QUARTER }));
    return rows.find(({ dims }) => Object.keys(dims).length === 0);
  };
  const figure = await total();
  expect(figure).toMatchObject({ measure: 'referrals', value: 17, text: '17', status: 'decided' });
  const explained = await ask('figure.explain', { key: figure?.id ?? '' });
  expect(explained.decisions).toEqual([decision]);
  expect(explained.sources[0]).toMatchObject({ file: 'Return.csv', lit: ['B7'] });
  await ask('board.undo', null);
  expect(await total()).toMatchObject({ value: 18, status: 'disputed' });
  expect(await wrongTotal(service)).toMatchObject({ status: 'open' });
});

test('a withdrawn decision opens the finding again', async () => {
  const service = await newBoard();
  await imported(service, WRONG);
  const { id } = await wrongTotal(service);
  const decided = await service.ask('finding.decide', { id, verdict: { kind: 'dismiss' }, why: WHY });
  expect(await wrongTotal(service)).toMatchObject({ status: 'dismissed' });
  await service.ask('finding.withdraw', { decision: decided.id, why: 'The service has answered since.' });
  expect(await wrongTotal(service)).toMatchObject({ status: 'open' });
});

test('open findings become one message for the provider, also as a Word file', async () => {
  const service = await newBoard();
  await imported(service, WRONG);
  const queries = await service.ask('finding.queries', { period: QUARTER });
  const query = queries.find(({ provider }) => provider === 'fgc');
  expect(query?.text).toContain('17, not 18');
  const file = await service.ask('finding.queryFile', { provider: 'fgc', period: QUARTER });
  expect(file.name).toBe(`Query to FGC service, ${QUARTER}.docx`);
  expect(Buffer.from(file.bytes, 'base64').subarray(0, 2).toString()).toBe('PK');
});

test('the quarter says what to do next, in the order it matters', async () => {
  const service = await newBoard();
  const { ask } = service;
  const checked = async () => {
    await ask('finding.list', { period: QUARTER });
    return ask('quarter.summary', { period: QUARTER });
  };
  const next = async () => (await checked()).next;
  expect(await next()).toEqual({ words: `Import the returns for ${QUARTER}`, screen: 'import' });
  await imported(service, WRONG);
  expect(await next()).toEqual({
    words: 'Settle 1 finding that would mislead the board',
    screen: 'reconcile',
  });
  await imported(service, RIGHT, QUARTER, 'Return v2.csv');
  expect((await next()).words).toMatch(/^Import the return of /);
  const { due, providers } = await checked();
  expect(due).toBe('2024-07-28');
  expect(providers.find(({ provider }) => provider === 'fgc')).toMatchObject({ state: 'in' });
  expect(providers.filter(({ state }) => state === 'late').length).toBeGreaterThan(0);
});

test('checking is told when it is done, and done only after the returns have changed', async () => {
  const service = await newBoard();
  const { ask, events } = service;
  await imported(service, WRONG);
  const checks = () => events.filter((event) => event.kind === 'progress' && event.task === 'check').length;
  expect(checks()).toBe(0);
  const { id } = await wrongTotal(service);
  expect(checks()).toBe(2);
  await ask('finding.decide', { id, verdict: { kind: 'dismiss' }, why: WHY });
  await ask('pack.front', { period: '2020-21 Q1', answers: { Author: 'Somebody' }, meeting: null });
  expect(await wrongTotal(service)).toMatchObject({ status: 'dismissed' });
  expect(checks()).toBe(2);
  await imported(service, RIGHT, QUARTER, 'Return v2.csv');
  await ask('finding.list', { period: null });
  expect(checks()).toBe(4);
});
