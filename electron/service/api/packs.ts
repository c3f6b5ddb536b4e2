/** The pack of a period and edition as it stands, built once after each change. */
import { arrangementOf } from '#electron/service/api/outline.ts';
import { remembered } from '#electron/service/memo.ts';
import { packOf } from '#electron/service/pack.ts';
import { published } from '#electron/service/publish.ts';
import type { Session } from '#electron/service/session.ts';
import { boardFindings, boardState, findingsFor } from '#electron/service/state.ts';
import type { SettledFinding } from '#shared/decision/apply.ts';
import { countOf } from '#shared/finding/words.ts';
import { arrangePack } from '#shared/pack/arrange.ts';
import type { Pack } from '#shared/pack/document.ts';
import { GONE } from '#shared/pack/live.ts';

export type Edition = 'board' | 'public';

/** Every section, as built and before it is arranged. */
export function wholePack(session: Session, period: string): Promise<Pack> {
  return remembered(session, `pack ${period}`, [], async () =>
    packOf(session, await boardState(session), period),
  );
}

export function packFor(session: Session, period: string, edition: Edition): Promise<Pack> {
  return remembered(session, `pack ${period} ${edition}`, [], async () => {
    const whole = await wholePack(session, period);
    const arranged = arrangePack(whole, arrangementOf(session), session.definition());
    return edition === 'board' ? arranged : published(session, await boardState(session), arranged).pack;
  });
}

/** What stands in the way of issuing the pack, in words; empty where nothing does. */
export async function objectionsTo(session: Session, pack: Pack): Promise<readonly string[]> {
  const state = await boardFindings(session);
  return [...openFindings(findingsFor(state, pack.period)), ...lostFigures(pack)];
}

const SHOWN = 5;

function openFindings(findings: readonly SettledFinding[]): readonly string[] {
  const high = findings.filter(
    ({ severity, status }) => severity === 'high' && (status === 'open' || status === 'review'),
  );
  if (high.length === 0) return [];
  const are = high.length === 1 ? 'is' : 'are';
  const titles = high.slice(0, SHOWN).map(({ title }) => title);
  const more = high.length > SHOWN ? ' …' : '';
  return [
    `${countOf(high.length, 'finding')} that would mislead the board ${are} not settled: ${titles.join('; ')}${more}.`,
  ];
}

/** Words that speak of a figure no return states any longer. */
function lostFigures(pack: Pack): readonly string[] {
  const sections = pack.sections.filter(({ blocks }) =>
    blocks.some(
      (block) => block.kind === 'paragraph' && block.inlines.some(({ text }) => text.includes(GONE)),
    ),
  );
  return sections.map(
    ({ title }) => `The text of “${title}” speaks of a figure that no return states any longer. Rewrite it.`,
  );
}
