/**
 * Contrast of colours, after WCAG 2.2 (relative luminance and contrast ratio): text needs 4.5 to 1 against what
 * it stands on (success criterion 1.4.3).
 */

/** The least contrast text may have. */
export const LEAST_CONTRAST = 4.5;

/** Relative luminance of `#RRGGBB`, from 0 to 1. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two colours, from 1 to 21. */
export function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** Why a colour cannot be used for headings on white paper, in a sentence; null where it can. */
export function unreadableColour(colour: string): string | null {
  const ratio = contrast(colour, '#FFFFFF');
  if (ratio >= LEAST_CONTRAST) return null;
  return `${colour} is too pale to read on white: its contrast is ${(Math.floor(ratio * 10) / 10).toFixed(1)} to 1 and the accessibility regulations ask for ${LEAST_CONTRAST} to 1. Choose a darker shade of it.`;
}
