/** From last quarter's words to an issued pack: carried, reviewed, cleared, held back, let go with a reason. */
import { expect, test } from 'vitest';
import { figureRows } from '#shared/figure/rows.ts';
import type { Inline, Pack } from '#shared/pack/document.ts';
import { imported, newBoard, QUARTER, RIGHT } from '#test/api/fixture.ts';
import type { TestService } from '#test/api/service.ts';

const NEXT = '2024-25 Q2';
const PACK = { period: NEXT, edition: 'board' } as const;
const WHY = 'The board meets tomorrow and the head of law clears her part of it at the meeting.';
const text = (words: string): Inline => ({ kind: 'text', text: words });

/** Two quarters of returns, with words for the first that speak of a figure. */
async function written(): Promise<TestService & { readonly section: string }> {
  const service = await newBoard();
  const { ask } = service;
  await imported(service, RIGHT);
  await imported(service, { rows: { CIN: 5, CP: 12 }, total: 17 }, NEXT, 'Next.csv');
  const rows = figureRows(await ask('figure.list', { period: QUARTER }));
  const row = rows.find(({ value, dims }) => value === 9 && Object.values(dims).includes('cp'));
  const [first] = (await ask('definition.get', null)).sections;
  const section = first?.code ?? '';
  const figure: Inline = { kind: 'figure', text: '9', key: row?.id ?? '' };
  const paragraphs = [[text('From child protection: '), figure, text('.')]];
  await ask('pack.narrate', { period: QUARTER, section, paragraphs, reviewed: true });
  return { ...service, section };
}

const wordsIn = (pack: Pack, code: string) =>
  (pack.sections.find((one) => one.code === code)?.blocks ?? []).flatMap((block) =>
    block.kind === 'paragraph' ? [block.inlines.map((inline) => inline.text).join('')] : [],
  );

test('last quarter’s words come over with this quarter’s figures, to be reviewed', async () => {
  const { ask, section } = await written();
  const [carried] = await ask('pack.narrative', { period: NEXT });
  expect(carried).toMatchObject({ section, reviewed: false, carriedFrom: QUARTER });
  expect(carried?.paragraphs[0]?.[1]).toMatchObject({ text: '12' });
  const before = await ask('pack.document', PACK);
  expect(wordsIn(before.pack, section).slice(0, 2)).toEqual([
    `Carried over from the report for ${QUARTER} and not yet reviewed.`,
    'From child protection: 12.',
  ]);
  const title = before.pack.sections.find(({ code }) => code === section)?.title;
  const objection = `The text of “${title}” was carried over from ${QUARTER} and has not been reviewed.`;
  expect(before.objections).toContain(objection);
  const outline = async () =>
    (await ask('pack.outline', { period: NEXT })).find(({ code }) => code === section)?.narrative;
  expect(await outline()).toBe('carried');
  const paragraphs = carried?.paragraphs ?? [];
  await ask('pack.narrate', { period: NEXT, section, paragraphs, reviewed: true });
  expect(await outline()).toBe('reviewed');
  const after = await ask('pack.document', PACK);
  expect(wordsIn(after.pack, section)[0]).toBe('From child protection: 12.');
  expect(after.objections).not.toContain(objection);
});

test('words emptied this quarter stay empty; last quarter’s do not come back', async () => {
  const { ask, section } = await written();
  await ask('pack.narrate', { period: NEXT, section, paragraphs: [], reviewed: false });
  expect(await ask('pack.narrative', { period: NEXT })).toMatchObject([{ section, paragraphs: [] }]);
  expect((await ask('pack.document', PACK)).objections.filter((one) => one.includes('reviewed'))).toEqual([]);
});

test('a clearance holds until the text or a figure in it reads otherwise', async () => {
  const service = await written();
  const { ask, call } = service;
  const [question] = await ask('pack.signoffs', { period: NEXT });
  const code = question?.code ?? '';
  const cleared = { by: 'The officer', on: '2024-08-12' };
  const clear = { period: NEXT, code, cleared };
  expect(await call('pack.clear', clear)).toMatchObject({ error: { code: 'not-written' } });
  const rows = figureRows(await ask('figure.list', { period: NEXT }));
  const key = rows.find(({ value, dims }) => value === 12 && Object.values(dims).includes('cp'))?.id ?? '';
  const paragraphs = [[text('No more than '), { kind: 'figure', text: '12', key } as const, text('.')]];
  await ask('pack.narrate', { period: NEXT, section: code, paragraphs, reviewed: false });
  await ask('pack.assign', { period: NEXT, code, officer: 'The officer' });
  await ask('pack.clear', clear);
  const state = async () => (await ask('pack.signoffs', { period: NEXT }))[0]?.state;
  expect(await state()).toBe('cleared');
  expect(wordsIn((await ask('pack.document', PACK)).pack, 'implications').slice(1, 3)).toEqual([
    'No more than 12.',
    'Cleared by The officer, 12 August 2024.',
  ]);
  const [latest] = await ask('board.history', null).then((events) => events.toReversed());
  expect(latest?.summary).toBe(`Cleared “${question?.heading}”, ${NEXT}, by The officer, 12 August 2024`);
  await imported(service, { rows: { CIN: 5, CP: 13 }, total: 18 }, NEXT, 'Next.csv');
  expect(await state()).toBe('reopened');
});

