/** Packs: outline, narrative, preview, export. Issuing is in `issue.ts`. */
import { commit } from '#db/commit.ts';
import { drawSheets } from '#electron/export/write.ts';
import { compare, compareFile } from '#electron/service/api/compare.ts';
import { board, type Context, type HandlersOf } from '#electron/service/api/context.ts';
import { evidence } from '#electron/service/api/evidence.ts';
import { issue, issuedFile, issuedList, readyToIssue, verified } from '#electron/service/api/issue.ts';
import { arrange, outlineOf } from '#electron/service/api/outline.ts';
import { objectionsTo, packFor, publicFor, wholePack } from '#electron/service/api/packs.ts';
import { assign, clear, frontPage, setFront, signoffs } from '#electron/service/api/sign.ts';
import { certificateFile } from '#electron/service/certificate.ts';
import { stamp } from '#electron/service/clock.ts';
import { boardHouse } from '#electron/service/house.ts';
import { remembered } from '#electron/service/memo.ts';
import { writeFiles } from '#electron/service/pack.ts';
import { Problem } from '#electron/service/problem.ts';
import type { Session } from '#electron/service/session.ts';
import { boardState } from '#electron/service/state.ts';
import { earlierText, storedText, textOf, typedIn } from '#electron/service/words.ts';
import type { Argument, ExportedFile, PackPreview } from '#shared/api/api.ts';
import type { BoardDefinition } from '#shared/definition/definition.ts';
import type { Json } from '#shared/operation/json.ts';
import { comparisonsOf } from '#shared/pack/compare.ts';
import type { Pack } from '#shared/pack/document.ts';
import { headlines } from '#shared/pack/headline.ts';
import type { Paragraphs } from '#shared/pack/inline.ts';
import { indexFigures } from '#shared/pack/lookup.ts';

export const packHandlers: HandlersOf<'pack'> = {
  'pack.outline': async ({ period }, context) => {
    const { session } = board(context);
    return outlineOf(session, await wholePack(session, period), period);
  },
  'pack.arrange': ({ sections }, context) => {
    arrange(board(context).session, sections);
    return null;
  },
  'pack.document': async ({ period, edition }, context) => {
    const { session } = board(context);
    const pack = await packFor(session, period, edition, context.tasks);
    return { pack, objections: await objectionsTo(session, pack) };
  },
  'pack.certificate': async ({ period }, context) => {
    const { session } = board(context);
    return certificateFile(await publicFor(session, period, context.tasks), await boardState(session));
  },
  'pack.preview': (argument, context) => preview(board(context).session, argument),
  'pack.narrative': async ({ period }, context) => {
    const { session } = board(context);
    return textOf(session, await boardState(session), period);
  },
  'pack.narrate': (argument, context) => narrate(board(context).session, argument),
  'pack.suggestions': (argument, context) => suggestions(board(context).session, argument),
  'pack.typed': async ({ period }, context) => {
    const { session } = board(context);
    return typedIn(session, await boardState(session), period);
  },
  'pack.signoffs': ({ period }, context) => signoffs(board(context).session, period),
  'pack.assign': (argument, context) => assign(board(context).session, argument),
  'pack.clear': (argument, context) => clear(board(context).session, argument),
  'pack.answers': ({ period }, context) => frontPage(board(context).session, period),
  'pack.front': (argument, context) => setFront(board(context).session, argument),
  'pack.export': async ({ period, edition, formats, section }, context) => {
    const pack = await packFor(board(context).session, period, edition, context.tasks);
    return written(context, pack, formats, section);
  },
  'pack.evidence': evidence,
  'pack.issue': async (argument, context) => {
    const { session } = board(context);
    const { period, edition } = argument;
    const draft = await packFor(session, period, edition, context.tasks);
    const objections = await objectionsTo(session, draft);
    const pack = readyToIssue(draft, objections, argument.override);
    const disclosed = edition === 'public' ? (await publicFor(session, period, context.tasks)).record : null;
    return issue(session, { pack, disclosed }, objections, argument.override, () =>
      written(context, pack, argument.formats, null),
    );
  },
  'pack.issued': (_, context) => issuedList(board(context).session),
  'pack.issuedFile': ({ id, name }, context) => issuedFile(board(context).session, id, name),
  'pack.verify': ({ id }, context) => verified(board(context).session, id),
  'pack.compare': compare,
  'pack.compareFile': compareFile,
};

/** The drawing of all pages is kept until the board changes, so that turning a page costs nothing. */
async function preview(
  session: Session,
  { period, edition, from, count, section = null }: Argument<'pack.preview'>,
): Promise<PackPreview> {
  const pack = await packFor(session, period, edition);
  const shown = section !== null && pack.sections.some(({ code }) => code === section) ? section : null;
  const name = `sheets ${period} ${edition} ${shown}`;
  const { pages: total, page: sheet } = await remembered(session, name, [], () =>
    drawSheets(pack, shown, { house: boardHouse(session) }),
  );
  const last = Math.min(total, from + count - 1);
  const numbers = Array.from({ length: Math.max(0, last - from + 1) }, (_, at) => from + at);
  return { total, pages: numbers.map((page) => ({ page, svg: sheet(page) })) };
}

/** Sections by code, and questions as `implications.legal`. */
function isWritten({ sections }: BoardDefinition, code: string): boolean {
  return sections.some(
    (section) =>
      section.code === code ||
      (section.questions ?? []).some((question) => `${section.code}.${question.code}` === code),
  );
}

/** Emptied words are kept as empty where an earlier quarter's would otherwise come back in their place. */
function narrate(
  session: Session,
  { period, section, paragraphs, reviewed }: Argument<'pack.narrate'>,
): null {
  if (!isWritten(session.definition(), section)) {
    throw new Problem('no-section', `The pack has no section “${section}”. Choose one from its outline.`);
  }
  const kept = paragraphs.filter((inlines) => inlines.some(({ text }) => text.trim() !== ''));
  const earlier = earlierText(session, period, section);
  const text = kept.length === 0 && !earlier ? null : (kept as unknown as Json);
  commit(session.board, { kind: 'set-narrative', section, period, text, reviewed }, stamp());
  return null;
}

async function suggestions(
  session: Session,
  { period, section: code }: Argument<'pack.suggestions'>,
): Promise<Paragraphs> {
  const state = await boardState(session);
  const section = state.definition.sections.find((one) => one.code === code);
  if (!section) return [];
  const compared = comparisonsOf(section, period, state.definition, indexFigures(state.figures));
  const said = storedText(session, period).find((one) => one.section === code)?.paragraphs ?? [];
  return headlines(compared, said);
}

/** One format after another: each is a step that is told, and after which the work can be stopped. */
async function written(
  context: Context,
  pack: Pack,
  formats: Argument<'pack.export'>['formats'],
  section: string | null,
): Promise<readonly ExportedFile[]> {
  const { session } = board(context);
  const steps = context.tasks.begin('pack', formats.length);
  const files: ExportedFile[] = [];
  try {
    for (const format of formats) {
      if (!(await steps.next(format)))
        throw new Problem('cancelled', 'The export was stopped. No file was made.');
      for (const { name, bytes } of await writeFiles(session, pack, [format], section)) {
        files.push({ name, bytes: Buffer.from(bytes).toString('base64') });
      }
    }
  } finally {
    steps.end();
  }
  return files;
}
