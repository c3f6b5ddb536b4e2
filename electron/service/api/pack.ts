/** Packs: outline, narrative, preview, export. Issuing is in `issue.ts`. */
import { commit } from '#db/commit.ts';
import { setting } from '#db/table/setting.ts';
import { drawSheets } from '#electron/export/write.ts';
import { compare, compareFile } from '#electron/service/api/compare.ts';
import { board, type Context, type HandlersOf } from '#electron/service/api/context.ts';
import { evidence } from '#electron/service/api/evidence.ts';
import { issue, issuedFile, issuedList, verified } from '#electron/service/api/issue.ts';
import { arrange, narrativeOf, outlineOf } from '#electron/service/api/outline.ts';
import { objectionsTo, packFor, publicFor, wholePack } from '#electron/service/api/packs.ts';
import { certificateFile } from '#electron/service/certificate.ts';
import { stamp } from '#electron/service/clock.ts';
import { remembered } from '#electron/service/memo.ts';
import { writeFiles } from '#electron/service/pack.ts';
import { Problem } from '#electron/service/problem.ts';
import type { Session } from '#electron/service/session.ts';
import { boardState } from '#electron/service/state.ts';
import type { Argument, ExportedFile, PackPreview } from '#shared/api/api.ts';
import type { Json } from '#shared/operation/json.ts';
import type { Pack } from '#shared/pack/document.ts';

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
  'pack.narrative': ({ period }, context) => narrativeOf(board(context).session, period),
  'pack.narrate': (argument, context) => narrate(board(context).session, argument),
  'pack.answers': (_, context) => answersOf(board(context).session),
  'pack.front': ({ answers }, context) => {
    const given = Object.entries(answers).filter(([, answer]) => answer.trim() !== '');
    const value = Object.fromEntries(given);
    commit(board(context).session.board, { kind: 'set-setting', name: 'front', value }, stamp());
    return null;
  },
  'pack.export': async ({ period, edition, formats, section }, context) => {
    const pack = await packFor(board(context).session, period, edition, context.tasks);
    return written(context, pack, formats, section);
  },
  'pack.evidence': evidence,
  'pack.issue': async (argument, context) => {
    const { session } = board(context);
    const { period, edition } = argument;
    const pack = await packFor(session, period, edition, context.tasks);
    const objections = await objectionsTo(session, pack);
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
  const { pages: total, page: sheet } = await remembered(session, name, [], () => drawSheets(pack, shown));
  const last = Math.min(total, from + count - 1);
  const numbers = Array.from({ length: Math.max(0, last - from + 1) }, (_, at) => from + at);
  return { total, pages: numbers.map((page) => ({ page, svg: sheet(page) })) };
}

function narrate(
  session: Session,
  { period, section, paragraphs, reviewed }: Argument<'pack.narrate'>,
): null {
  if (!session.definition().sections.some(({ code }) => code === section)) {
    throw new Problem('no-section', `The pack has no section “${section}”. Choose one from its outline.`);
  }
  const kept = paragraphs.filter((inlines) => inlines.some(({ text }) => text.trim() !== ''));
  const text = kept.length === 0 ? null : (kept as unknown as Json);
  commit(session.board, { kind: 'set-narrative', section, period, text, reviewed }, stamp());
  return null;
}

function answersOf(session: Session): Readonly<Record<string, string>> {
  const front = setting(session.board, 'front');
  if (typeof front !== 'object' || front === null || Array.isArray(front)) return {};
  return Object.fromEntries(Object.entries(front).map(([label, answer]) => [label, String(answer)]));
}

/** One format after another: each is a step that is told, and after which the work can be stopped. */
async function written(
  { tasks }: Context,
  pack: Pack,
  formats: Argument<'pack.export'>['formats'],
  section: string | null,
): Promise<readonly ExportedFile[]> {
  const steps = tasks.begin('pack', formats.length);
  const files: ExportedFile[] = [];
  try {
    for (const format of formats) {
      if (!(await steps.next(format)))
        throw new Problem('cancelled', 'The export was stopped. No file was made.');
      for (const { name, bytes } of await writeFiles(pack, [format], section)) {
        files.push({ name, bytes: Buffer.from(bytes).toString('base64') });
      }
    }
  } finally {
    steps.end();
  }
  return files;
}
