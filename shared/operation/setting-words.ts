/** Changes of settings as the history tells them, by the name of the setting. */
import { ACTION } from '#shared/action/action.ts';
import { actionChange } from '#shared/action/words.ts';
import { ANSWER, SETTLED } from '#shared/answer/answer.ts';
import { answerChange, settledChange } from '#shared/answer/words.ts';
import { LINK } from '#shared/claim/remember.ts';
import { linkChange } from '#shared/claim/remember-words.ts';
import { EXEMPT, exemptChange } from '#shared/exempt/document.ts';
import { HOUSE_SETTING } from '#shared/house/house.ts';
import { houseChange } from '#shared/house/words.ts';
import type { Json } from '#shared/operation/json.ts';
import { FRONT, MEETING } from '#shared/pack/front.ts';
import { SIGNOFF, signoffSchema } from '#shared/pack/signoff.ts';
import { longDate } from '#shared/period/date.ts';

import { ROUND } from '#shared/review/review.ts';
import { reviewChange } from '#shared/review/words.ts';

type Words = (rest: string, from: Json, to: Json) => string | null;

function signoffChange(rest: string, from: Json, to: Json): string | null {
  const [before, after] = [from, to].map((value) => signoffSchema.safeParse(value).data);
  const period = rest.split('.')[0];
  if (!after) return before ? `Forgot the sign-off of “${before.title}”, ${period}` : null;
  const about = `“${after.title}”, ${period}`;
  if (after.cleared && JSON.stringify(after.cleared) !== JSON.stringify(before?.cleared ?? null))
    return `Cleared ${about}, by ${after.cleared.by}, ${longDate(after.cleared.on)}`;
  if (before?.cleared && !after.cleared) return `Took back the clearance of ${about}`;
  return after.officer === '' ? `Assigned ${about} to nobody` : `Assigned ${about} to ${after.officer}`;
}

/** By how a setting's name begins; `rest` is what follows. */
const WORDS: readonly (readonly [prefix: string, words: Words])[] = [
  [ACTION, (_, from, to) => actionChange(from, to)],
  [LINK, (_, from, to) => linkChange(from, to)],
  [ANSWER, (_, from, to) => answerChange(from, to)],
  [SETTLED, (_, from, to) => settledChange(from, to)],
  [SIGNOFF, signoffChange],
  [
    MEETING,
    (rest, _, to) => `Set the meeting on ${rest} to ${to === null ? 'no date' : longDate(String(to))}`,
  ],
  [`${FRONT}.`, (rest) => `Changed the front page for ${rest}`],
  [HOUSE_SETTING, (_, from, to) => houseChange(from, to)],
  [ROUND, (_, from, to) => reviewChange(from, to)],
  [EXEMPT, (_, from, to) => exemptChange(from, to)],
  ['pack-outline', () => 'Changed the outline of the pack'],
];

/** A sentence for the history: `Added the action “…”`. Null values stand for a setting that is not there. */
export function settingChange(name: string, from: Json, to: Json): string {
  const [prefix, words] = WORDS.find(([start]) => name.startsWith(start)) ?? [];
  const said = words?.(name.slice(prefix?.length ?? 0), from, to);
  if (said) return said;
  return to === null ? `Removed the setting ${name}` : `Set ${name} to ${JSON.stringify(to)}`;
}
