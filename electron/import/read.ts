/**
 * Reading returns: a file's bytes become grids, text lines and warnings, or a refusal that says what to do.
 * The kind is decided by content; a name that says otherwise is told as a warning or refused.
 */
import { createHash } from 'node:crypto';
import type { Content } from '#electron/import/content.ts';
import { checkName } from '#electron/import/name.ts';
import { readPastedTable } from '#electron/import/plain/pasted.ts';
import { readPlain, readWebPage } from '#electron/import/plain/read.ts';
import { type ProblemCode, ReadProblem } from '#electron/import/problem.ts';
import { type Sniffed, sniff } from '#electron/import/sniff.ts';
import type { Reading } from '#shared/grid/grid.ts';

export type ReadResult =
  | { readonly ok: true; readonly reading: Reading }
  | { readonly ok: false; readonly error: { readonly code: ProblemCode; readonly message: string } };

/**
 * Reads a return of any supported kind. `file` is its base name, used in every message.
 * Never throws for what a file holds; a refusal has a code and a sentence for the person who sent it.
 */
export async function readReturn(file: string, bytes: Uint8Array): Promise<ReadResult> {
  return settled(async () => {
    const sniffed = sniff(file, bytes);
    const warnings = checkName(file, sniffed);
    const content = await contentOf(file, bytes, sniffed);
    return readingOf(file, bytes, { ...content, warnings: [...warnings, ...content.warnings] });
  });
}

/** Reads a table from the clipboard: its HTML when there is a table in it, else its tab-separated text. */
export function readPasted(text: string, html?: string): ReadResult {
  const file = 'Pasted table';
  try {
    const content = readPastedTable(file, text, html);
    return { ok: true, reading: readingOf(file, new TextEncoder().encode(html ?? text), content) };
  } catch (error) {
    return refusal(error);
  }
}

async function settled(work: () => Promise<Reading>): Promise<ReadResult> {
  try {
    return { ok: true, reading: await work() };
  } catch (error) {
    return refusal(error);
  }
}

function refusal(error: unknown): ReadResult {
  if (!(error instanceof ReadProblem)) throw error;
  return { ok: false, error: { code: error.code, message: error.message } };
}

/** Loads the reader for the kind when it is first needed: the libraries behind them are large. */
async function contentOf(file: string, bytes: Uint8Array, sniffed: Sniffed): Promise<Content> {
  switch (sniffed.kind) {
    case 'docx': {
      const { readDocx } = await import('#electron/import/word/docx.ts');
      return { kind: 'word', ...readDocx(file, sniffed.zip) };
    }
    case 'xlsx': {
      const { readXlsx } = await import('#electron/import/workbook/xlsx.ts');
      return { kind: 'workbook', text: [], ...readXlsx(file, sniffed.zip) };
    }
    case 'ods': {
      const { readOds } = await import('#electron/import/workbook/ods.ts');
      return { kind: 'workbook', text: [], ...readOds(file, sniffed.zip) };
    }
    case 'ole': {
      const { readOle } = await import('#electron/import/workbook/ole.ts');
      return { kind: 'workbook', text: [], ...readOle(file, bytes) };
    }
    case 'html':
      return readWebPage(file, bytes);
    case 'csv':
      return readPlain(file, bytes);
  }
}

function readingOf(file: string, bytes: Uint8Array, content: Content): Reading {
  const { kind, grids, text, warnings, pictures } = content;
  const filled = grids.filter((grid) => grid.cells.length > 0);
  if (filled.length === 0 && text.length === 0) throw nothingIn(file, pictures);
  return {
    file,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    kind,
    grids: filled,
    text,
    warnings,
  };
}

function nothingIn(file: string, pictures: number): ReadProblem {
  if (pictures > 0) {
    return new ReadProblem(
      'only-pictures',
      `“${file}” holds no tables, only pictures. Figures in pictures are not read. ` +
        'Ask for the tables themselves, as a Word document or a workbook.',
    );
  }
  return new ReadProblem(
    'no-content',
    `“${file}” holds no figures and no words. Check that the right file was sent, and that it was saved when filled in.`,
  );
}
