import { hostname, userInfo } from 'node:os';
import { describe, expect, test } from 'vitest';
import type { Block } from '#shared/pack/document.ts';
import { layOut } from '#shared/pack/number.ts';
import { deckOf, packOf, placeholderOf, section, shapesOf, titleOf, wordsOf } from '#test/export/deck.ts';
import { barChart, count, fixture, lineChart, paragraph, table, text, words } from '#test/export/fixture.ts';
import { all, child, part } from '#test/export/open.ts';

const deck = await deckOf(fixture);
const laid = layOut(fixture);
const main = laid.sections.filter((each) => !each.appendix);

describe('every slide', () => {
  test('has one title placeholder, first in the order of reading, and no title twice', () => {
    const titles = deck.slides.map(titleOf);
    expect(titles.filter((title) => title.trim() === '')).toEqual([]);
    expect(new Set(titles).size).toBe(titles.length);
    for (const slide of deck.slides) {
      const kinds = shapesOf(slide).map(placeholderOf);
      expect(kinds.map((kind) => kind === 'title' || kind === 'ctrTitle').indexOf(true)).toBe(0);
      expect(kinds.slice(-2)).toEqual(['ftr', 'sldNum']);
    }
  });

  test('has shape ids of its own, each once', () => {
    for (const slide of [...deck.slides, ...deck.notes]) {
      const ids = all(slide, 'p:cNvPr').map((each) => each.attributes.id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test('carries the marking, its number, and notes that carry the marking too', () => {
    deck.slides.forEach((slide, index) => {
      const foot = shapesOf(slide).slice(-2).map(wordsOf);
      expect(foot[0]).toMatch(/^OFFICIAL-SENSITIVE/);
      expect(foot[1]).toBe(String(index + 1));
    });
    for (const page of deck.notes) expect(wordsOf(page)).toContain('OFFICIAL-SENSITIVE');
  });

  test('is marked as British English throughout', () => {
    for (const slide of [...deck.slides, ...deck.notes]) {
      const properties = ['a:rPr', 'a:endParaRPr'].flatMap((name) => all(slide, name));
      expect(new Set(properties.map(({ attributes }) => attributes.lang))).toEqual(new Set(['en-GB']));
      expect(all(slide, 'a:r').filter((run) => !child(run, 'a:rPr'))).toEqual([]);
    }
  });

  test('has alternative text on every table and chart, as the pack words it', () => {
    const frames = deck.slides.flatMap((slide) => all(slide, 'p:graphicFrame'));
    expect(frames.length).toBeGreaterThan(20);
    const described = frames.map((each) => all(each, 'p:cNvPr')[0]?.attributes.descr ?? '');
    expect(described.filter((each) => each.trim() === '')).toEqual([]);
    expect(described).toContain(lineChart.alt);
    expect(described).toContain(barChart.alt);
  });

  test('is set large enough: text from 16 points, tables and notes from 12', () => {
    for (const slide of deck.slides) {
      for (const shape of shapesOf(slide)) {
        const least = ['title', 'ctrTitle', 'body', 'content'].includes(placeholderOf(shape) ?? '') ? 16 : 12;
        const sizes = all(shape, 'a:rPr').flatMap(({ attributes: { sz } }) => (sz ? [Number(sz) / 100] : []));
        expect(sizes.filter((size) => size < least)).toEqual([]);
      }
    }
  });
});

describe('the deck', () => {
  test('opens with the pack, gives every main section its slide, and closes with the appendices', () => {
    const titles = deck.slides.map(titleOf);
    expect(titles[0]).toBe('EOC board pack, 2020-21 Q2');
    const firsts = main.map(({ label, title }) =>
      titles.findIndex((each) => each.replace(/ \(1 of \d\)$/, '') === `${label} ${title}`),
    );
    expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
    expect(firsts).not.toContain(-1);
    const last = deck.slides.at(-1);
    expect(last && titleOf(last)).toBe('Appendices to the pack');
    expect(last && wordsOf(last)).toContain('Appendix B: Case data (exempt)');
    expect([...deck.parts.values()].join('')).not.toMatch(/Reading 34|listened to/);
  });

  test('leads its slides to parts that exist, and names the type of every part', () => {
    const types = deck.parts.get('[Content_Types].xml') ?? '';
    for (const [name, content] of deck.parts) {
      if (!name.endsWith('.rels')) {
        if (name !== '[Content_Types].xml') expect(types).toContain(`PartName="/${name}"`);
        continue;
      }
      const folder = name.replace(/_rels\/[^/]+$/, '');
      for (const [, target = ''] of content.matchAll(/Target="([^"]+)"/g)) {
        expect([...deck.parts.keys()]).toContain(new URL(target, `file:///${folder}`).pathname.slice(1));
      }
    }
  });

  test('is grouped by sections that hold every slide once', () => {
    const presentation = part(deck.parts, 'ppt/presentation.xml');
    const ids = all(presentation, 'p:sldId').map((each) => each.attributes.id);
    expect(all(presentation, 'p14:sldId').map((each) => each.attributes.id)).toEqual(ids);
    expect(ids).toHaveLength(deck.slides.length);
  });

  test('gives its own date and no other, and nothing of the machine', () => {
    const core = deck.parts.get('docProps/core.xml') ?? '';
    expect([...core.matchAll(/\d{4}-\d\d-\d\dT[\d:]+Z/g)].map(String)).toEqual([
      '2020-09-30T00:00:00Z',
      '2020-09-30T00:00:00Z',
    ]);
    const content = [...deck.parts.values()].join('');
    const names = [process.cwd(), hostname(), `/${userInfo().username}/`].filter((name) => name.length > 3);
    expect(names.filter((name) => content.includes(name))).toEqual([]);
  });

  test('is the same bytes each time', async () => {
    const again = await deckOf(JSON.parse(JSON.stringify(fixture)));
    expect(Buffer.from(again.bytes).equals(Buffer.from(deck.bytes))).toBe(true);
  });

  test('carries the words of an exempt section on each of its slides', async () => {
    const blocks = [paragraph('One.'), table('t', 'Cases', ['Case', 'N'], [['A', count(7)]])];
    const { slides } = await deckOf(packOf(section(blocks, { exempt: '3' })));
    expect(slides.slice(1).map((slide) => /exempt under paragraph 3 of/.test(wordsOf(slide)))).toEqual([
      true,
      true,
    ]);
  });
});

test('hostile text is escaped wherever it stands', async () => {
  const nasty = '</a:t><x y="&quot;">]]>&amp;<!--\u0000\n\t"\'';
  const blocks: readonly Block[] = [
    { kind: 'bullets', items: [[text(nasty)]] },
    table(nasty, nasty, [nasty, nasty], [[nasty, words(nasty)]], [nasty]),
    { ...lineChart, caption: nasty, alt: nasty, labels: [nasty], series: [{ name: nasty, values: [1] }] },
  ];
  const pack = {
    ...packOf(section(blocks, { title: nasty, exempt: nasty })),
    marking: nasty,
    council: nasty,
  };
  const { slides } = await deckOf(pack);
  expect(slides.slice(1).every((slide) => wordsOf(slide).includes('</a:t>'))).toBe(true);
  expect(slides.flatMap((slide) => all(slide, 'x'))).toEqual([]);
});

test('a long text goes on over slides and loses no word', async () => {
  const said = Array.from({ length: 60 }, (_, n) => `Sentence ${n} has some words in it.`).join(' ');
  const { slides } = await deckOf(packOf(section([paragraph(said), paragraph(said), paragraph(said)])));
  const bodies = slides.slice(1).flatMap((slide) => shapesOf(slide).slice(1, -2).map(wordsOf));
  expect(bodies.length).toBeGreaterThan(2);
  expect(bodies.join(' ').match(/Sentence \d+ has some words in it\./g)).toHaveLength(180);
});
