/** Word's own numbering of sections, appendices and their paragraphs, so that numbers follow when text is moved. */
import { LISTS, W } from '#electron/export/word/styles.ts';
import { el, XML_HEAD } from '#electron/export/xml.ts';

interface Level {
  readonly format: 'decimal' | 'upperLetter' | 'bullet';
  readonly text: string;
  readonly start: number;
  readonly style?: string;
  readonly left: number;
  readonly hanging: number;
  readonly grey?: boolean;
}

function levelXml(level: Level, index: number): string {
  return el(
    'w:lvl',
    { 'w:ilvl': index },
    el('w:start', { 'w:val': level.start }),
    el('w:numFmt', { 'w:val': level.format }),
    level.style ? el('w:pStyle', { 'w:val': level.style }) : '',
    level.hanging === 0 ? el('w:suff', { 'w:val': 'space' }) : '',
    el('w:lvlText', { 'w:val': level.text }),
    el('w:lvlJc', { 'w:val': 'left' }),
    el('w:pPr', {}, el('w:ind', { 'w:left': level.left, 'w:hanging': level.hanging })),
    level.grey ? el('w:rPr', {}, el('w:color', { 'w:val': '505A5F' })) : '',
  );
}

function list(id: number, ...levels: readonly Level[]): string {
  return el(
    'w:abstractNum',
    { 'w:abstractNumId': id },
    el('w:multiLevelType', { 'w:val': 'multilevel' }),
    ...levels.map(levelXml),
  );
}

/**
 * `word/numbering.xml`.
 * @param first where sections and appendices begin to count: 1, or the number of the one that is written alone
 */
export function numberingXml(first: { readonly section: number; readonly appendix: number }): string {
  const paragraph = {
    format: 'decimal',
    text: '%1.%2',
    start: 1,
    left: 720,
    hanging: 720,
    grey: true,
  } as const;
  const lists = [
    list(
      LISTS.sections,
      { format: 'decimal', text: '%1', start: first.section, style: 'Heading1', left: 720, hanging: 720 },
      { ...paragraph, style: 'SectionParagraph' },
    ),
    list(
      LISTS.appendices,
      { format: 'upperLetter', text: 'Appendix %1:', start: first.appendix, left: 0, hanging: 0 },
      { ...paragraph, style: 'AppendixParagraph' },
    ),
    list(LISTS.bullets, {
      format: 'bullet',
      text: '•',
      start: 1,
      style: 'ListBullet',
      left: 1080,
      hanging: 360,
    }),
  ];
  const uses = Object.values(LISTS).map((id) =>
    el('w:num', { 'w:numId': id }, el('w:abstractNumId', { 'w:val': id })),
  );
  return XML_HEAD + el('w:numbering', W, ...lists, ...uses);
}
