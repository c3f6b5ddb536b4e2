/** What in a section of a pack can be commented on: the section itself, and every number it shows. */
import { shownIn } from '#shared/evidence/shown.ts';
import { headingOf, type LaidPack } from '#shared/pack/number.ts';

export interface ReviewPlace {
  /** Key of the figure, null for numbers that are none. */
  readonly figure: string | null;
  /** `Table 4, CIN, No. of children: 12`. */
  readonly words: string;
}

export interface ReviewSection {
  readonly code: string;
  /** With its number: `3 Key headlines`. */
  readonly heading: string;
  readonly places: readonly ReviewPlace[];
}

export function reviewSections(laid: LaidPack): readonly ReviewSection[] {
  return laid.sections.map((section) => {
    const shown = shownIn({ ...laid, sections: [section] });
    const places = shown.map(({ key, place, text }) => ({ figure: key, words: `${place}: ${text}` }));
    return { code: section.code, heading: headingOf(section), places };
  });
}
