/** The smallest pieces of a Word document: runs of text, fields, paragraphs. */
import { el, escapeXml } from '#electron/export/xml.ts';
import type { Inline } from '#shared/pack/document.ts';

export interface RunLook {
  readonly bold?: boolean;
  /** Type size in points, where it differs from the paragraph style's. */
  readonly size?: number;
  /** `#RRGGBB`, where it differs from the paragraph style's. */
  readonly colour?: string;
}

/** A run of text; line breaks in it stay line breaks. */
export function run(text: string, { bold = false, size, colour }: RunLook = {}): string {
  const look = [
    bold ? el('w:b', {}) + el('w:bCs', {}) : '',
    colour ? el('w:color', { 'w:val': colour.slice(1) }) : '',
    size ? el('w:sz', { 'w:val': size * 2 }) + el('w:szCs', { 'w:val': size * 2 }) : '',
  ].join('');
  const body = text
    .split(/\r?\n/)
    .map((line) => (line === '' ? '' : `<w:t xml:space="preserve">${escapeXml(line)}</w:t>`))
    .join('<w:br/>')
    .replaceAll('\t', ' ');
  return `<w:r>${look === '' ? '' : el('w:rPr', {}, look)}${body}</w:r>`;
}

/** The parts of a pack's text as runs. */
export function runs(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => run(inline.text, { bold: inline.kind === 'text' && inline.strong === true }))
    .join('');
}

/** A field with the result it has now, so that it reads rightly before anything is updated. */
export function field(instruction: string, result: string): string {
  return `${fieldStart(instruction)}${run(result)}${FIELD_END}`;
}

export const FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>';

export function fieldStart(instruction: string): string {
  const code = `<w:instrText xml:space="preserve"> ${escapeXml(instruction)} </w:instrText>`;
  return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r>${code}</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`;
}

/**
 * A paragraph.
 * @param style id of its style
 * @param content runs, ready made
 * @param properties further paragraph properties, in the order of the schema
 */
export function paragraph(style: string, content: string, ...properties: readonly string[]): string {
  return `<w:p><w:pPr>${el('w:pStyle', { 'w:val': style })}${properties.join('')}</w:pPr>${content}</w:p>`;
}

/** A bookmark around content. Word allows letters, digits and underscores in its name. */
export function bookmark(anchor: string, id: number, content: string): string {
  const name = bookmarkName(anchor);
  return `${el('w:bookmarkStart', { 'w:id': id, 'w:name': name })}${content}${el('w:bookmarkEnd', { 'w:id': id })}`;
}

export function bookmarkName(anchor: string): string {
  return `_Toc_${anchor.replace(/[^A-Za-z0-9]/g, '_')}`;
}
