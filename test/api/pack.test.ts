/** The pack: outline, words, preview, and what it takes to issue it. */
import { expect, test } from 'vitest';
import { figureRows } from '#shared/figure/rows.ts';
import { imported, newBoard, QUARTER, RIGHT, WRONG } from '#test/api/fixture.ts';

const PACK = { period: QUARTER, edition: 'board' } as const;
const WHY = 'The board meets tomorrow; the service confirms its one-child difference by Friday.';

test('sections can be put in order and left out, but not the pack’s account of itself', async () => {
  const service = await newBoard();
  await imported(service, RIGHT);
  const { ask } = service;
  const section = (await ask('definition.get', null)).sections.find(({ appendix }) => !appendix);
  const code = section?.code ?? '';
  const paragraphs = [[{ kind: 'text', text: 'Written for this quarter.' }]] as const;
  await ask('pack.narrate', { period: QUARTER, section: code, paragraphs, reviewed: true });
  const codes = async () => (await ask('pack.document', PACK)).pack.sections.map((one) => one.code);
  const before = await codes();
  expect(before).toContain(code);
  await ask('pack.arrange', {
    sections: [
      { code, on: false },
      { code: 'data-quality', on: false },
    ],
  });
  expect(await codes()).toEqual(before.filter((one) => one !== code));
  const outline = await ask('pack.outline', { period: QUARTER });
  expect(outline.find((one) => one.code === code)).toMatchObject({
    on: false,
    movable: true,
    empty: false,
    narrative: 'reviewed',
  });
  expect(outline.find((one) => one.code === 'data-quality')).toMatchObject({ on: true, movable: false });
  await ask('board.undo', null);
  expect(await codes()).toEqual(before);
});

test('the preview is the real document page by page, and follows the words at once', async () => {
  const service = await newBoard();
  await imported(service, RIGHT);
  const { ask, call } = service;
  const first = await ask('pack.preview', { ...PACK, from: 1, count: 2 });
  expect(first.pages.map(({ page }) => page)).toEqual([1, 2]);
  expect(first.pages[0]?.svg).toMatch(/^<svg /);
  expect((await ask('pack.preview', { ...PACK, from: first.total, count: 5 })).pages).toHaveLength(1);
  const [section] = (await ask('definition.get', null)).sections;
  const paragraphs = [[{ kind: 'text', text: 'Entirely new words. '.repeat(200) }]] as const;
  await ask('pack.narrate', { period: QUARTER, section: section?.code ?? '', paragraphs, reviewed: false });
  expect((await ask('pack.preview', { ...PACK, from: 1, count: 1 })).total).toBeGreaterThanOrEqual(
    first.total,
  );
  expect(await call('pack.preview', { ...PACK, period: '2001-02 Q1', from: 1, count: 1 })).toMatchObject({
    error: { code: 'no-returns' },
  });
});

test('a figure in the words reads as it does now', async () => {
  const service = await newBoard();
  await imported(service, RIGHT);
  const { ask } = service;
  const rows = figureRows(await ask('figure.list', { period: QUARTER }));
  const total = rows.find(({ dims }) => Object.keys(dims).length === 0);
  const [first] = (await ask('definition.get', null)).sections;
  const section = first?.code ?? '';
  const paragraphs = [[{ kind: 'figure', text: '99', key: total?.id ?? '' }]] as const;
  await ask('pack.narrate', { period: QUARTER, section, paragraphs, reviewed: true });
  const words = async () => {
    const { pack, objections } = await ask('pack.document', PACK);
    const block = pack.sections.find(({ code }) => code === section)?.blocks[0];
    const lost = objections.filter((one) => one.includes('no return states'));
    return [block?.kind === 'paragraph' ? block.inlines[0]?.text : null, lost.length];
  };
  expect(await words()).toEqual(['17', 0]);
  const [version] = await ask('return.list', null);
  await ask('return.withdraw', { id: version?.id ?? 0, why: 'Sent in error', reinstate: false });
  await imported(service, { rows: { CIN: 5, CP: 9 }, total: 14 }, QUARTER, 'Third.csv');
  expect(await words()).toEqual(['14', 0]);
});

test('a pack with findings that would mislead is issued only with a reason that is one', async () => {
  const service = await newBoard();
  await imported(service, WRONG);
  const { ask, call } = service;
  const issue = { ...PACK, formats: ['html' as const] };
  expect(await call('pack.issue', { ...issue, override: null })).toMatchObject({
    error: { code: 'open-findings', message: expect.stringContaining('17, not 18') },
  });
  expect(await call('pack.issue', { ...issue, override: 'OK' })).toMatchObject({ error: { code: 'reason' } });
  expect(await ask('pack.issued', null)).toEqual([]);
  const issued = await ask('pack.issue', { ...issue, override: WHY });
  expect(issued).toMatchObject({ ...PACK, published: { override: WHY } });
  const [file] = issued.files;
  const { bytes } = await ask('pack.issuedFile', { id: issued.id, name: file?.name ?? '' });
  expect(Buffer.from(bytes, 'base64').length).toBe(file?.size);
  expect(await call('board.undo', null)).toMatchObject({ error: { code: 'refused' } });
});

test('an export can be stopped, and then there is no file', async () => {
  const service = await newBoard();
  await imported(service, RIGHT);
  const { call } = service;
  const exporting = call('pack.export', { ...PACK, formats: ['html', 'xlsx'], section: null });
  const stopping = setInterval(() => void call('service.cancel', { task: 'pack' }), 1);
  const result = await exporting;
  clearInterval(stopping);
  expect(result).toMatchObject({ ok: false, error: { code: 'cancelled' } });
});

test('a definition is refused with every mistake in its place, and a sound one takes its place', async () => {
  const { ask } = await newBoard();
  const definition = await ask('definition.get', null);
  const { problems } = await ask('definition.set', { definition: { ...definition, council: 7 } });
  expect(problems.map(({ place }) => place)).toEqual(['council']);
  expect(await ask('definition.set', { definition: { ...definition, council: 'Elsewhere' } })).toEqual({
    problems: [],
  });
  expect(await ask('board.info', null)).toMatchObject({ council: 'Elsewhere' });
});
