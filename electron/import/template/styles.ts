/** Styles of a Word file as they come out, with what they are based on, the defaults and the theme resolved. */
import { child, children, switchedOn, type XmlNode } from '#electron/import/xml.ts';
import type { HouseText } from '#shared/house/house.ts';

export interface StyleBook {
  /** How text of the paragraph style with this name looks; nulls where the file does not say. */
  readonly text: (name: string) => HouseText;
  /** The heading row of the file's own table style. */
  readonly tableHead: () => { readonly fill: string; readonly text: string } | null;
}

export function styleBook(styles: XmlNode | null, theme: XmlNode | null): StyleBook {
  const all = children(styles, 'style');
  const byId = new Map(all.map((style) => [style.attrs.styleId ?? '', style]));
  const defaults = child(child(child(styles, 'docDefaults'), 'rPrDefault'), 'rPr');
  const themed = themeOf(theme);
  return {
    text: (name) => {
      const style = named(all, 'paragraph', name);
      const runs = style ? [...chain(style, byId).map((one) => child(one, 'rPr')), defaults] : [];
      return textOf(runs, themed);
    },
    tableHead: () => tableHead(all, byId, themed),
  };
}

function named(all: readonly XmlNode[], type: string, name: string): XmlNode | null {
  const wanted = name.toLowerCase();
  return (
    all.find(
      (style) => style.attrs.type === type && child(style, 'name')?.attrs.val?.toLowerCase() === wanted,
    ) ?? null
  );
}

/** The style, what it is based on, and so on; a ring is followed once. */
function chain(style: XmlNode, byId: ReadonlyMap<string, XmlNode>): readonly XmlNode[] {
  const found: XmlNode[] = [];
  for (let next: XmlNode | undefined = style; next && !found.includes(next); ) {
    found.push(next);
    next = byId.get(child(next, 'basedOn')?.attrs.val ?? '');
  }
  return found;
}

/** Run properties from the nearest to the furthest: the first that speaks of a thing settles it. */
function textOf(runs: readonly (XmlNode | null)[], theme: Theme): HouseText {
  const first = (name: string): XmlNode | null =>
    runs.map((properties) => child(properties, name)).find((node) => node !== null) ?? null;
  const bold = first('b');
  const size = Number(first('sz')?.attrs.val ?? Number.NaN) / 2;
  return {
    font: fontOf(first('rFonts'), theme),
    size: Number.isFinite(size) && size > 0 ? size : null,
    colour: colourOf(first('color'), theme),
    bold: bold === null ? null : switchedOn(bold),
  };
}

interface Theme {
  readonly fonts: Readonly<Record<string, string>>;
  readonly colours: Readonly<Record<string, string>>;
}

function themeOf(theme: XmlNode | null): Theme {
  const elements = child(theme, 'themeElements');
  const scheme = child(elements, 'fontScheme');
  const latin = (name: string) => child(child(scheme, name), 'latin')?.attrs.typeface ?? '';
  const colours = (child(elements, 'clrScheme')?.nodes ?? []).map((node): [string, string] => {
    const value = child(node, 'srgbClr')?.attrs.val ?? child(node, 'sysClr')?.attrs.lastClr ?? '';
    return [node.name, value];
  });
  return {
    fonts: { major: latin('majorFont'), minor: latin('minorFont') },
    colours: Object.fromEntries(colours),
  };
}

function fontOf(fonts: XmlNode | null, theme: Theme): string | null {
  const { asciiTheme = '', ascii = '' } = fonts?.attrs ?? {};
  const themed = theme.fonts[asciiTheme.startsWith('major') ? 'major' : 'minor'];
  const name = (asciiTheme === '' ? ascii : themed || ascii).trim();
  return /^[\p{L}\p{N} ._-]{1,60}$/u.test(name) ? name : null;
}

/** Names a document has for the colours of its theme. */
const THEME_NAMES: Readonly<Record<string, string>> = {
  text1: 'dk1',
  dark1: 'dk1',
  text2: 'dk2',
  dark2: 'dk2',
  background1: 'lt1',
  light1: 'lt1',
  background2: 'lt2',
  light2: 'lt2',
  hyperlink: 'hlink',
  followedHyperlink: 'folHlink',
};

/** Word writes the colour as it comes out beside the theme's name for it, shades included: that one counts. */
function colourOf(node: XmlNode | null, theme: Theme): string | null {
  const { val = '', themeColor = '' } = node?.attrs ?? {};
  const plain = hex(val);
  if (plain) return plain;
  return hex(theme.colours[THEME_NAMES[themeColor] ?? themeColor] ?? '');
}

function hex(text: string): string | null {
  return /^[0-9A-Fa-f]{6}$/.test(text) ? `#${text.toUpperCase()}` : null;
}

/** Of the table styles the file defines itself, the first whose heading row has a ground of its own. */
function tableHead(
  all: readonly XmlNode[],
  byId: ReadonlyMap<string, XmlNode>,
  theme: Theme,
): { readonly fill: string; readonly text: string } | null {
  const tables = all.filter((style) => style.attrs.type === 'table');
  const own = tables.filter((style) => style.attrs.customStyle === '1');
  for (const style of [...own, ...tables]) {
    for (const part of chain(style, byId)) {
      const head = children(part, 'tblStylePr').find((one) => one.attrs.type === 'firstRow') ?? null;
      const fill = fillOf(child(child(head, 'tcPr'), 'shd'), theme);
      if (!fill) continue;
      return { fill, text: colourOf(child(child(head, 'rPr'), 'color'), theme) ?? '#000000' };
    }
  }
  return null;
}

function fillOf(shade: XmlNode | null, theme: Theme): string | null {
  const { fill = '', themeFill = '' } = shade?.attrs ?? {};
  return hex(fill) ?? hex(theme.colours[THEME_NAMES[themeFill] ?? themeFill] ?? '');
}