test('a pack held back goes out with a reason, and prints it', async () => {
  const { ask, call } = await written();
  const issue = { ...PACK, formats: ['html' as const] };
  const refused = await call('pack.issue', { ...issue, override: null });
  expect(refused).toMatchObject({
    error: { code: 'open-findings', message: expect.stringMatching(/“Legal implications” is not written/) },
  });
  const issued = await ask('pack.issue', { ...issue, override: WHY });
  const file = await ask('pack.issuedFile', { id: issued.id, name: issued.files[0]?.name ?? '' });
  const page = Buffer.from(file.bytes, 'base64').toString('utf8');
  expect(page).toContain(`: ${WHY}`);
  expect(page).toContain('“Legal implications” is not written. It has to be cleared by: Head of Law.');
});

test('a reason with a number in it cannot stand in a public edition', async () => {
  const { call } = await written();
  const override = 'The head of law is away and three of her answers come after the meeting.';
  const issue = { ...PACK, edition: 'public', formats: ['html'], override };
  expect(await call('pack.issue', issue)).toMatchObject({
    error: { code: 'reason', message: expect.stringContaining('without numbers') },
  });
});

test('a typed number that differs from the board stands in the way', async () => {
  const { ask } = await written();
  const paragraphs = [[text('There were 16 children referred to Family Group Conferences.')]];
  await ask('pack.narrate', { period: NEXT, section: 'fgc', paragraphs, reviewed: true });
  expect((await ask('pack.typed', { period: NEXT })).fgc).toMatchObject([
    { text: '16', verdict: 'differs', figure: { text: '17' } },
  ]);
  expect((await ask('pack.document', PACK)).objections.join(' ')).toContain('says “16”; the board has 17');
});

test('sentences are offered, not inserted, and not about figures the words speak of', async () => {
  const { ask } = await written();
  const of = { period: NEXT, section: 'fgc' };
  expect(wordsIn((await ask('pack.document', PACK)).pack, 'fgc')[0]).toContain('No commentary');
  const [first] = await ask('pack.suggestions', of);
  expect(first?.map((inline) => inline.text).join('')).toMatch(
    /17 in 2024-25 Q2, the same as 17 in 2024-25 Q1\.$/,
  );
  await ask('pack.narrate', { ...of, paragraphs: [first ?? []], reviewed: false });
  expect(await ask('pack.suggestions', of)).toEqual([]);
});

test('an action goes from meeting to meeting, into the pack and its log, until it is closed', async () => {
  const { ask } = await written();
  const said = { programme: 'fgc', text: 'Report on waiting times', owner: 'Head of Service' };
  const { id } = await ask('action.put', { ...said, period: QUARTER, id: null, due: '2024-09-01' });
  expect(await ask('action.list', { period: NEXT })).toMatchObject([{ ...said, id, status: 'overdue' }]);
  const tables = async () =>
    (await ask('pack.document', PACK)).pack.sections.flatMap(({ code, blocks }) =>
      blocks.flatMap((block) =>
        block.kind === 'table' && block.id.startsWith('actions-')
          ? [[code, ...block.rows.map(({ cells }) => cells.map((cell) => cell.text))]]
          : [],
      ),
    );
  expect(await tables()).toEqual([
    ['fgc', ['Head of Service', '1 September 2024', 'Overdue']],
    [
      'action-log',
      [
        ...['Family Group Conferences', 'Head of Service', '1 September 2024', 'Overdue'],
        `Raised in ${QUARTER}.`,
      ],
    ],
  ]);
  await ask('action.tell', { period: NEXT, id, text: 'Reported to the board.', closed: true });
  expect((await tables()).map(([code]) => code)).toEqual(['action-log']);
  expect(await ask('board.undo', null)).toEqual({
    summary: 'Undid: Closed the action “Report on waiting times”',
  });
  expect((await ask('action.list', { period: NEXT }))[0]?.status).toBe('overdue');
});
