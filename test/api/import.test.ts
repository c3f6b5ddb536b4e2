/** Importing with a person in between: nothing is on the board before it is accepted. */
import { expect, test } from 'vitest';
import type { StagedFile } from '#shared/api/api.ts';
import { imported, newBoard, QUARTER, RIGHT, returnText, WRONG } from '#test/api/fixture.ts';
import { given, type TestService } from '#test/api/service.ts';

async function staged(
  { ask }: TestService,
  name = 'Return.csv',
  text = returnText(RIGHT),
): Promise<StagedFile> {
  const [file] = await ask('import.stage', { files: [given(name, text)] });
  if (!file) throw new Error('nothing was staged');
  return file;
}

test('a staged file is shown as recognised and is not on the board', async () => {
  const service = await newBoard();
  const file = await staged(service);
  expect(file).toMatchObject({
    file: 'Return.csv',
    provider: 'fgc',
    period: null,
    needs: 'period',
    objection: 'Return.csv does not say which quarter it is for. Choose it.',
    tables: [{ code: 'fgc-referrals' }],
    grids: [{ sheet: 'Return.csv' }],
  });
  expect(await service.ask('return.list', null)).toEqual([]);
  expect(await service.ask('board.info', null)).toMatchObject({ undo: null });
  expect(await service.ask('import.accept', { ids: [file.id] })).toEqual([
    { file: 'Return.csv', ok: false, message: file.objection },
  ]);
  expect(await service.ask('import.staged', null)).toHaveLength(1);
});

test('a corrected label is recognised at once, and remembered for the provider when accepted', async () => {
  const service = await newBoard();
  const { ask, call } = service;
  const { id, tables } = await staged(service);
  expect(tables[0]?.unknownLabels.map(({ label }) => label)).toEqual(['Blorps']);
  const memory = { Blorps: 'eh' };
  const after = await ask('import.correct', { id, correction: { provider: 'fgc', period: QUARTER, memory } });
  expect(after.tables[0]?.unknownLabels).toEqual([]);
  expect(await ask('import.memory', null)).toEqual([]);
  expect(await call('import.correct', { id, correction: { memory: { Blorps: 'nonsense' } } })).toMatchObject({
    error: { code: 'no-code' },
  });
  await ask('import.accept', { ids: [id] });
  const [entry, ...more] = await ask('import.memory', null);
  expect([entry, more]).toMatchObject([{ provider: 'fgc', code: 'eh' }, []]);
  const next = await staged(service, 'Next.csv', returnText(WRONG));
  expect(next.tables[0]?.unknownLabels).toEqual([]);
  await ask('import.forget', { provider: 'fgc', label: entry?.label ?? '' });
  expect(await ask('import.memory', null)).toEqual([]);
});

test('a correction can be taken back before the file is accepted', async () => {
  const service = await newBoard();
  const { id } = await staged(service);
  await service.ask('import.correct', { id, correction: { memory: { Blorps: 'eh' } } });
  const after = await service.ask('import.correct', { id, correction: { memory: { Blorps: null } } });
  expect(after.tables[0]?.unknownLabels.map(({ label }) => label)).toEqual(['Blorps']);
});

test('a file that cannot be read comes back with the reason, beside those that can', async () => {
  const { ask } = await newBoard();
  const files = [given('Return.csv', returnText(RIGHT)), given('Empty.csv', '')];
  const answers = await ask('import.stage', { files });
  expect(answers.map(({ needs }) => needs)).toEqual(['period', 'other-file']);
  expect(answers[1]?.objection).toContain('Empty.csv');
  await ask('import.discard', { ids: answers.map(({ id }) => id) });
  expect(await ask('import.staged', null)).toEqual([]);
});

test('the same file twice is staged once, and said to be on the board once it is', async () => {
  const service = await newBoard();
  const first = await staged(service);
  expect((await staged(service)).id).toBe(first.id);
  await service.ask('import.discard', { ids: [first.id] });
  await imported(service, RIGHT);
  const again = await staged(service);
  const correction = { provider: 'fgc', period: QUARTER };
  const after = await service.ask('import.correct', { id: again.id, correction });
  expect(after.note).toBe('This very file is on the board already, as version 1.');
});

test('progress is told file by file, and stopping leaves the rest alone', async () => {
  const { ask, events } = await newBoard();
  const files = ['A.csv', 'B.csv', 'C.csv'].map((name) => given(name, returnText(RIGHT)));
  const staging = ask('import.stage', { files });
  await ask('service.cancel', { task: 'import' });
  expect(await staging).toHaveLength(0);
  expect(await ask('import.stage', { files })).toHaveLength(3);
  const told = events.filter((event) => event.kind === 'progress').slice(-4);
  expect(told.map((event) => event.kind === 'progress' && [event.done, event.total, event.words])).toEqual([
    [0, 3, 'A.csv'],
    [1, 3, 'B.csv'],
    [2, 3, 'C.csv'],
    [3, 3, ''],
  ]);
});

test('closing the board drops what was staged for it', async () => {
  const service = await newBoard();
  await staged(service);
  await service.ask('board.open', { path: 'Board.eoc', passphrase: null });
  expect(await service.ask('import.staged', null)).toEqual([]);
});

test('a return on the board can be seen, fetched and withdrawn', async () => {
  const service = await newBoard();
  await imported(service, RIGHT);
  const { ask } = service;
  const [version] = await ask('return.list', null);
  const id = version?.id ?? 0;
  expect(await ask('return.view', { id })).toMatchObject({
    version: { id },
    tables: [{ code: 'fgc-referrals' }],
  });
  const { bytes } = await ask('return.file', { id });
  expect(Buffer.from(bytes, 'base64').toString()).toBe(returnText(RIGHT));
  await ask('return.withdraw', { id, why: 'Sent for another board', reinstate: false });
  expect(await ask('return.list', null)).toMatchObject([{ status: 'withdrawn' }]);
});
