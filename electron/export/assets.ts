/** The files that ship beside the writers: the typeface (Arimo, SIL Open Font Licence) and the PDF template. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

const folder = import.meta.dirname;

/** The family name inside the shipped font files; it has the widths of Arial, so Word and PDF break lines alike. */
export const FONT_FAMILY = 'Arimo';

let fonts: readonly Buffer[] | undefined;

/** The shipped fonts, regular then bold, read once. */
export function fontFiles(): readonly Buffer[] {
  fonts ??= ['Arimo-Regular.ttf', 'Arimo-Bold.ttf'].map((name) =>
    readFileSync(path.join(folder, 'fonts', name)),
  );
  return fonts;
}

let template: string | undefined;

/** The Typst template of a pack, read once. */
export function typstTemplate(): string {
  template ??= readFileSync(path.join(folder, 'pdf', 'pack.typ'), 'utf8');
  return template;
}
