/** Comparing packs: what changed since one went out, and why. */
import { expect, test } from 'vitest';
import { imported, newBoard, QUARTER, RIGHT, WRONG } from '#test/api/fixture.ts';
import { openPackage } from '#test/export/open.ts';

const DRAFT = { kind: 'draft', period: QUARTER, edition: 'board' } as const;
const ISSUE = { period: QUARTER, edition: 'board', formats: ['html' as const] } as const;
const WHY = 'The board meets tomorrow; the service confirms its one-child difference by Friday.';
const RESTATED = { ...RIGHT, rows: { ...RIGHT.rows, CP: 12 }, total: 20 };

test('a figure that a new version restates is told from its old reading to its new one, with the reason', async () => {
  const service = await newBoard();
  await imported(service, RIGHT);
  const { ask } = service;
  const { id } = await ask('pack.issue', { ...ISSUE, override: WHY });
  const from = { kind: 'issued', id } as const;
  const nothing = await ask('pack.compare', { from, to: DRAFT });
  // What went out says in its data-quality note why it went out all the same.
  const texts = nothing.texts.filter(({ section }) => section !== 'Data quality');
  expect([nothing.figures, texts, nothing.parts]).toEqual([[], [], []]);
  await imported(service, RESTATED, QUARTER, 'Return v2.csv');
  const { figures } = await ask('pack.compare', { from, to: DRAFT });
  const changes = figures.map(({ from: then, to, why }) => [then, to, why]);
  const why = 'Restated: “Return v2.csv” (version 2) took the place of “Return.csv”.';
  expect(changes).toContainEqual(['9', '12', why]);
  expect(changes).toContainEqual(['17', '20', why]);
  expect(figures.length).toBe(2);
});

test('findings settled and words written since are told apart from what stayed', async () => {
  const service = await newBoard();
  await imported(service, WRONG);
  const { ask } = service;
  const [section] = (await ask('definition.get', null)).sections;
  const narrate = (text: string) =>
    ask('pack.narrate', {
      period: QUARTER,
      section: section?.code ?? '',
      paragraphs: [[{ kind: 'text', text: 'This stays as it is.' }], [{ kind: 'text', text }]],
      reviewed: true,
    });
  await narrate('Referrals fell for the third quarter in a row.');
  const { id } = await ask('pack.issue', { ...ISSUE, override: WHY });
  await narrate('Referrals rose for the third quarter in a row.');
  const findings = await ask('finding.list', { period: QUARTER });
  const total = findings.find(({ kind }) => kind === 'total');
  const why = 'The service counted its case list again and confirmed the rows as sent.';
  await ask('finding.decide', { id: total?.id ?? '', verdict: { kind: 'value', value: 17 }, why });
  const difference = await ask('pack.compare', { from: { kind: 'issued', id }, to: DRAFT });
  expect(difference.settled.map(({ id: finding, how }) => [finding, how])).toEqual([
    [total?.id, `Decided: ${why}`],
  ]);
  expect(difference.opened).toEqual([]);
  expect(difference.texts.filter((one) => one.section === section?.title)).toEqual([
    {
      section: section?.title,
      from: 'Referrals fell for the third quarter in a row.',
      to: 'Referrals rose for the third quarter in a row.',
    },
  ]);
  expect(difference.figures.map(({ why: said }) => said)).toEqual(
    difference.figures.map(() => expect.stringContaining(why)),
  );
  expect(difference.parts).toContainEqual({
    part: 'table',
    kind: 'added',
    section: 'Data quality',
    name: 'Decisions taken',
  });
});

test('a pack of the quarter after is set beside it, its own figures against the earlier quarter’s own', async () => {
  const service = await newBoard();
  await imported(service, RIGHT);
  await imported(service, RESTATED, '2024-25 Q2', 'Next.csv');
  const { ask } = service;
  const { id } = await ask('pack.issue', { ...ISSUE, override: WHY });
  const next = { kind: 'draft', period: '2024-25 Q2', edition: 'board' } as const;
  const { figures, quarters } = await ask('pack.compare', { from: { kind: 'issued', id }, to: next });
  expect(figures).toEqual([]);
  expect(quarters.map(({ from, to }) => [from, to])).toContainEqual(['17', '20']);
});

test('the comparison is written as Word with both packs named, and issued files are checked by their hash', async () => {
  const service = await newBoard();
  await imported(service, RIGHT);
  const { ask, call } = service;
  const { id, files } = await ask('pack.issue', { ...ISSUE, override: WHY });
  const from = { kind: 'issued', id } as const;
  await imported(service, RESTATED, QUARTER, 'Return v2.csv');
  const { name, bytes } = await ask('pack.compareFile', { from, to: DRAFT });
  expect(name).toMatch(/packs compared \(board\)\.docx$/);
  const words = openPackage(Buffer.from(bytes, 'base64')).get('word/document.xml') ?? '';
  expect(words).toContain('Board edition for 2024-25 Q1 as it stands');
  expect(words).toContain('Restated: “Return v2.csv”');
  const [file] = files;
  expect(await ask('pack.verify', { id })).toEqual([{ ...file, intact: true }]);
  expect(await call('pack.compare', { from: { kind: 'issued', id: 999 }, to: DRAFT })).toMatchObject({
    error: { code: 'no-pack' },
  });
});
