/** What the command line says when something is not as it should be, and that nothing is half done. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { eoc, eocJson, ownFolder, SAMPLE_RETURNS } from '#test/helpers/cli.ts';

describe('wrong use exits with 2 and says how it is done', () => {
  test.each([
    [['frobnicate'], 'There is no command "frobnicate"'],
    [['import'], 'needs a board file and at least one return'],
    [['check', 'b.eoc', '--loud'], "Unknown option '--loud'"],
    [['check', 'b.eoc', '--fail-on', 'never'], 'high, medium or low'],
    [['decide', 'b.eoc', 'x', '--dismiss'], '--why'],
    [['decide', 'b.eoc', 'x', '--dismiss', '--accept', '1', '--why', 'y'], 'exactly one'],
    [['pack', 'b.eoc', '--out', 'x'], '--period'],
    [['pack', 'b.eoc', '--period', 'P', '--out', 'x', '--formats', 'docx,wav'], '--formats'],
  ])('%j', (args, message) => {
    expect(eoc(args)).toEqual({ code: 2, out: '', err: expect.stringContaining(message) });
  });
});

describe('files that are not returns are refused one by one, by name', () => {
  test('the others are imported', () => {
    using folder = ownFolder();
    const board = folder.at('board.eoc');
    eoc(['init', board]);
    writeFileSync(folder.at('empty.xlsx'), '');
    writeFileSync(
      folder.at('cut off.docx'),
      readFileSync(`${SAMPLE_RETURNS}/2020-21 Q2/PA Q2 2020-21.docx`).subarray(0, 9000),
    );
    const good = `${SAMPLE_RETURNS}/2020-21 Q1/Performance summary Period 3 2020-21.xlsx`;
    const paths = [folder.at('empty.xlsx'), folder.at('cut off.docx'), folder.at('not there.csv'), good];
    const ran = eoc(['import', board, ...paths, '--json']);
    const { files } = JSON.parse(ran.out) as { files: { file: string; refused: string | null }[] };
    expect(ran.code).toBe(1);
    expect(files.map(({ file, refused }) => [file, refused === null])).toEqual([
      ['empty.xlsx', false],
      ['cut off.docx', false],
      ['not there.csv', false],
      ['Performance summary Period 3 2020-21.xlsx', true],
    ]);
    for (const { file, refused } of files) if (refused) expect(refused.length, file).toBeGreaterThan(20);
  });

  test('a return for a quarter that has not begun is refused', () => {
    using folder = ownFolder();
    eoc(['init', folder.at('b.eoc')]);
    writeFileSync(
      folder.at('FGC Q1 2098-99.csv'),
      'FGC referrals Quarter 1 2098-99\n\nSource,No. of referrals\nCP,3\nEH,4\nTotal,7\n',
    );
    const ran = eoc(['import', folder.at('b.eoc'), folder.at('FGC Q1 2098-99.csv'), '--provider', 'fgc']);
    expect([ran.code, ran.out]).toEqual([1, expect.stringContaining('has not begun')]);
    expect(eocJson(['figures', folder.at('b.eoc')])).toEqual({ figures: [] });
  });

  test('a number that cannot be read is kept as printed and listed', () => {
    using folder = ownFolder();
    eoc(['init', folder.at('b.eoc')]);
    writeFileSync(
      folder.at('FGC Q1 2020-21.csv'),
      'FGC referrals by source Quarter 1 2020-21\n\nSource of referral,No. of referrals\nCP,3 or 4?\nEH,4\nLAC,2\nTotal,9\n',
    );
    const { files } = eocJson<{ files: { tables: { unread: { cell: string; text: string }[] }[] }[] }>([
      ...['import', folder.at('b.eoc'), folder.at('FGC Q1 2020-21.csv'), '--provider', 'fgc'],
    ]);
    expect(files[0]?.tables[0]?.unread.map(({ cell, text }) => [cell, text])).toEqual([['B4', '3 or 4?']]);
  });
});

describe('boards', () => {
  test('are never written over, and say so', () => {
    using folder = ownFolder();
    eoc(['init', folder.at('b.eoc')]);
    const ran = eoc(['init', folder.at('b.eoc')]);
    expect([ran.code, ran.err]).toEqual([1, expect.stringContaining('already a file')]);
  });

  test('that are not boards are left as they are', () => {
    using folder = ownFolder();
    writeFileSync(folder.at('letter.eoc'), 'Dear all');
    expect(eoc(['check', folder.at('letter.eoc')]).code).toBe(1);
    expect(readFileSync(folder.at('letter.eoc'), 'utf8')).toBe('Dear all');
    expect(eoc(['check', folder.at('nowhere.eoc')]).code).toBe(1);
    expect(existsSync(folder.at('nowhere.eoc'))).toBe(false);
  });

  test('with a passphrase open with it alone', { timeout: 60_000 }, () => {
    using folder = ownFolder();
    eoc(['init', folder.at('b.eoc')], { EOC_PASSPHRASE: 'four plain words here' });
    expect(eoc(['check', folder.at('b.eoc')], { EOC_PASSPHRASE: 'four plain words here' }).code).toBe(0);
    expect(eoc(['check', folder.at('b.eoc')], { EOC_PASSPHRASE: 'something else' })).toMatchObject({
      code: 1,
      err: expect.stringMatching(/passphrase/i),
    });
    expect(eoc(['check', folder.at('b.eoc')])).toMatchObject({
      code: 1,
      err: expect.stringMatching(/passphrase/i),
    });
  });
});
