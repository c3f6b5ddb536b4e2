/** A pack as a tagged PDF/UA-1, and as pages for the screen, by Typst. */
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { fontFiles, typstTemplate } from '#electron/export/assets.ts';
import type { Drawings } from '#electron/export/chart/drawings.ts';
import type { Look } from '#electron/export/house.ts';
import { pdfData } from '#electron/export/pdf/data.ts';
import { cutPage, type Preview } from '#electron/export/pdf/preview.ts';
import type { LaidPack } from '#shared/pack/number.ts';

/** Typst's root folder. Nothing in it is read: all the template asks for is held in memory. */
const ROOT = import.meta.dirname;

let shared: NodeCompiler | undefined;

/** One compiler for the life of the process: loading the fonts takes longer than a page. */
function compiler(): NodeCompiler {
  shared ??= NodeCompiler.create({ workspace: ROOT, fontArgs: [{ fontBlobs: [...fontFiles()] }] });
  return shared;
}

function compile(laid: LaidPack, look: Look, drawings: Drawings, section: string | null): NodeTypstDocument {
  const typst = compiler();
  typst.resetShadow();
  const charts = laid.sections
    .filter((each) => section === null || each.code === section)
    .flatMap((each) => each.blocks)
    .filter((block) => block.kind === 'chart');
  for (const { anchor, chart } of charts) {
    typst.mapShadow(`${ROOT}/${anchor}.svg`, Buffer.from(drawings.of(chart).svg));
  }
  if (look.logo) typst.mapShadow(`${ROOT}/logo.png`, Buffer.from(look.logo.png));
  typst.mapShadow(`${ROOT}/pack.json`, Buffer.from(pdfData(laid, look, section)));
  const result = typst.compile({ mainFileContent: typstTemplate() });
  if (!result.result) {
    throw new Error(
      `The PDF could not be set: ${JSON.stringify(result.takeDiagnostics()?.shortDiagnostics)}`,
    );
  }
  return result.result;
}

/**
 * Writes the PDF.
 * @param section code of the one section to print, or null for the whole pack
 */
export function writePdf(laid: LaidPack, look: Look, drawings: Drawings, section: string | null): Uint8Array {
  const document = compile(laid, look, drawings, section);
  const bytes = new Uint8Array(compiler().pdf(document, { pdfStandard: 'ua-1' }));
  compiler().evictCache(10);
  return bytes;
}

/**
 * Draws every page, one drawing for all: `sheetsOf` takes single ones out of it.
 * @param section code of the one section to draw, or null for the whole pack
 */
export function drawPages(
  laid: LaidPack,
  look: Look,
  drawings: Drawings,
  section: string | null = null,
): string {
  const drawing = compiler().svg(compile(laid, look, drawings, section));
  compiler().evictCache(10);
  return drawing;
}

/**
 * Draws one page of the pack for a live preview.
 * @param page from 1
 */
export function drawPage(laid: LaidPack, look: Look, drawings: Drawings, page: number): Preview {
  return cutPage(drawPages(laid, look, drawings), page);
}
