/** Everything people wrote for a quarter's pack, as it stands: words, front page, sign-off, actions. */
import { narrative } from '#db/table/narrative.ts';
import { settings } from '#db/table/setting.ts';
import type { Session } from '#electron/service/session.ts';
import type { BoardState } from '#electron/service/state.ts';
import { actionsAt, actionsIn } from '#shared/action/action.ts';
import { answersIn } from '#shared/answer/answer.ts';
import { viewAnswers } from '#shared/answer/view.ts';
import type { BoardDefinition } from '#shared/definition/definition.ts';
import type { Json } from '#shared/operation/json.ts';
import { type Standing, standingText, type Written } from '#shared/pack/carry.ts';
import { type Answers, frontAnswers, meetingOf } from '#shared/pack/front.ts';
import type { Paragraphs } from '#shared/pack/inline.ts';
import type { PackInput } from '#shared/pack/input.ts';
import { liveText } from '#shared/pack/live.ts';
import { indexFigures } from '#shared/pack/lookup.ts';
import { signoffsOf } from '#shared/pack/signoff.ts';
import { type TypedNumber, typedNumbers, type Wording } from '#shared/pack/typed.ts';
import { periodEndDate } from '#shared/period/period.ts';

export type PackWords = Required<
  Pick<PackInput, 'narrative' | 'carried' | 'answers' | 'signoffs' | 'actions' | 'meeting' | 'front'>
>;

/** What stands in each section for a quarter, as it was stored: its own text, or the latest before. */
export function storedText(session: Session, period: string): readonly Standing[] {
  return standingText(everWritten(session), period);
}

function everWritten({ board }: Session): readonly Written[] {
  return narrative(board).map(({ section, period, reviewed, text }) => ({
    ...{ section, period, reviewed },
    paragraphs: text as unknown as Paragraphs,
  }));
}

/** Whether an earlier quarter's text would stand in the section if this quarter had none. */
export function earlierText(session: Session, period: string, section: string): boolean {
  const others = everWritten(session).filter((one) => one.period !== period);
  return standingText(others, period).some((one) => one.section === section);
}

/** The same with every figure as it reads now. */
export function textOf(session: Session, state: BoardState, period: string): readonly Standing[] {
  const figures = indexFigures(state.figures);
  return storedText(session, period).map((one) => ({
    ...one,
    paragraphs: liveText(one.paragraphs, figures),
  }));
}

export function settingsOf({ board }: Session): Readonly<Record<string, Json>> {
  return settings(board);
}

export function frontOf(session: Session, period: string): Answers {
  return frontAnswers(session.definition(), period, settingsOf(session));
}

/** ISO date by which actions are judged: the meeting's where it is known, else the quarter's last day. */
export function meetingDate(session: Session, period: string): string {
  return meetingOf(settingsOf(session), period) ?? periodEndDate(period);
}

export function wordsFor(session: Session, state: BoardState, period: string): PackWords {
  const texts = textOf(session, state, period);
  const all = settingsOf(session);
  const words = Object.fromEntries(texts.map(({ section, paragraphs }) => [section, paragraphs]));
  return {
    narrative: words,
    carried: Object.fromEntries(
      texts.flatMap(({ section, carriedFrom }) => (carriedFrom === null ? [] : [[section, carriedFrom]])),
    ),
    answers: viewAnswers(answersIn(all), state.findings),
    signoffs: signoffsOf(state.definition, period, words, all),
    actions: actionsAt(actionsIn(all), period, meetingDate(session, period)),
    meeting: meetingOf(all, period),
    front: frontAnswers(state.definition, period, all),
  };
}

/** Numbers typed by hand, by section and question. */
export function typedIn(
  session: Session,
  state: BoardState,
  period: string,
): Readonly<Record<string, readonly TypedNumber[]>> {
  const { definition, returns } = state;
  const wordings = textOf(session, state, period).map(
    ({ section, paragraphs, carriedFrom }): Wording => ({
      ...{ section, paragraphs, carriedFrom },
      about: aboutOf(section, definition),
    }),
  );
  if (wordings.length === 0) return {};
  return typedNumbers(wordings, { definition, returns, figures: indexFigures(state.figures), period });
}

/** The only programme of a section speaks for its sentences; else its title does. */
function aboutOf(code: string, { sections, programmes }: BoardDefinition): string {
  const section = sections.find((one) => one.code === code.split('.')[0]);
  const [only] = section?.programmes ?? [];
  const name = section?.programmes.length === 1 && programmes.find((one) => one.code === only)?.name;
  return name || section?.title || code;
}
