/** Pictures in Word: vectors with a bitmap for readers that know none, and alternative text on both. */
import { type Logo, logoSize } from '#electron/export/house.ts';
import { el } from '#electron/export/xml.ts';

export interface Picture {
  /** Unique in the document, from 1. */
  readonly id: number;
  readonly name: string;
  readonly alt: string;
  /** Size on the page, in points. */
  readonly width: number;
  readonly height: number;
  /** Relationship ids. */
  readonly png: string;
  /** null: there is no vector of it. */
  readonly svg: string | null;
}

/** Relationship id of the logo in every part that shows it. */
export const LOGO_ID = 'rIdLogo';

/** Pictures of charts are numbered from 1: the logo's ids are out of their way. */
const LOGO_NUMBER = 90_000;

/**
 * The council's logo, as a run.
 * @param place number of the place it stands in, unique in the document
 */
export function logoRun(
  logo: Logo,
  most: { readonly width: number; readonly height: number },
  place: number,
): string {
  const id = LOGO_NUMBER + place;
  return pictureRun({ id, name: 'Logo', alt: logo.alt, ...logoSize(logo, most), png: LOGO_ID, svg: null });
}

/** English metric units to a point. */
const EMU = 12_700;

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';
const SVG_EXTENSION = '{96DAC541-7B7A-43D3-8B79-37D633B846F1}';

/** An inline drawing, as a run. */
export function pictureRun(picture: Picture): string {
  const cx = Math.round(picture.width * EMU);
  const cy = Math.round(picture.height * EMU);
  const named = { id: picture.id, name: picture.name, descr: picture.alt };
  const inline = el(
    'wp:inline',
    { distT: 0, distB: 0, distL: 0, distR: 0 },
    el('wp:extent', { cx, cy }),
    el('wp:docPr', named),
    el(
      'wp:cNvGraphicFramePr',
      {},
      el('a:graphicFrameLocks', { 'xmlns:a': `${DRAWING}/main`, noChangeAspect: 1 }),
    ),
    el(
      'a:graphic',
      { 'xmlns:a': `${DRAWING}/main` },
      el('a:graphicData', { uri: `${DRAWING}/picture` }, pic(picture, cx, cy)),
    ),
  );
  return `<w:r>${el('w:drawing', {}, inline)}</w:r>`;
}

function pic(picture: Picture, cx: number, cy: number): string {
  const svg = el('asvg:svgBlip', {
    'xmlns:asvg': 'http://schemas.microsoft.com/office/drawing/2016/SVG/main',
    'r:embed': picture.svg,
  });
  const vector = picture.svg ? el('a:extLst', {}, el('a:ext', { uri: SVG_EXTENSION }, svg)) : '';
  return el(
    'pic:pic',
    { 'xmlns:pic': `${DRAWING}/picture` },
    el(
      'pic:nvPicPr',
      {},
      el('pic:cNvPr', { id: picture.id, name: picture.name, descr: picture.alt }),
      el('pic:cNvPicPr', {}),
    ),
    el(
      'pic:blipFill',
      {},
      el('a:blip', { 'r:embed': picture.png }, vector),
      el('a:stretch', {}, el('a:fillRect', {})),
    ),
    el(
      'pic:spPr',
      {},
      el('a:xfrm', {}, el('a:off', { x: 0, y: 0 }), el('a:ext', { cx, cy })),
      el('a:prstGeom', { prst: 'rect' }, el('a:avLst', {})),
    ),
  );
}
