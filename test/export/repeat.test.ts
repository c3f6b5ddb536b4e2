import { hostname, userInfo } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FORMATS, type Format, writePack, writeSection } from '#electron/export/write.ts';
import type { Pack } from '#shared/pack/document.ts';
import { count, fixture, lineChart, table, words } from '#test/export/fixture.ts';
import { openPackage, openPdf } from '#test/export/open.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Everything a file holds, compressed parts opened. */
async function contentOf(pack: Pack, format: Format): Promise<string> {
  const [file] = await writePack(pack, [format]);
  return opened(file?.bytes ?? new Uint8Array(), format);
}

function opened(bytes: Uint8Array, format: Format): string {
  if (format === 'html') return new TextDecoder().decode(bytes);
  return format === 'pdf' ? openPdf(bytes) : [...openPackage(bytes)].flat().join('\n');
}

test('files are named after the pack, its period and its edition', async () => {
  const files = await writePack({ ...fixture, sections: [], title: 'Pack: a/b' }, FORMATS);
  expect(files.map((file) => file.name)).toEqual(
    FORMATS.map((format) => `Pack a b 2020-21 Q2 (board).${format}`),
  );
});

describe.each(FORMATS)('%s', (format) => {
  test('the same pack gives the same bytes, whatever the clock and the order of work', async () => {
    const [first] = await writePack(fixture, [format]);
    await writePack({ ...fixture, title: 'Another' }, [format]);
    const copy: Pack = JSON.parse(JSON.stringify(fixture));
    const [second] = await writePack(copy, [format]);
    expect(Buffer.from(second?.bytes ?? []).equals(Buffer.from(first?.bytes ?? []))).toBe(true);
  });

  test('says nothing of the machine, and nothing of a source cell or a key', async () => {
    const content = await contentOf(fixture, format);
    expect(content.length).toBeGreaterThan(10_000);
    const names = [root, hostname(), `/${userInfo().username}/`].filter((name) => name.length > 3);
    expect(names.filter((name) => content.includes(name))).toEqual([]);
    expect(/count-\d|money--?\d|k-£|very-wide/.exec(content)).toBe(null);
  });

  test('an empty pack is still a document', async () => {
    const [file] = await writePack({ ...fixture, sections: [], front: [], marking: '' }, [format]);
    expect(file?.bytes.length).toBeGreaterThan(1000);
  });
});

test('a section alone repeats byte for byte as well', async () => {
  for (const format of ['docx', 'pdf'] as const) {
    const [first, second] = [
      await writeSection(fixture, 'cases', format),
      await writeSection(fixture, 'cases', format),
    ];
    expect(Buffer.from(second.bytes).equals(Buffer.from(first.bytes))).toBe(true);
  }
});

test('no text whatever stops a pack or breaks a file', async () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom(']]>', '=1+1', '&amp;', '#{', '\\', '\u0000'),
  );
  await fc.assert(
    fc.asyncProperty(text, text, text, async (title, label, body) => {
      const blocks = [
        { kind: 'paragraph', inlines: [{ kind: 'text', text: body }] },
        { kind: 'heading', text: label },
        table(
          't',
          title,
          [label, body],
          [
            [label, words(body)],
            ['Total', count(3)],
          ],
          [body],
        ),
        {
          ...lineChart,
          caption: label,
          alt: body,
          labels: [label],
          series: [
            { name: title, values: [1] },
            { name: body, values: [2] },
          ],
        },
      ] as const;
      const section = { code: 's', title, appendix: true, exempt: body, blocks };
      const pack: Pack = { ...fixture, marking: label, front: [{ label, value: body }], sections: [section] };
      const files = await writePack(pack, FORMATS);
      FORMATS.forEach((format, index) => {
        expect(opened(files[index]?.bytes ?? new Uint8Array(), format).length).toBeGreaterThan(1000);
      });
    }),
    { numRuns: 8 },
  );
}, 60_000);

test('a house colour that is none is refused in plain English', async () => {
  await expect(writePack(fixture, ['html'], { house: { accent: 'blue' } })).rejects.toThrow(
    'The house colour “blue” is not a colour',
  );
});
