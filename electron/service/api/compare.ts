/** Comparing two packs: issued ones as they went out, or a draft as it stands. */
import { z } from 'zod';
import { writePack } from '#electron/export/write.ts';
import { board, type Handler } from '#electron/service/api/context.ts';
import { issuedPack } from '#electron/service/api/issue.ts';
import { packFor } from '#electron/service/api/packs.ts';
import { boardHouse } from '#electron/service/house.ts';
import { Problem } from '#electron/service/problem.ts';
import type { Session } from '#electron/service/session.ts';
import { boardState } from '#electron/service/state.ts';
import type { PackChoice } from '#shared/api/api.ts';
import { differenceBetween } from '#shared/comparison/difference.ts';
import { comparisonDocument } from '#shared/comparison/document.ts';
import { type Compared, comparedOf, recordSchema } from '#shared/comparison/record.ts';
import { periodEnd, periodEndDate } from '#shared/period/period.ts';

const publishedSchema = z.looseObject({ figures: z.record(z.string(), z.string()) });

export const compare: Handler<'pack.compare'> = async ({ from, to }, context) => {
  const { session } = board(context);
  const [then, now] = [await comparedFor(session, from), await comparedFor(session, to)];
  return differenceBetween(then, now, session.definition());
};

/** The comparison as Word, for the administrator to send with a corrected pack. */
export const compareFile: Handler<'pack.compareFile'> = async (argument, context) => {
  const { session } = board(context);
  const difference = await compare(argument, context);
  const { council, board: name } = session.definition();
  const periods = [periodOf(session, argument.from), periodOf(session, argument.to)];
  const period = periods.toSorted((a, b) => (periodEnd(a) ?? 0) - (periodEnd(b) ?? 0)).at(-1) ?? '';
  const document = comparisonDocument({
    frame: { council, board: name, period, date: periodEndDate(period) },
    from: choiceWords(session, argument.from),
    to: choiceWords(session, argument.to),
    difference,
  });
  const [file] = await writePack(document, ['docx'], { house: boardHouse(session) });
  if (!file) throw new Error('The comparison was not written.');
  return { name: file.name, bytes: Buffer.from(file.bytes).toString('base64') };
};

async function comparedFor(session: Session, choice: PackChoice): Promise<Compared> {
  if (choice.kind === 'draft') {
    const pack = await packFor(session, choice.period, choice.edition);
    return comparedOf(pack, await boardState(session));
  }
  const { period, edition, published } = issuedPack(session, choice.id);
  const said = publishedSchema.safeParse(published);
  if (!said.success) throw new Problem('no-figures', 'That pack was issued without a list of its figures.');
  const record = recordSchema.safeParse(said.data.record);
  return { period, edition, figures: said.data.figures, record: record.success ? record.data : null };
}

function periodOf(session: Session, choice: PackChoice): string {
  return choice.kind === 'draft' ? choice.period : issuedPack(session, choice.id).period;
}

function choiceWords(session: Session, choice: PackChoice): string {
  if (choice.kind === 'draft') return `${editionWords(choice.edition)} for ${choice.period} as it stands`;
  const { edition, period, at, by } = issuedPack(session, choice.id);
  return `${editionWords(edition)} for ${period}, issued ${at.slice(0, 10)} by ${by}`;
}

function editionWords(edition: 'board' | 'public'): string {
  return edition === 'board' ? 'Board edition' : 'Public edition';
}
