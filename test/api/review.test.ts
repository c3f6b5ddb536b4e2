/** Review: a copy goes out encrypted, is commented on and nothing else, and comes back into the board. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { mergeComments } from '#shared/review/review.ts';
import { imported, newBoard, QUARTER, RIGHT } from '#test/api/fixture.ts';
import { type TestService, testService } from '#test/api/service.ts';

const WORDS = 'three short words';

async function sent(service: TestService): Promise<string> {
  await imported(service, RIGHT);
  return (await service.ask('review.send', { period: QUARTER, passphrase: WORDS })).bytes;
}

/** Opens a copy as a reviewer does, on a machine of their own. */
async function reviewer(bytes: string, file = 'copy.eoc') {
  const service = testService();
  const place = path.join(service.root, file);
  writeFileSync(place, Buffer.from(bytes, 'base64'));
  const info = await service.ask('board.open', { path: place, passphrase: WORDS });
  const close = async () => {
    await service.ask('board.close', null);
    return { name: file, bytes: readFileSync(place).toString('base64') };
  };
  return { ...service, info, close };
}

const says = (text: string, by: string, section: string) =>
  ({ id: null, section, figure: null, about: '', text, by }) as const;

test('a copy is read and commented on, and nothing else of it can be changed or asked', async () => {
  const bytes = await sent(await newBoard());
  expect(Buffer.from(bytes, 'base64').includes('SQLite format 3')).toBe(false);
  const { ask, call, info } = await reviewer(bytes);
  expect(info).toMatchObject({ review: QUARTER, encrypted: true, undo: null, periods: [] });
  const { sections } = await ask('review.copy', null);
  const other = sections.find(({ places }) => places.some(({ words }) => words.endsWith(': 17')));
  const place = other?.places.find(({ words }) => words.endsWith(': 17'));
  expect(place?.figure).toContain('referrals|fgc|2024-25 Q1');
  const [page] = await ask('review.pages', { section: other?.code ?? '' });
  expect(page).toMatch(/^<svg /);
  await ask('review.comment', {
    ...says('Is this families?', 'First Reviewer', other?.code ?? ''),
    figure: place?.figure ?? null,
    about: place?.words ?? '',
  });
  expect(await ask('review.comments', { period: null })).toMatchObject([
    { about: place?.words, text: 'Is this families?', by: 'First Reviewer', resolved: null },
  ]);
  for (const [method, argument] of [
    ['board.undo', null],
    ['return.list', null],
    ['import.stage', { files: [] }],
    ['definition.set', { definition: {} }],
    ['pack.export', { period: QUARTER, edition: 'board', formats: ['html'], section: null }],
    ['board.passphrase', { passphrase: null }],
  ] as const) {
    expect(await call(method, argument)).toMatchObject({ ok: false, error: { code: 'review-copy' } });
  }
});

test('two reviewers’ copies merge, in any order and again, and a resolved comment stays resolved', async () => {
  const service = await newBoard();
  const bytes = await sent(service);
  const { ask } = service;
  const returned = await Promise.all(
    ['First', 'Second'].map(async (by) => {
      const copy = await reviewer(bytes, `${by}.eoc`);
      const [section] = (await copy.ask('review.copy', null)).sections;
      await copy.ask('review.comment', says(`Said by ${by}.`, by, section?.code ?? ''));
      return copy.close();
    }),
  );
  const merge = async (at: number) => {
    const file = returned[at];
    if (!file) throw new Error('no copy');
    return ask('review.merge', { file, passphrase: WORDS });
  };
  expect(await merge(0)).toEqual({ period: QUARTER, added: 1, changed: 0 });
  expect((await ask('board.info', null))?.undo).toBe(
    `Merged 1 comment on the pack for ${QUARTER} from First`,
  );
  const [first] = await ask('review.comments', { period: QUARTER });
  await ask('review.resolve', { id: first?.id ?? '', resolved: true });
  expect(await merge(1)).toEqual({ period: QUARTER, added: 1, changed: 0 });
  expect([await merge(0), await merge(1)]).toEqual([
    { period: QUARTER, added: 0, changed: 0 },
    { period: QUARTER, added: 0, changed: 0 },
  ]);
  const comments = await ask('review.comments', { period: QUARTER });
  expect(comments.map(({ by, resolved }) => [by, resolved !== null])).toEqual(
    expect.arrayContaining([
      ['First', true],
      ['Second', false],
    ]),
  );
  expect(comments.length).toBe(2);
  await ask('board.undo', null);
  expect((await ask('review.comments', { period: QUARTER })).length).toBe(1);
});

test('what is no copy, of another board, or under another passphrase is refused and changes nothing', async () => {
  const service = await newBoard();
  const file = { name: 'copy.eoc', bytes: await sent(service) };
  const { call, ask } = service;
  expect(await call('review.merge', { file, passphrase: 'other words' })).toMatchObject({
    error: { code: 'passphrase-wrong' },
  });
  const whole = await ask('board.download', null);
  expect(await call('review.merge', { file: whole, passphrase: null })).toMatchObject({
    error: { code: 'not-a-copy' },
  });
  const other = await newBoard();
  expect(await other.call('review.merge', { file, passphrase: WORDS })).toMatchObject({
    error: { code: 'other-board' },
  });
  expect(await call('review.send', { period: QUARTER, passphrase: 'short' })).toMatchObject({
    error: { code: 'passphrase' },
  });
  expect(await ask('review.comments', { period: null })).toEqual([]);
});

test('a comment put in other words takes the place of what it was', () => {
  const comment = {
    ...{ id: 'a', section: 's', figure: null, about: '', by: 'R' },
    ...{ text: 'First words', at: '2030-01-01T10:00:00Z', resolved: null },
  };
  const later = { ...comment, text: 'Better words', at: '2030-01-02T10:00:00Z' };
  expect(mergeComments([comment], [later])).toEqual({ comments: [later], added: 0, changed: 1 });
  expect(mergeComments([later], [comment])).toEqual({ comments: [later], added: 0, changed: 0 });
});
