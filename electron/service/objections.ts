/** What stands in the way of issuing a pack, in words. */
import type { Session } from '#electron/service/session.ts';
import { type BoardState, findingsFor } from '#electron/service/state.ts';
import { textOf, typedIn, wordsFor } from '#electron/service/words.ts';
import type { SettledFinding } from '#shared/decision/apply.ts';
import { countOf, listOf } from '#shared/finding/words.ts';
import type { Inline, Pack } from '#shared/pack/document.ts';
import { hasLost } from '#shared/pack/live.ts';
import { signoffObjection } from '#shared/pack/signoff.ts';
import type { TypedNumber } from '#shared/pack/typed.ts';

export interface Objections {
  readonly findings: readonly string[];
  readonly words: readonly string[];
  readonly signoff: readonly string[];
}

/** By what they are about; every list is empty where nothing stands in the way. */
export function objectionsTo(session: Session, state: BoardState, pack: Pack): Objections {
  return {
    findings: openFindings(findingsFor(state, pack.period)),
    words: [...lostFigures(pack), ...unreviewed(session, state, pack), ...differing(session, state, pack)],
    signoff: notCleared(session, state, pack),
  };
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

function runsOf(pack: Pack, code: string): readonly (readonly Inline[])[] {
  const section = pack.sections.find((one) => one.code === code);
  return (section?.blocks ?? []).flatMap((block) =>
    block.kind === 'paragraph' ? [block.inlines] : block.kind === 'bullets' ? block.items : [],
  );
}

/** Words that speak of a figure no return states any longer. */
function lostFigures(pack: Pack): readonly string[] {
  const sections = pack.sections.filter(({ code }) => runsOf(pack, code).some(hasLost));
  return sections.map(
    ({ title }) =>
      `The text of “${title}” speaks of a figure that no return states any longer, or of a change that cannot be told. Rewrite it.`,
  );
}

/** Section by title; a question's words are answered for by whoever clears them. */
function unreviewed(session: Session, state: BoardState, pack: Pack): readonly string[] {
  const open = textOf(session, state, pack.period).filter(
    ({ reviewed, paragraphs }) => !reviewed && paragraphs.length > 0,
  );
  return pack.sections.flatMap(({ code, title }) => {
    const text = open.find(({ section }) => section === code);
    if (!text) return [];
    return text.carriedFrom === null
      ? [`The text of “${title}” has not been reviewed.`]
      : [`The text of “${title}” was carried over from ${text.carriedFrom} and has not been reviewed.`];
  });
}

function differing(session: Session, state: BoardState, pack: Pack): readonly string[] {
  const typed = typedIn(session, state, pack.period);
  const sections = new Map(pack.sections.map(({ code, title }) => [code, title]));
  return Object.entries(typed).flatMap(([code, numbers]) => {
    const title = sections.get(code.split('.')[0] ?? '');
    return title === undefined
      ? []
      : numbers.filter(({ verdict }) => verdict === 'differs').map((one) => differsText(title, one));
  });
}

function differsText(title: string, { text, figure }: TypedNumber): string {
  const said = `The text of “${title}” says “${text}”`;
  if (!figure) return `${said}, which the figures do not bear out.`;
  return figure.text === ''
    ? `${said}, but the figures are ${figure.name}.`
    : `${said}; the board has ${figure.text} (${figure.name}).`;
}

function notCleared(session: Session, state: BoardState, pack: Pack): readonly string[] {
  const codes = new Set(pack.sections.map(({ code }) => code));
  return wordsFor(session, state, pack.period).signoffs.flatMap((signoff) =>
    codes.has(signoff.section) ? (signoffObjection(signoff) ?? []) : [],
  );
}

/** What whoever takes a pack from the command line should know: nothing keeps a draft from being written. */
export function draftWarnings({ findings, words, signoff }: Objections): readonly string[] {
  const cleared =
    signoff.length === 0
      ? []
      : [`Not cleared yet: ${listOf(signoff.map((one) => /“(.*?)”/.exec(one)?.[1] ?? one))}.`];
  return [...findings, ...words, ...cleared];
}
