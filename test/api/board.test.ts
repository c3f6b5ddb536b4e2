/** The board as a document. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { imported, newBoard, QUARTER, RIGHT } from '#test/api/fixture.ts';
import { testService } from '#test/api/service.ts';

test('a name without a folder becomes a board in the usual folder, and is remembered', async () => {
  const { ask, root } = testService();
  const file = path.join(root, 'Documents', 'Edge of care.eoc');
  const info = await ask('board.create', { path: 'Edge of care', passphrase: null });
  expect(info).toMatchObject({ path: file, name: 'Edge of care', encrypted: false, periods: [], undo: null });
  expect(await ask('board.recent', null)).toEqual([
    { path: file, name: 'Edge of care', at: expect.any(String) },
  ]);
  expect(await ask('disk.boards', null)).toMatchObject({
    folder: path.join(root, 'Documents'),
    suggested: path.join(root, 'Documents', 'Edge of Care board.eoc'),
    boards: [{ path: file, name: 'Edge of care' }],
  });
  await ask('board.forgetRecent', { path: file });
  expect(await ask('board.recent', null)).toEqual([]);
});

test('a refused board leaves the open one open', async () => {
  const { ask, call } = await newBoard();
  const before = await ask('board.info', null);
  expect(await call('board.open', { path: 'Nowhere.eoc', passphrase: null })).toMatchObject({
    error: { code: 'not-found' },
  });
  expect(await call('board.create', { path: 'Board', passphrase: null })).toMatchObject({
    error: { code: 'exists' },
  });
  expect(await ask('board.info', null)).toEqual(before);
});

test('a passphrase is asked for, told wrong, set and taken off again', async () => {
  const { ask, call } = await newBoard();
  const passphrase = 'four plain words here';
  expect(await ask('board.passphrase', { passphrase })).toMatchObject({ encrypted: true });
  await ask('board.close', null);
  const open = (given: string | null) => call('board.open', { path: 'Board.eoc', passphrase: given });
  expect(await open(null)).toMatchObject({ error: { code: 'passphrase-needed' } });
  expect(await open('four plain words')).toMatchObject({ error: { code: 'passphrase-wrong' } });
  expect(await open(passphrase)).toMatchObject({ ok: true, value: { encrypted: true } });
  expect(await ask('board.passphrase', { passphrase: null })).toMatchObject({ encrypted: false });
  expect(await call('board.passphrase', { passphrase: ' ' })).toMatchObject({ error: { code: 'invalid' } });
  expect(await ask('board.info', null)).toMatchObject({ encrypted: false });
});

test('undo and redo name the change and take it back and forth', async () => {
  const service = await newBoard();
  const { ask, call } = service;
  await imported(service, RIGHT);
  const summary = `Imported Return.csv for fgc, ${QUARTER}, as version 1`;
  expect(await ask('board.info', null)).toMatchObject({ undo: summary, redo: null, periods: [QUARTER] });
  expect(await ask('board.undo', null)).toEqual({ summary: `Undid: ${summary}` });
  expect(await ask('board.info', null)).toMatchObject({ undo: null, redo: summary, periods: [] });
  expect(await ask('board.redo', null)).toEqual({ summary: `Redid: ${summary}` });
  expect(await call('board.redo', null)).toMatchObject({ error: { code: 'refused' } });
});

test('a backup made at an import brings the board back as it was', async () => {
  const service = await newBoard();
  const { ask, call } = service;
  await imported(service, RIGHT);
  const [backup] = await ask('board.backups', null);
  await ask('pack.front', { period: '2020-21 Q1', answers: { Author: 'Somebody' }, meeting: null });
  expect(await call('board.restore', { path: '/etc/hosts' })).toMatchObject({
    error: { code: 'not-a-backup' },
  });
  await ask('board.restore', { path: backup?.path ?? '' });
  expect(await ask('pack.answers', { period: '2020-21 Q1' })).toEqual({ answers: {}, meeting: null });
  expect(await ask('board.info', null)).toMatchObject({ periods: [QUARTER] });
});

test('a copy is a board of its own', async () => {
  const service = await newBoard();
  const { ask } = service;
  await imported(service, RIGHT);
  await ask('board.saveCopy', { path: 'Copy' });
  const { bytes } = await ask('board.download', null);
  expect(Buffer.from(bytes, 'base64').subarray(0, 15).toString()).toBe('SQLite format 3');
  expect(await ask('board.open', { path: 'Copy.eoc', passphrase: null })).toMatchObject({
    name: 'Copy',
    periods: [QUARTER],
  });
});

test('a list of recent boards that cannot be read counts as empty', async () => {
  const { ask, root } = testService();
  await ask('board.create', { path: 'Board', passphrase: null });
  const { writeFileSync } = await import('node:fs');
  writeFileSync(path.join(root, 'data', 'recent.json'), '[{"path":');
  expect(await ask('board.recent', null)).toEqual([]);
});
