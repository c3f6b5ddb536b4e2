/** The first pages of the Word file: title, front matter, and contents that are filled in before anyone updates them. */
import type { Look } from '#electron/export/house.ts';
import { documentTitle } from '#electron/export/name.ts';
import { logoRun } from '#electron/export/word/picture.ts';
import { bookmarkName, FIELD_END, fieldStart, paragraph, run } from '#electron/export/word/runs.ts';
import { el } from '#electron/export/xml.ts';
import type { ContentsEntry, LaidPack } from '#shared/pack/number.ts';
import { longDate } from '#shared/period/date.ts';

const TAB = '<w:r><w:tab/></w:r>';

/** More entries than this would run over a page: then headings within sections are left out. */
const LIMIT = 36;

export function titleXml({ pack }: LaidPack, title: string): readonly string[] {
  return [
    paragraph('Normal', run(pack.council)),
    paragraph('Title', run(title)),
    paragraph('Subtitle', run(pack.board)),
  ];
}

/** Room for a logo on the front page, in points. */
const COVER_LOGO = { width: 230, height: 85 };

export function coverXml(laid: LaidPack, { logo }: Look): readonly string[] {
  const { pack } = laid;
  const space = el('w:spacing', { 'w:before': 1200, 'w:after': 120 });
  const front = [...pack.front, { label: 'Figures up to', value: longDate(pack.date) }];
  return [
    ...(logo && !logo.everyPage ? [paragraph('Normal', logoRun(logo, COVER_LOGO, 1))] : []),
    paragraph('Normal', run(pack.council), space),
    paragraph('Title', run(documentTitle(pack))),
    paragraph('Subtitle', run(pack.board), el('w:spacing', { 'w:after': 480 })),
    ...front.map(({ label, value }) =>
      paragraph('FrontMatter', run(label, { bold: true }) + TAB + run(value)),
    ),
  ];
}

/**
 * The contents field. Page numbers are Word's to find: they appear when the field is updated, and no guess of
 * ours stands there until then.
 */
export function contentsXml(laid: LaidPack): string {
  const depth = laid.contents.length > LIMIT ? 1 : 2;
  const entries = laid.contents.filter((entry) => entry.level <= depth);
  const start = fieldStart(`TOC \\o "1-${depth}" \\h \\z \\u`);
  const lines = entries.map((entry, index) =>
    paragraph(
      entry.level === 1 ? 'TOC1' : 'TOC2',
      (index === 0 ? start : '') + entryXml(entry) + (index === entries.length - 1 ? FIELD_END : ''),
    ),
  );
  const gallery = el(
    'w:docPartObj',
    {},
    el('w:docPartGallery', { 'w:val': 'Table of Contents' }),
    el('w:docPartUnique', {}),
  );
  return el(
    'w:sdt',
    {},
    el('w:sdtPr', {}, gallery),
    el('w:sdtContent', {}, paragraph('ContentsHeading', run('Contents')), ...lines),
  );
}

function entryXml({ label, text, anchor, exempt }: ContentsEntry): string {
  const colon = label.startsWith('Appendix') ? ':' : '';
  const content = (label === '' ? '' : run(label + colon) + TAB) + run(text + (exempt ? ' (exempt)' : ''));
  return el('w:hyperlink', { 'w:anchor': bookmarkName(anchor), 'w:history': 1 }, content);
}
