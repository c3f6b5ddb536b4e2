/** Colours and measures every writer shares. */
import type { HouseTemplate, HouseText } from '#shared/house/house.ts';
import { A4_ROOM, type Room, roomOf } from '#shared/pack/fit.ts';

/** What a council may change of the look of its packs. */
export interface House {
  /** Colour of headings and rules, `#RRGGBB`. */
  readonly accent?: string;
  /** Typeface of the Word file, which must be installed where it is read; Arial unless told otherwise. */
  readonly wordFont?: string;
  readonly logo?: Logo;
  readonly template?: HouseTemplate;
}

export interface Logo {
  readonly png: Uint8Array;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  readonly everyPage: boolean;
}

export interface TextLook {
  readonly font: string;
  /** In points. */
  readonly size: number;
  readonly colour: string;
  readonly bold: boolean;
}

/** In points. */
export interface PageLook {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
  readonly header: number;
  readonly footer: number;
}

export interface Look {
  readonly accent: string;
  readonly wordFont: string;
  /** How much wider than Arial that typeface runs, from 1. */
  readonly stretch: number;
  /** Size of running text, in points. */
  readonly size: number;
  readonly title: TextLook;
  readonly heading1: TextLook;
  readonly heading2: TextLook;
  readonly tableHead: { readonly fill: string; readonly text: string };
  /** As the template has it; null: A4 with the writer's own margins. */
  readonly page: PageLook | null;
  /** Room for words and tables across a page. */
  readonly room: Room;
  readonly logo: Logo | null;
}

export const INK = '#0B0C0C';
export const GREY = '#505A5F';
export const RULE = '#B1B4B6';
export const SHADE = '#F3F2F1';

/** Categorical palette of the Government Analysis Function, in its order. */
export const PALETTE = ['#12436D', '#28A197', '#801650', '#F46A25', '#3D3D3D', '#A285D1'] as const;

/**
 * Fills in the house look: what was chosen, else what the template says, else the program's own.
 * @throws Error when a colour is not written `#RRGGBB`.
 */
export function lookOf({ accent: chosen, wordFont, logo, template }: House = {}): Look {
  const accent = chosen ?? template?.heading1.colour ?? PALETTE[0];
  if (!/^#[0-9A-Fa-f]{6}$/.test(accent)) {
    throw new Error(
      `The house colour “${accent}” is not a colour: write it as # and six digits, such as #12436D.`,
    );
  }
  const plain = {
    font: wordFont ?? template?.body.font ?? 'Arial',
    colour: accent.toUpperCase(),
    bold: true,
  };
  const look = (text: HouseText | undefined, size: number) =>
    textLook(text, { ...plain, size }, chosen, wordFont);
  const page = template?.page ?? null;
  return {
    accent: plain.colour,
    wordFont: plain.font,
    stretch: stretchOf(plain.font),
    size: template?.body.size ?? 11,
    title: look(template?.title, 26),
    heading1: look(template?.heading1, 16),
    heading2: look(template?.heading2, 12.5),
    tableHead: template?.tableHead ?? { fill: SHADE, text: INK },
    page,
    room: page ? roomOf(page) : A4_ROOM,
    logo: logo ?? null,
  };
}

/** A colour or typeface chosen for the house goes before the template's. */
function textLook(
  text: HouseText | undefined,
  plain: TextLook,
  colour: string | undefined,
  font: string | undefined,
): TextLook {
  return {
    font: font ?? text?.font ?? plain.font,
    size: text?.size ?? plain.size,
    colour: colour ? plain.colour : (text?.colour ?? plain.colour),
    bold: text?.bold ?? plain.bold,
  };
}

/** Typefaces no wider than Arial, by their mean width of letters and digits. */
const NARROW =
  /^(arial|arimo|helvetica|liberation sans|calibri|carlito|gill sans|tahoma|trebuchet|times|lato|cambria|garamond)/i;
const STRETCH: readonly (readonly [RegExp, number])[] = [
  [/^(verdana|dejavu)/i, 1.2],
  [NARROW, 1],
];

/** Of a typeface nobody measured, room for one somewhat wider: a number must never break in its cell. */
function stretchOf(font: string): number {
  return STRETCH.find(([name]) => name.test(font))?.[1] ?? 1.12;
}

/** The size a logo is printed at, in points: as wide or as high as the place has room for. */
export function logoSize({ width, height }: Logo, most: { readonly width: number; readonly height: number }) {
  const scale = Math.min(most.width / width, most.height / height);
  return { width: Math.round(width * scale * 10) / 10, height: Math.round(height * scale * 10) / 10 };
}
