/** Paragraphs of the page as text lines. */

import { isBlank } from '#electron/import/grid.ts';
import { raised } from '#electron/import/superscript.ts';
import type { WordContext } from '#electron/import/word/context.ts';
import { type Inline, inlineOf } from '#electron/import/word/inline.ts';
import { kindByProperties } from '#electron/import/word/styles.ts';
import { child, type XmlNode } from '#electron/import/xml.ts';
import type { TextLine } from '#shared/grid/grid.ts';

/** `Table 3: Referrals by month`, typed without a caption style. */
const CAPTION = /^(?:table|figure|chart)\s+\d+[a-z]?\s*[:.–—-]/i;

export interface Paragraph {
  readonly inline: Inline;
  readonly style: TextLine['style'];
}

export function paragraphOf(node: XmlNode, context: WordContext): Paragraph {
  const inline = inlineOf(node, context.tally);
  if (!isBlank(inline.concealed)) context.tally.hidden++;
  return { inline, style: styleOf(node, inline, context) };
}

function styleOf(node: XmlNode, inline: Inline, context: WordContext): TextLine['style'] {
  const properties = child(node, 'pPr');
  const own = kindByProperties(properties);
  const named = context.styleKind(child(properties, 'pStyle')?.attrs.val ?? '');
  if (named === 'caption' || inline.numbered) return 'caption';
  if (own === 'heading' || named === 'heading') return 'heading';
  if (CAPTION.test(inline.text.trim())) return 'caption';
  return own ?? named;
}

/** The notes a paragraph refers to, as lines of their own, also kept for the end of the text. */
export function noteLines(inline: Inline, context: WordContext): TextLine[] {
  return inline.notes.flatMap(({ kind, id, number }) => {
    const text = context.noteText(kind, id);
    if (text === null || isBlank(text)) return [];
    const address = `${kind === 'footnote' ? 'Footnote' : 'Endnote'} ${number}`;
    const line: TextLine = { address, text: `${raised(String(number))} ${text}`, style: 'body' };
    context.notes.push(line);
    return [line];
  });
}
