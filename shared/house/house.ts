/**
 * The council's own look of its packs: colour, typeface, logo, and what its Word template says of pages, headings
 * and tables. Kept on the board as one setting; empty, and packs look as they always did.
 */
import { z } from 'zod';
import { unreadableColour } from '#shared/house/contrast.ts';

/** The setting's name on the board. */
export const HOUSE_SETTING = 'house';

/** A logo of this size in bytes travels in every file of every pack. */
export const LOGO_LIMIT = 1_000_000;

const colour = z.string().regex(/^#[0-9A-F]{6}$/, 'must be written as # and six digits, such as #12436D');
const font = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^[\p{L}\p{N} ._-]+$/u, 'must be the name of a typeface, such as Arial');
const points = z.number().min(0).max(2000);

const textSchema = z
  .strictObject({
    font: font.nullable(),
    /** In points. */
    size: z.number().min(6).max(72).nullable(),
    colour: colour.nullable(),
    bold: z.boolean().nullable(),
  })
  .readonly();

export const templateSchema = z
  .strictObject({
    /** The template's file name, and the fingerprint of its bytes. */
    file: z.string().min(1).max(255),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    /** In points. */
    page: z
      .strictObject({
        width: points,
        height: points,
        top: points,
        right: points,
        bottom: points,
        left: points,
        header: points,
        footer: points,
      })
      .readonly()
      .nullable(),
    body: textSchema,
    title: textSchema,
    heading1: textSchema,
    heading2: textSchema,
    /** Colours of a table's heading row. */
    tableHead: z.strictObject({ fill: colour, text: colour }).readonly().nullable(),
  })
  .readonly();

const logoSchema = z
  .strictObject({
    /** A PNG as base64, whatever was given. */
    png: z.string().max(Math.ceil((LOGO_LIMIT * 4) / 3) + 4),
    /** In pixels. */
    width: z.int().positive(),
    height: z.int().positive(),
    /** What it shows, for those who cannot see it. */
    alt: z.string().trim().min(1).max(200),
    /** In the head of every page, or on the front page alone. */
    everyPage: z.boolean(),
  })
  .readonly();

export const houseSchema = z
  .strictObject({
    /** Colour of headings and rules; null: the template's, else the program's own. */
    accent: colour.nullable(),
    /** Typeface of Word, slides, web page and workbook. */
    font: font.nullable(),
    logo: logoSchema.nullable(),
    template: templateSchema.nullable(),
  })
  .readonly();

export type HouseStyle = z.infer<typeof houseSchema>;
export type HouseTemplate = z.infer<typeof templateSchema>;
export type HouseText = z.infer<typeof textSchema>;
export type HouseLogo = z.infer<typeof logoSchema>;

export const PLAIN_HOUSE: HouseStyle = { accent: null, font: null, logo: null, template: null };

/** As kept on the board; the plain style where there is none or it cannot be read. */
export function houseFrom(setting: unknown): HouseStyle {
  const parsed = houseSchema.safeParse(setting);
  return parsed.success ? parsed.data : PLAIN_HOUSE;
}

/** Why the style cannot be used, in sentences; empty where it can. */
export function houseProblems({ accent }: HouseStyle): readonly string[] {
  const problem = accent === null ? null : unreadableColour(accent);
  return problem === null ? [] : [problem];
}
