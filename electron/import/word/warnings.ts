/** What a Word file holds besides words and tables, told plainly. */
import type { Tally } from '#electron/import/word/context.ts';
import type { Zip } from '#electron/import/zip.ts';

type Part = readonly [number, (n: number) => string];

/** One note per kind of thing that was left out or read in a particular way. */
export function warningsOf(tally: Tally, zip: Zip, tables: number): string[] {
  const none = tables === 0 ? ' The document has no tables that can be read.' : '';
  const changes = tally.deleted + tally.inserted;
  const parts: Part[] = [
    [
      tally.pictures,
      (n) => `The document has ${count(n, 'picture')}. Figures in pictures are not read.${none}`,
    ],
    [
      tally.charts,
      (n) => `The document has ${count(n, 'chart')}. Charts are not read, only tables and text.`,
    ],
    [
      tally.objects,
      (n) =>
        `The document holds ${count(n, 'object')} from other programs, such as worksheets. They are not read: send them as files.`,
    ],
    [
      changes,
      (n) =>
        `The document has ${count(n, 'tracked change')}. It was read as if all were accepted: deleted words left out, inserted words kept.`,
    ],
    [tally.hidden, (n) => `Hidden text was found in ${count(n, 'paragraph')}.`],
    [
      zip.names.some((name) => /^word\/comments\.xml$/i.test(name)) ? 1 : 0,
      () => 'Comments in the margin were not read.',
    ],
  ];
  return parts.flatMap(([n, say]) => (n > 0 ? [say(n)] : []));
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
