/** Providers' answers, and corrected returns that settle what they were asked about. */
import { expect, test } from 'vitest';
import { imported, newBoard, QUARTER, RIGHT, returnText, WRONG } from '#test/api/fixture.ts';
import { given, type TestService } from '#test/api/service.ts';

async function total({ ask }: TestService) {
  const found = (await ask('finding.list', { period: QUARTER })).find(({ kind }) => kind === 'total');
  if (!found) throw new Error('the wrong total was not found');
  return found;
}

const ANSWER = 'One child was listed under two sources, which is the difference of 1.';

test('an answer stands beside its finding, judged, and can be changed, removed and undone', async () => {
  const service = await newBoard();
  await imported(service, WRONG);
  const { id, title } = await total(service);
  const answer = (text: string) =>
    service.ask('finding.answer', { id, text, by: 'FGC service', on: '2024-07-20' });
  await answer('It changed');
  expect((await service.ask('finding.answers', null)).map(({ missing }) => missing.length)).toEqual([2]);
  await answer(ANSWER);
  expect(await service.ask('finding.answers', null)).toMatchObject([
    { finding: id, title, text: ANSWER, by: 'FGC service', state: 'open', missing: [] },
  ]);
  await answer('');
  expect(await service.ask('finding.answers', null)).toEqual([]);
  await service.ask('board.undo', null);
  expect(await service.ask('finding.answers', null)).toMatchObject([{ text: ANSWER }]);
  const said = (await service.ask('board.history', null)).map(({ summary }) => summary);
  expect(said.filter((summary) => summary.includes('the answer of') && !summary.startsWith('Und'))).toEqual(
    expect.arrayContaining([
      `Recorded the answer of FGC service to “${title}”`,
      `Changed the answer of FGC service to “${title}”`,
      `Removed the answer of FGC service to “${title}”`,
    ]),
  );
});

test('a corrected return settles what it puts right, and says so', async () => {
  const service = await newBoard();
  await imported(service, WRONG);
  const { id, title } = await total(service);
  await service.ask('finding.answer', { id, text: ANSWER, by: 'FGC service', on: '2024-07-20' });
  const { ask } = service;
  const [staged] = await ask('import.stage', { files: [given('Return.csv', returnText(RIGHT))] });
  await ask('import.correct', { id: staged?.id ?? '', correction: { provider: 'fgc', period: QUARTER } });
  const [done] = await ask('import.accept', { ids: [staged?.id ?? ''] });
  expect(done?.message).toContain(`It settles 1 finding: “${title}”.`);
  expect(await ask('finding.answers', null)).toMatchObject([{ finding: id, state: 'corrected' }]);
  const history = await ask('board.history', null);
  expect(history.map(({ summary }) => summary)).toContain(
    `Return.csv, version 2, settled 1 finding: “${title}”`,
  );
});

test('decisions are told by the title of their finding', async () => {
  const service = await newBoard();
  await imported(service, WRONG);
  const { id, title } = await total(service);
  const verdict = { kind: 'dismiss' } as const;
  const { id: decision } = await service.ask('finding.decide', { id, verdict, why: ANSWER });
  await service.ask('finding.withdraw', { decision, why: 'The service has counted again.' });
  const said = (await service.ask('board.history', null)).map(({ summary }) => summary);
  expect(said).toContain(`Dismissed “${title}”: ${ANSWER}`);
  expect(said).toContain(`Withdrew the decision on “${title}”: The service has counted again.`);
});

test('the provider’s own files come with the message, and what carries no comments is told', async () => {
  const service = await newBoard();
  await imported(service, WRONG);
  const { files, notes } = await service.ask('finding.queryFiles', { provider: 'fgc', period: QUARTER });
  expect(files.map(({ name }) => name.replace(/^.*\./, ''))).toEqual(['txt', 'docx', 'xlsx']);
  expect(notes).toHaveLength(1);
});
