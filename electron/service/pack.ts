/** Building and writing packs. */
import { type Format, type WrittenFile, writePack, writeSection } from '#electron/export/write.ts';
import { certificateFile } from '#electron/service/certificate.ts';
import { inFolder, makeFolder, writeWhole } from '#electron/service/disk.ts';
import { evidenceFile } from '#electron/service/evidence.ts';
import { exemptFor } from '#electron/service/exempt.ts';
import { boardHouse } from '#electron/service/house.ts';
import { draftWarnings, objectionsTo } from '#electron/service/objections.ts';
import { Problem } from '#electron/service/problem.ts';
import { type OnRound, published } from '#electron/service/publish.ts';
import type { Session } from '#electron/service/session.ts';
import { type BoardState, boardState, findingsFor } from '#electron/service/state.ts';
import { wordsFor } from '#electron/service/words.ts';
import type { ExportedFile } from '#shared/api/api.ts';
import type { PublicEdition } from '#shared/edition/public.ts';
import { withExempt } from '#shared/exempt/document.ts';
import { buildPack } from '#shared/pack/build.ts';
import type { Pack } from '#shared/pack/document.ts';

export interface PackRequest {
  readonly period: string;
  readonly edition: 'board' | 'public';
  readonly formats: readonly Format[];
  readonly out: string;
  /** Only this section or appendix; null for the whole pack. */
  readonly section: string | null;
  /** Also the evidence register, with a board edition. */
  readonly evidence?: boolean;
}

export interface WrittenPack {
  readonly files: readonly string[];
  /** Quantities withheld: small numbers, those that protect them, and rates that rest on either. */
  readonly suppressed: number;
  /** Proof that no small number can be worked out: for the board alone, not one of `files`. Null for the board edition. */
  readonly certificate: ExportedFile | null;
  readonly openFindings: number;
  readonly warnings: readonly string[];
}

/** Writes the pack into `out`. All files are made before the first is written. */
export async function exportPack(
  session: Session,
  request: PackRequest,
  note: (text: string) => void,
): Promise<WrittenPack> {
  const state = await boardState(session);
  const board = packOf(session, state, request.period);
  const edition = request.edition === 'public' ? await published(session, state, board, told(note)) : null;
  const pack = edition?.pack ?? board;
  note(`Writing the ${request.edition} pack for ${request.period}…`);
  const register = request.evidence ? [await evidenceFile(session, board)] : [];
  const written = [...(await writeFiles(session, pack, request.formats, request.section)), ...register];
  makeFolder(request.out);
  const files = written.map(({ name, bytes }) => {
    const file = inFolder(request.out, name);
    writeWhole(file, bytes);
    return file;
  });
  const open = findingsFor(state, request.period).filter((f) => f.status === 'open' || f.status === 'review');
  const high = open.filter((f) => f.severity === 'high').length;
  const objections = objectionsTo(session, state, pack);
  const marked =
    high === 0
      ? []
      : [`${high} findings of high severity are open; the figures they touch are marked in the pack.`];
  const warnings = [...marked, ...draftWarnings({ ...objections, findings: [] })];
  const suppressed = edition ? withheldIn(edition) : 0;
  const certificate = edition ? certificateFile(edition, state) : null;
  return { files, suppressed, certificate, openFindings: open.length, warnings };
}

/** The rounds of the audit, as they come. */
function told(note: (text: string) => void): OnRound {
  return (words) => {
    note(`${words}…`);
    return Promise.resolve(true);
  };
}

function withheldIn({ suppressed: { small, further, rates } }: PublicEdition): number {
  return small + further + rates;
}

/** The whole pack in each format, or one section of it in those that can stand alone. */
export async function writeFiles(
  session: Session,
  pack: Pack,
  formats: readonly Format[],
  section: string | null,
): Promise<readonly WrittenFile[]> {
  const house = boardHouse(session);
  if (section === null) return writePack(pack, formats, { house });
  if (!pack.sections.some((s) => s.code === section)) {
    const codes = pack.sections.map((s) => s.code).join(', ');
    throw new Problem('no-section', `This pack has no section "${section}". Its sections are: ${codes}.`);
  }
  const alone = formats.filter((format) => format === 'docx' || format === 'pdf');
  if (alone.length === 0) throw new Problem('format', 'A section on its own is written as docx or pdf.');
  return Promise.all(alone.map((format) => writeSection(pack, section, format, { house })));
}

export function packOf(session: Session, state: BoardState, period: string): Pack {
  const returns = state.returns.filter((r) => r.ref.period === period);
  if (returns.length === 0) {
    const periods = [...new Set(state.returns.map((r) => r.ref.period))].sort().join(', ');
    throw new Problem(
      'no-returns',
      `No return for ${period} is on this board. It has returns for: ${periods || 'no period yet'}.`,
    );
  }
  const pack = buildPack({
    definition: state.definition,
    period,
    figures: state.figures,
    returns: state.returns,
    findings: findingsFor(state, period),
    decisions: state.decisions,
    coverage: state.coverage,
    ...wordsFor(session, state, period),
  });
  return withExempt(pack, exemptFor(session, period));
}
