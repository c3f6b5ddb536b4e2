/** An exempt document from its file to the packs: what is kept of it, where, and when. */

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8 } from 'fflate';
import { expect, test } from 'vitest';
import { FORMATS, writePack } from '#electron/export/write.ts';
import { neutralTitle } from '#shared/exempt/document.ts';
import { imported, newBoard, QUARTER, RIGHT } from '#test/api/fixture.ts';
import { given, type TestService } from '#test/api/service.ts';
import { openPackage, openPdf } from '#test/export/open.ts';

const WORDS = 'Feedback\nQuillon was happy. We met Quillon Vesper on 04/05/2020.\n';
const FILE = 'Orrin Tarn feedback.txt';

async function withDocument(title: string | null = null): Promise<TestService & { readonly id: string }> {
  const service = await newBoard();
  await imported(service, RIGHT);
  const file = given(FILE, WORDS);
  const { id } = await service.ask('exempt.add', { period: QUARTER, title, reason: '2', file });
  return { ...service, id };
}

async function hitsOf({ ask }: TestService): Promise<readonly string[]> {
  const [document] = await ask('exempt.list', { period: QUARTER });
  return (document?.hits ?? []).map((hit) => hit.id);
}

async function stateOf({ ask }: TestService): Promise<string | undefined> {
  return (await ask('exempt.list', { period: QUARTER }))[0]?.state;
}

async function sectionOf({ ask, id }: TestService & { readonly id: string }, edition: 'board' | 'public') {
  const { pack } = await ask('pack.document', { period: QUARTER, edition });
  return pack.sections.find(({ code }) => code === `exempt-${id}`) ?? null;
}

/** Every byte the service has written to disk, as text. */
function onDisk({ root }: TestService): string {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name)).toString('latin1'))
    .join('\n');
}

test('a document is in no pack before it is put in, and then in the board edition alone', async () => {
  const service = await withDocument();
  const { ask, id } = service;
  const [document] = await ask('exempt.list', { period: QUARTER });
  expect([document?.title, document?.file, document?.hits.map(({ kind, text }) => [kind, text])]).toEqual([
    'Case study 1',
    FILE,
    [
      ['name', 'Quillon'],
      ['name', 'Quillon Vesper'],
      ['date', '04/05/2020'],
    ],
  ]);
  const hits = await hitsOf(service);
  await ask('exempt.settle', { id, hits: hits.slice(0, 2), as: 'mask' });
  expect(await service.call('exempt.include', { id })).toMatchObject({ error: { code: 'unsettled' } });
  await ask('exempt.settle', { id, hits: hits.slice(2), as: 'accept' });
  expect([await stateOf(service), await sectionOf(service, 'board')]).toEqual(['staged', null]);
  await ask('exempt.include', { id });
  expect(await stateOf(service)).toBe('in');
  expect(await sectionOf(service, 'board')).toMatchObject({
    ...{ title: 'Case study 1', appendix: true, exempt: '2' },
    blocks: [
      { inlines: [{ text: 'Feedback' }] },
      { inlines: [{ text: '[name] was happy. We met [name] on 04/05/2020.' }] },
    ],
  });
  expect(await sectionOf(service, 'public')).toBe(null);
  const { summary } = await ask('board.undo', null);
  expect(summary).toContain('Added the exempt document “Case study 1”');
  expect(await sectionOf(service, 'board')).toBe(null);
});

test('what is masked, and the name of the file, never reach the disk, and what waits reaches it not at all', async () => {
  const service = await withDocument('Quillon’s story');
  const { ask, id } = service;
  expect(onDisk(service)).not.toMatch(/Quillon|Vesper|Orrin|was happy/);
  await ask('exempt.settle', { id, hits: await hitsOf(service), as: 'mask' });
  await ask('exempt.include', { id });
  expect(onDisk(service)).toContain('was happy');
  expect(onDisk(service)).not.toMatch(/Quillon|Vesper|Orrin|04\/05\/2020/);
  expect((await ask('exempt.list', { period: QUARTER })).map(({ title, file }) => [title, file])).toEqual([
    ['[name] story', null],
  ]);
  await ask('exempt.remove', { id });
  expect(await ask('exempt.list', { period: QUARTER })).toEqual([]);
});

test('a document that is taken away before it is put in was never there', async () => {
  const service = await withDocument();
  const { ask, id } = service;
  await ask('exempt.remove', { id });
  expect(await ask('exempt.list', { period: QUARTER })).toEqual([]);
  expect(await service.call('exempt.include', { id })).toMatchObject({ error: { code: 'no-document' } });
});

test('no word of an exempt document is in any part of any public file, and of the board’s only the workbook, all tables, has none', async () => {
  const service = await withDocument('Voices of the quarter');
  const { ask, id } = service;
  await ask('exempt.settle', { id, hits: await hitsOf(service), as: 'accept' });
  await ask('exempt.include', { id });
  const texts = async (edition: 'board' | 'public') => {
    const { pack } = await ask('pack.document', { period: QUARTER, edition });
    const files = await writePack(pack, FORMATS);
    return new Map(files.map(({ name, bytes }) => [name.split('.').at(-1), textOfFile(name, bytes)]));
  };
  const SAID = /Quillon|Vesper|04\/05\/2020|was happy|Voices of the quarter|Schedule 12A/;
  const [forBoard, forPublic] = [await texts('board'), await texts('public')];
  expect([...forBoard].filter(([, text]) => !SAID.test(text)).map(([format]) => format)).toEqual(['xlsx']);
  expect([...forPublic].filter(([, text]) => SAID.test(text)).map(([format]) => format)).toEqual([]);
  expect(forPublic.size).toBe(FORMATS.length);
}, 60_000);

function textOfFile(name: string, bytes: Uint8Array): string {
  if (name.endsWith('.pdf')) return openPdf(bytes);
  if (name.endsWith('.html')) return strFromU8(bytes);
  return [...openPackage(bytes)]
    .flat()
    .join('\n')
    .replace(/<[^>]+>/g, '');
}

test('a new document has a title of its own that names nobody', () => {
  expect(neutralTitle([])).toBe('Case study 1');
  expect(neutralTitle(['Case study 1', 'Feedback'])).toBe('Case study 2');
  expect(neutralTitle(['Case study 2', 'Feedback'])).toBe('Case study 1');
});

test('a file whose words cannot be read is refused, and says what to do', async () => {
  const { ask, call } = await newBoard();
  const file = given('Case study.pdf', '%PDF-1.7');
  expect(await call('exempt.add', { period: QUARTER, title: null, reason: '1', file })).toMatchObject({
    error: { code: 'unsupported', message: expect.stringContaining('save it as Word (.docx)') },
  });
  expect(await ask('exempt.list', { period: QUARTER })).toEqual([]);
});
