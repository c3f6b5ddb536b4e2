/** A logo made ready for every writer: whatever was given becomes a PNG of a known size. */
import { createCanvas, loadImage } from '@napi-rs/canvas';

export interface ReadyLogo {
  readonly png: Uint8Array;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** Sharp at the largest a logo is printed, about 8 cm across at 300 dots an inch. */
const MOST_WIDE = 1000;
const MOST_HIGH = 500;

/**
 * Draws the picture anew, so that nothing but its dots goes into a pack: no script of an SVG, no place or camera
 * in a photograph's metadata. Answers null for bytes that are no picture.
 */
export async function readyLogo(bytes: Uint8Array): Promise<ReadyLogo | null> {
  if (!isPicture(bytes)) return null;
  try {
    const image = await loadImage(Buffer.from(bytes));
    if (!(image.width > 0 && image.height > 0)) return null;
    const vector = isSvg(bytes);
    const fit = Math.min(MOST_WIDE / image.width, MOST_HIGH / image.height);
    const scale = vector ? fit : Math.min(1, fit);
    const width = Math.max(1, Math.round(image.width * scale));
    const height = Math.max(1, Math.round(image.height * scale));
    const canvas = createCanvas(width, height);
    canvas.getContext('2d').drawImage(image, 0, 0, width, height);
    return { png: canvas.toBuffer('image/png'), width, height };
  } catch {
    return null;
  }
}

function isPicture(bytes: Uint8Array): boolean {
  const png = bytes[0] === 0x89 && bytes[1] === 0x50;
  const jpeg = bytes[0] === 0xff && bytes[1] === 0xd8;
  return png || jpeg || isSvg(bytes);
}

/** An SVG that fetches anything is no logo: it must hold all it shows. */
function isSvg(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes.subarray(0, 200_000));
  return /<svg[\s>]/.test(text) && !/<!ENTITY|(?:href|src)\s*=\s*["']\s*(?:https?:|file:|\/\/)/i.test(text);
}
