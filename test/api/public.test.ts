/** The public edition over the API: made, stopped, proved, issued, and held when the quarter is restated. */
import { expect, test } from 'vitest';
import { imported, newBoard, QUARTER } from '#test/api/fixture.ts';

const PACK = { period: QUARTER, edition: 'public' as const };
const WHY = 'The service confirmed these numbers by telephone on Tuesday.';
const ROWS = { CIN: 12, CP: 9, 'Early Help': 2, Self: 8 };

const board = async (rows: Readonly<Record<string, number>> = ROWS) => {
  const service = await newBoard();
  await imported(service, { rows, total: Object.values(rows).reduce((a, b) => a + b, 0) });
  return service;
};

const numbersOf = async ({ ask }: Awaited<ReturnType<typeof board>>) => {
  const { pack } = await ask('pack.document', PACK);
  return new Map(
    pack.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.kind === 'table' && block.rows.length > 2
          ? block.rows.map(({ label, cells }) => [label, cells[0]?.text ?? ''] as const)
          : [],
      ),
    ),
  );
};

test('a public edition can be stopped before anything is made of it', async () => {
  const { call } = await board();
  const exporting = call('pack.export', { ...PACK, formats: ['html'], section: null });
  const stopping = setInterval(() => void call('service.cancel', { task: 'pack' }), 1);
  const result = await exporting;
  clearInterval(stopping);
  expect(result).toMatchObject({ ok: false, error: { code: 'cancelled' } });
});

test('how far the audit is, is told', async () => {
  const { ask, events } = await board();
  await ask('pack.document', PACK);
  const words = events.flatMap((event) =>
    event.kind === 'progress' && event.task === 'pack' ? [event.words] : [],
  );
  expect(words).toEqual(['Choosing what to withhold, and trying to work it out again', '']);
});

test('the certificate is a file of its own, marked, and none of the files of the pack', async () => {
  const { ask } = await board();
  const files = await ask('pack.export', { ...PACK, formats: ['docx', 'xlsx', 'html'], section: null });
  const { name, bytes } = await ask('pack.certificate', { period: QUARTER });
  const text = Buffer.from(bytes, 'base64').toString('utf8');
  expect(files.map((file) => file.name)).not.toContain(name);
  expect(name).toBe(`NOT FOR PUBLICATION disclosure certificate ${QUARTER}.csv`);
  expect(text.split('\r\n')[0]).toBe('\uFEFF"OFFICIAL-SENSITIVE: NOT FOR PUBLICATION"');
  expect(text).toMatch(/"Referrals[^"]*Early help[^"]*","1; 2; 6"/);
});

test('what was issued stays as it was when the quarter is restated, and gives nothing away', async () => {
  const service = await board();
  const { ask } = service;
  const before = await numbersOf(service);
  expect(before.get('Early Help')).toBe('c');
  await ask('pack.issue', { ...PACK, formats: ['html'], override: WHY });
  await imported(service, { rows: { ...ROWS, CIN: 3 }, total: 22 }, QUARTER, 'Second.csv');
  const after = await numbersOf(service);
  expect([after.get('Early Help'), after.get('CIN')]).toEqual(['c', 'c']);
  const { bytes } = await ask('pack.certificate', { period: QUARTER });
  expect(Buffer.from(bytes, 'base64').toString('utf8')).toContain('"1; 3; 6"');
});

test('with rounding set on the board the public edition is rounded, and the board edition is not', async () => {
  const service = await board({ CIN: 12, CP: 9, 'Early Help': 2, Self: 8 });
  const { ask } = service;
  const definition = await ask('definition.get', null);
  const smallNumber = { ...definition.smallNumber, rounding: 5 as const };
  expect(await ask('definition.set', { definition: { ...definition, smallNumber } })).toEqual({
    problems: [],
  });
  expect([...(await numbersOf(service)).values()]).toEqual(expect.arrayContaining(['10', '30']));
  const { pack } = await ask('pack.document', { period: QUARTER, edition: 'board' });
  expect(JSON.stringify(pack)).toContain('"31"');
});
