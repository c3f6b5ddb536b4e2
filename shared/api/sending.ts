/** The part of the contract about how packs look and who reads them before they go out. */
import type { ExemptView, ExportedFile, GivenFile, ReviewCopy } from '#shared/api/answers.ts';
import type { Settling } from '#shared/exempt/document.ts';
import type { HouseLogo, HouseStyle, HouseTemplate } from '#shared/house/house.ts';
import type { Comment } from '#shared/review/review.ts';

/** Method name to [argument, answer]. */
export interface SendingMethods {
  /** The council's own look of its packs. */
  'house.get': [null, HouseStyle];
  /** null: back to the plain style. Refused where a colour cannot be read on white. */
  'house.set': [{ readonly house: HouseStyle | null }, null];
  /** A picture made ready: PNG, JPEG or SVG in, PNG out. Nothing is kept before `house.set`. */
  'house.logo': [{ readonly file: GivenFile; readonly alt: string; readonly everyPage: boolean }, HouseLogo];
  /** What a Word template says of pages, headings and tables, and the logo in its headers. */
  'house.template': [
    { readonly file: GivenFile },
    {
      readonly template: HouseTemplate;
      readonly logo: HouseLogo | null;
      readonly notes: readonly string[];
    },
  ];
  /** The front page and a page of text, as they would be set; and why the style cannot be kept. */
  'house.preview': [
    { readonly house: HouseStyle },
    { readonly pages: readonly string[]; readonly problems: readonly string[] },
  ];
  /** An encrypted copy of the board edition for a reviewer; the board notes that it was sent. */
  'review.send': [{ readonly period: string; readonly passphrase: string }, ExportedFile];
  /** Takes the comments of a copy that came back; the same copy again adds nothing. */
  'review.merge': [
    { readonly file: GivenFile; readonly passphrase: string | null },
    { readonly period: string; readonly added: number; readonly changed: number },
  ];
  /** Comments on the pack of a quarter, or on all; in a copy, those made in it. */
  'review.comments': [{ readonly period: string | null }, readonly Comment[]];
  'review.resolve': [{ readonly id: string; readonly resolved: boolean }, null];
  /** The copy for review that is open: what can be commented on. `by`: the name the reviewer is signed in under. */
  'review.copy': [null, ReviewCopy];
  /** The pages of a section of the copy, each a self-contained SVG. */
  'review.pages': [{ readonly section: string }, readonly string[]];
  /** Makes a comment in the copy, or puts one in other words. */
  'review.comment': [
    {
      readonly id: string | null;
      readonly section: string;
      readonly figure: string | null;
      readonly about: string;
      readonly text: string;
      readonly by: string;
    },
    null,
  ];
  'review.remove': [{ readonly id: string }, null];
  /** Documents to be exempt appendices of the quarter's pack, with what could identify a person in them. */
  'exempt.list': [{ readonly period: string }, readonly ExemptView[]];
  'exempt.add': [
    {
      readonly period: string;
      /** Null: one that names nobody. */
      readonly title: string | null;
      /** Paragraph of Schedule 12A. */
      readonly reason: string;
      readonly file: GivenFile;
    },
    { readonly id: string },
  ];
  /** Hits accepted, masked, or open again. */
  'exempt.settle': [
    { readonly id: string; readonly hits: readonly string[]; readonly as: Settling | null },
    null,
  ];
  /** Puts a settled document on the board, without what was masked, and so in the board edition. */
  'exempt.include': [{ readonly id: string }, null];
  'exempt.remove': [{ readonly id: string }, null];
}
