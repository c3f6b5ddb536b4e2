/** Pages of a pack for the screen: the PDF's own pages as drawings, without styles that could leak. */

export interface Preview {
  readonly pages: number;
  /** The page asked for, as a self-contained SVG. */
  readonly svg: string;
}

const PAGE = /<g class="typst-page"[^>]* data-page-width="([\d.]+)" data-page-height="([\d.]+)">/g;

/**
 * Cuts one page out of the drawing of all pages.
 * @param page from 1; a page past the end gives the last
 */
export function cutPage(drawing: string, page: number): Preview {
  const sheets = sheetsOf(drawing);
  return { pages: sheets.pages, svg: sheets.page(page) };
}

/** The drawing of all pages, made safe once, to take pages out of. */
export interface Sheets {
  readonly pages: number;
  /** From 1; a page past the end gives the last. Empty where there is no page. */
  readonly page: (number: number) => string;
}

export function sheetsOf(drawing: string): Sheets {
  const clean = drawing
    .replace(/<(style|script)\b[^>]*>[\s\S]*?<\/\1>/g, '')
    .replace(/<foreignObject\b[\s\S]*?<\/foreignObject>/g, '');
  const starts = [...clean.matchAll(PAGE)];
  const shared = clean.slice(clean.indexOf('<defs'), starts[0]?.index);
  return {
    pages: starts.length,
    page: (number) => {
      const index = Math.min(Math.max(1, Math.trunc(number)), starts.length) - 1;
      const start = starts[index];
      if (!start) return '';
      const end = starts[index + 1]?.index ?? clean.lastIndexOf('</svg>');
      return standing(start, shared, clean.slice(start.index, end));
    },
  };
}

function standing([, width = '0', height = '0']: RegExpMatchArray, shared: string, page: string): string {
  const body = page.replace(/ transform="translate\([^)]*\)"/, '');
  const names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';
  return `<svg ${names} viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" fill="none"><path fill="#fff" d="M0 0h${width}v${height}H0z"/>${shared}${body}</svg>`;
}
