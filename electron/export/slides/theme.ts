/** The theme: the house colours, the palette, one typeface. */
import { INK, type Look, PALETTE, SHADE } from '#electron/export/house.ts';
import { fill } from '#electron/export/slides/shape.ts';
import { el, XML_HEAD } from '#electron/export/xml.ts';
import { contrast } from '#shared/house/contrast.ts';

/** White or ink, whichever is read better on the colour. */
export function readableOn(colour: string): string {
  return contrast('#FFFFFF', colour) >= contrast(INK, colour) ? '#FFFFFF' : INK;
}

/** The accent where it can be read on white, else ink. */
export function readableAccent({ accent }: Look): string {
  return contrast('#FFFFFF', accent) >= 4.5 ? accent : INK;
}

function colours(look: Look): string {
  const named = {
    dk1: INK,
    lt1: '#FFFFFF',
    dk2: look.accent,
    lt2: SHADE,
    ...Object.fromEntries(PALETTE.map((colour, index) => [`accent${index + 1}`, colour])),
    hlink: '#12436D',
    folHlink: '#801650',
  };
  const each = Object.entries(named).map(([name, colour]) =>
    el(`a:${name}`, {}, el('a:srgbClr', { val: colour.slice(1) })),
  );
  return el('a:clrScheme', { name: 'Board' }, ...each);
}

function fonts(look: Look): string {
  const font = ['a:latin', 'a:ea', 'a:cs'].map((name, index) =>
    el(name, { typeface: index === 0 ? look.wordFont : '' }),
  );
  return el(
    'a:fontScheme',
    { name: 'Board' },
    el('a:majorFont', {}, ...font),
    el('a:minorFont', {}, ...font),
  );
}

/** Plain fills, lines and effects: three of each, as the format asks. */
function formats(): string {
  const three = (one: string) => one.repeat(3);
  const plain = el('a:solidFill', {}, el('a:schemeClr', { val: 'phClr' }));
  return el(
    'a:fmtScheme',
    { name: 'Board' },
    el('a:fillStyleLst', {}, three(plain)),
    el('a:lnStyleLst', {}, three(el('a:ln', { w: 9525 }, plain))),
    el('a:effectStyleLst', {}, three(el('a:effectStyle', {}, el('a:effectLst', {})))),
    el('a:bgFillStyleLst', {}, three(plain)),
  );
}

/** A theme part. */
export function themeXml(look: Look): string {
  return (
    XML_HEAD +
    el(
      'a:theme',
      { 'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main', name: 'Board' },
      el('a:themeElements', {}, colours(look), fonts(look), formats()),
      el('a:objectDefaults', {}),
      el('a:extraClrSchemeLst', {}),
    )
  );
}

/** A plain background. */
export function background(colour: string): string {
  return el('p:bg', {}, el('p:bgPr', {}, fill(colour), el('a:effectLst', {})));
}
