/** What a pack calls itself: in its title, and in the names of its files. */
import type { Pack } from '#shared/pack/document.ts';

/** `EOC board pack, 2020-21 Q2`: the title of the document, with the period unless it is in the title already. */
export function documentTitle({ title, period }: Pick<Pack, 'title' | 'period'>): string {
  return title.includes(period) ? title : `${title}, ${period}`;
}

/** `EOC board pack 2020-21 Q2 (board).docx`: safe on Windows, macOS and Linux. */
export function fileName(
  pack: Pick<Pack, 'title' | 'period' | 'edition'>,
  extension: string,
  part = '',
): string {
  const base = pack.title.includes(pack.period) ? pack.title : `${pack.title} ${pack.period}`;
  return `${safe([base, part].filter((each) => each !== '').join(' - '))} (${pack.edition}).${extension}`;
}

function safe(text: string): string {
  const plain = text
    .replace(/[<>:"/\\|?*\p{Cc}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return plain.slice(0, 110).replace(/[. ]+$/, '') || 'pack';
}
