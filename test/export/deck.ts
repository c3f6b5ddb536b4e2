/** Opens a written deck the way PowerPoint would: slides in order, their shapes, tables, charts and chart data. */
import { unzipSync } from 'fflate';
import { writePack } from '#electron/export/write.ts';
import type { Block, Pack, PackChart, PackSectionDoc } from '#shared/pack/document.ts';
import { fixture } from '#test/export/fixture.ts';
import { all, child, type Node, openPackage, part, textOf } from '#test/export/open.ts';

export interface Deck {
  readonly parts: ReadonlyMap<string, string>;
  readonly bytes: Uint8Array;
  readonly slides: readonly Node[];
  readonly notes: readonly Node[];
}

export async function deckOf(pack: Pack): Promise<Deck> {
  const [file] = await writePack(pack, ['pptx']);
  const bytes = file?.bytes ?? new Uint8Array();
  const parts = openPackage(bytes);
  const count = [...parts.keys()].filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name)).length;
  const each = (folder: string) =>
    Array.from({ length: count }, (_, n) => part(parts, `ppt/${folder}${n + 1}.xml`));
  return { parts, bytes, slides: each('slides/slide'), notes: each('notesSlides/notesSlide') };
}

export function section(blocks: readonly Block[], over: Partial<PackSectionDoc> = {}): PackSectionDoc {
  return { code: 's', title: 'Section', appendix: false, exempt: null, blocks, ...over };
}

export function packOf(...sections: readonly PackSectionDoc[]): Pack {
  return { ...fixture, sections };
}

/** The shapes and graphics of a slide, in the order they are read. */
export function shapesOf(slide: Node): readonly Node[] {
  const tree = child(slide, 'p:cSld', 'p:spTree');
  return (tree?.children ?? []).filter(({ name }) => name === 'p:sp' || name === 'p:graphicFrame');
}

export function placeholderOf(shape: Node): string | null {
  const found = all(shape, 'p:ph')[0];
  return found ? (found.attributes.type ?? 'content') : null;
}

export function wordsOf(node: Node): string {
  return all(node, 'a:t').map(textOf).join('');
}

/** The paragraphs of a shape, or of a table's cells, apart. */
export function saidBy(node: Node): readonly string[] {
  return all(node, 'a:p').map(wordsOf);
}

export function titleOf(slide: Node): string {
  const title = shapesOf(slide).find((shape) => ['title', 'ctrTitle'].includes(placeholderOf(shape) ?? ''));
  return (title ? wordsOf(title) : '').replaceAll('\u00A0', ' ');
}

export function gridOf(slide: Node): readonly (readonly string[])[] {
  return all(slide, 'a:tr').map((row) => all(row, 'a:tc').map(wordsOf));
}

/** The values of a chart part: a missing point is null. */
export function cachedOf(chart: Node): PackChart['series'] {
  return all(chart, 'c:ser').map((series) => {
    const cache = child(series, 'c:val', 'c:numRef', 'c:numCache');
    const length = Number(child(cache, 'c:ptCount')?.attributes.val);
    const points = cache ? all(cache, 'c:pt') : [];
    const at = (n: number) => points.find((each) => each.attributes.idx === String(n));
    const values = Array.from({ length }, (_, n) => at(n)).map((each) =>
      each ? Number(textOf(each)) : null,
    );
    return { name: textOf(all(child(series, 'c:tx') ?? series, 'c:v')[0] ?? series), values };
  });
}

/** The rows of the workbook inside a chart: words, numbers, and null for blanks. */
export function dataOf(bytes: Uint8Array, name: string): readonly (readonly (string | number | null)[])[] {
  const parts = openPackage(unzipSync(bytes)[name] ?? new Uint8Array());
  const shared = all(part(parts, 'xl/sharedStrings.xml'), 't').map(textOf);
  return all(part(parts, 'xl/worksheets/sheet1.xml'), 'row').map((row) =>
    all(row, 'c').map((cell) => {
      const value = child(cell, 'v');
      if (!value) return null;
      return cell.attributes.t === 's' ? (shared[Number(value.text)] ?? '') : Number(value.text);
    }),
  );
}
