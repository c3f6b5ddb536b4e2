/** Statements in texts that a person links to figures: remembered for the sentence, undoable, checked at once. */
import { expect, test } from 'vitest';
import { figureRows } from '#shared/figure/rows.ts';
import { newBoard } from '#test/api/fixture.ts';
import { given, type TestService } from '#test/api/service.ts';

const [FIRST, NEXT] = ['2024-25 Q1', '2024-25 Q2'];

/** A page with one table and one sentence whose words no figure of the board has. */
function pageOf(total: number, said: number): string {
  const rows = [
    ['CIN', 5],
    ['CP', total - 5],
    ['Total', total],
  ].map(([label, number]) => `<tr><td>${label}</td><td>${number}</td></tr>`);
  return `<html><body><p>FGC referrals by source</p>
    <table><tr><th>Source</th><th>No. of children</th></tr>${rows.join('')}</table>
    <p>The doorbell rang for ${said} youngsters this time.</p></body></html>`;
}

async function imported({ ask }: TestService, period: string, page: string): Promise<void> {
  const [staged] = await ask('import.stage', { files: [given(`Return ${period}.html`, page)] });
  const id = staged?.id ?? '';
  await ask('import.correct', { id, correction: { provider: 'fgc', period } });
  const [done] = await ask('import.accept', { ids: [id] });
  if (!done?.ok) throw new Error(done?.message);
}

const openOf = async ({ ask }: TestService, period: string) =>
  (await ask('claim.list', { period })).unlinked.filter(({ sentence }) => sentence.includes('doorbell'));

const claimsOf = async ({ ask }: TestService) =>
  (await ask('finding.list', { period: null }))
    .filter(({ kind }) => kind === 'claim')
    .map(({ stated, expected }) => `${stated} not ${expected}`);

async function totalOf({ ask }: TestService, period: string): Promise<string> {
  const rows = figureRows(await ask('figure.list', { period }));
  const total = rows.find(({ measure, dims }) => measure === 'referrals' && Object.keys(dims).length === 0);
  return total?.id ?? '';
}

async function linked(service: TestService): Promise<string> {
  const [statement, ...more] = await openOf(service, FIRST);
  expect(more).toEqual([]);
  expect(statement).toMatchObject({ said: '17', provider: 'fgc', period: FIRST });
  const name = statement?.name ?? '';
  await service.ask('claim.link', { name, key: await totalOf(service, FIRST) });
  return name;
}

test('a linked statement is checked against its figure, and so is the same sentence of the next return', async () => {
  const service = await newBoard();
  await imported(service, FIRST, pageOf(14, 17));
  expect(await claimsOf(service)).toEqual([]);
  const name = await linked(service);
  expect(await openOf(service, FIRST)).toEqual([]);
  expect(await claimsOf(service)).toEqual(['17 not 14']);
  await imported(service, NEXT, pageOf(20, 23));
  expect(await openOf(service, NEXT)).toEqual([]);
  expect((await claimsOf(service)).toSorted()).toEqual(['17 not 14', '23 not 20']);
  const { linked: rows } = await service.ask('claim.list', { period: NEXT });
  expect(rows).toMatchObject([{ name, said: '23', figure: await totalOf(service, NEXT) }]);
});

test('a link is undone, redone, told in the history, and forgotten', async () => {
  const service = await newBoard();
  await imported(service, FIRST, pageOf(14, 17));
  const name = await linked(service);
  await service.ask('board.undo', null);
  expect(await claimsOf(service)).toEqual([]);
  expect(await openOf(service, FIRST)).toHaveLength(1);
  await service.ask('board.redo', null);
  expect(await claimsOf(service)).toEqual(['17 not 14']);
  await service.ask('claim.forget', { name });
  expect(await openOf(service, FIRST)).toHaveLength(1);
  const history = await service.ask('board.history', null);
  const said = history.map(({ summary }) => summary).filter((summary) => summary.includes('doorbell'));
  expect(said.some((summary) => summary.startsWith('Linked “17” in “The doorbell rang'))).toBe(true);
  expect(said.some((summary) => summary.startsWith('Forgot what “17” in “The doorbell rang'))).toBe(true);
});

test('a number that is no figure is asked about no more', async () => {
  const service = await newBoard();
  await imported(service, FIRST, pageOf(14, 17));
  const [statement] = await openOf(service, FIRST);
  await service.ask('claim.link', { name: statement?.name ?? '', key: null });
  expect(await openOf(service, FIRST)).toEqual([]);
  expect(await claimsOf(service)).toEqual([]);
});
