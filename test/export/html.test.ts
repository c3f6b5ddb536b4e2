import { Parser } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { writePack } from '#electron/export/write.ts';
import { fixture } from '#test/export/fixture.ts';

interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const [file] = await writePack(fixture, ['html']);
const html = new TextDecoder().decode(file?.bytes);
const tags: Tag[] = [];
new Parser({ onopentag: (name, attributes) => void tags.push({ name, attributes }) }).end(html);

function named(...names: readonly string[]): readonly Tag[] {
  return tags.filter((tag) => names.includes(tag.name));
}

describe('a pack as a web page', () => {
  test('says its language and title, and has each landmark once', () => {
    expect(html.includes('<html lang="en-GB">')).toBe(true);
    expect(html.includes('<title>EOC board pack, 2020-21 Q2</title>')).toBe(true);
    expect(['header', 'nav', 'main', 'footer', 'h1'].map((name) => named(name).length)).toEqual([
      1, 1, 1, 1, 1,
    ]);
  });

  test('every link leads to something on the page, and every id is unique', () => {
    const ids = tags.flatMap((tag) => (tag.attributes.id ? [tag.attributes.id] : []));
    expect(new Set(ids).size).toBe(ids.length);
    const wanted = named('a').map((tag) => tag.attributes.href?.slice(1) ?? '');
    const described = tags.flatMap((tag) =>
      `${tag.attributes['aria-labelledby'] ?? ''} ${tag.attributes['aria-describedby'] ?? ''}`
        .trim()
        .split(/\s+/),
    );
    expect([...wanted, ...described].filter((id) => id !== '' && !ids.includes(id))).toEqual([]);
  });

  test('needs nothing beside itself and runs nothing', () => {
    expect(named('script', 'link', 'img', 'iframe', 'object', 'form')).toEqual([]);
    const addresses = tags.flatMap((tag) => [
      tag.attributes.src,
      tag.attributes.href,
      tag.attributes['xlink:href'],
    ]);
    expect(addresses.filter((each) => each !== undefined && !each.startsWith('#'))).toEqual([]);
    expect(/@import|url\((?!#)|\son[a-z]+=/.exec(html)?.[0]).toBe(undefined);
  });

  test('headings go down one level at a time', () => {
    const levels = named('h1', 'h2', 'h3', 'h4').map((tag) => Number(tag.name[1]));
    expect(levels.filter((level, index) => index > 0 && level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
  });

  test('every table has a caption and headings with a scope', () => {
    expect(named('caption')).toHaveLength(named('table').length);
    expect(named('th').filter((tag) => !/^(col|row)$/.test(tag.attributes.scope ?? ''))).toEqual([]);
    expect(/<th[^>]*><\/th>/.exec(html)?.[0]).toBe(undefined);
  });

  test('every drawing is named and described', () => {
    const drawings = named('svg');
    expect(drawings).toHaveLength(3);
    expect(drawings.every((tag) => tag.attributes.role === 'img' && tag.attributes['aria-labelledby'])).toBe(
      true,
    );
    expect(html.includes('<desc id="figure-1-desc">Referrals to the first programme rose')).toBe(true);
  });

  test('markup in the text of a pack stays text', () => {
    expect(html.includes('“follow-up” &lt;by December&gt;')).toBe(true);
    expect(html.includes('Assessments, 5 &lt; 6')).toBe(true);
  });

  test('is marked at head and foot, and exempt appendices say so', () => {
    expect(html.match(/<p class="marking">OFFICIAL-SENSITIVE<\/p>/g)).toHaveLength(2);
    expect(html.includes('<p class="exempt">Not for publication: exempt under paragraphs 1 and 2')).toBe(
      true,
    );
  });
});
