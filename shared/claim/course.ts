/**
 * Statements about how cases went, counted again from the table that lists them: `two children with positive progress`,
 * `four cases escalated`.
 *
 * A case went well where its last status is less severe than its first, by the severity the definition gives the
 * members of the set.
 */
import type { Option } from '#shared/claim/choose.ts';
import { numbersIn } from '#shared/claim/numbers.ts';
import type { Scene } from '#shared/claim/scene.ts';
import {
  type Column,
  countedDraft,
  endsOf,
  listedColumns,
  tellingWords,
  WHEN,
} from '#shared/claim/status.ts';
import { withoutNumbers } from '#shared/claim/subject.ts';
import type { ClaimingReturn } from '#shared/claim/table.ts';
import { contentOf } from '#shared/claim/words.ts';
import type { BoardDefinition } from '#shared/definition/definition.ts';

type Course = 'better' | 'worse' | 'same';

const COURSES: readonly (readonly [Course, RegExp])[] = [
  [
    'better',
    /\b(?:(?:made |showed |with )?(?:positive|good) progress(?:ed)?|improv\w+|step(?:ped|ping|s)?[- ]down|de-?escalat\w+)\b/i,
  ],
  ['worse', /(?<!de-?)\b(?:escalat\w+|step(?:ped|ping|s)?[- ]up|deteriorat\w+|worse\w*)\b/i],
  ['same', /\b(?:(?:stayed|remained) (?:the same|at the same \w+)|unchanged|no change)\b/i],
];

/** Says more of those just counted, and does not make them fewer: `, both White British`. */
const ASIDE = /,\s*(?:both|all|each)\b[^:;.]*/i;
const SENTENCES = /(?<=[.!?;])\s+/;
const OTHER_WORDS =
  /\b(?:status|plans?|legal|level|cases?|made|showed|their|that|who|were|was|had|have|with|in|of)\b/gi;

function courseOf(text: string): Course | null {
  const found = COURSES.filter(([, pattern]) => pattern.test(text)).map(([course]) => course);
  return found.length === 1 ? (found[0] ?? null) : null;
}

function severities(definition: BoardDefinition, { set, members }: Column): readonly (number | undefined)[] {
  const known = definition.sets.find(({ code }) => code === set)?.members ?? [];
  return members.map((member) => known.find(({ code }) => code === member)?.severity);
}

/** How each case went; null where one cannot be told. */
function coursesOf({ book }: Scene, first: Column, last: Column): readonly Course[] | null {
  if (first === last || first.members.length !== last.members.length) return null;
  const [before, after] = [severities(book.definition, first), severities(book.definition, last)];
  const courses = before.flatMap((from, i): readonly Course[] => {
    const to = after[i];
    if (from === undefined || to === undefined) return [];
    return [to < from ? 'better' : to > from ? 'worse' : 'same'];
  });
  return courses.length === before.length ? courses : null;
}

/** The whole sentence says nothing but who went how: no narrower group is meant. */
function isPlain({ claim }: Scene): boolean {
  const { text } = claim.source;
  const said = text.split(SENTENCES).find((one) => one.includes(claim.clauseText.trim())) ?? text;
  const others = COURSES.reduce(
    (kept, [, pattern]) => kept.replace(new RegExp(pattern.source, 'gi'), ' '),
    said.replace(ASIDE, ' '),
  );
  const plain = withoutNumbers({ text: others, numbers: numbersIn(others) });
  const rest = plain.replace(WHEN, ' ').replace(OTHER_WORDS, ' ');
  return tellingWords(contentOf(rest)).length === 0;
}

/** Whether the cases listed are counted in the statement's own unit: the same return says so many of them. */
function countsCases({ claim, page }: Scene, rows: number): boolean {
  if (claim.unit === null) return true;
  const home: ClaimingReturn = page.home;
  return (home.claims ?? []).some(
    (other) => other.form === 'level' && other.unit === claim.unit && other.quantity.value === rows,
  );
}

/** So many or so much of the cases listed went so. */
export function courseOptions(scene: Scene): readonly Option[] {
  const { claim } = scene;
  const share = claim.quantity.unit === 'percent';
  const course = courseOf(claim.clauseText.replace(ASIDE, ' '));
  if (!course || claim.aside || (!share && (!claim.quantity.whole || claim.quantity.unit !== null)))
    return [];
  const [columns, ...more] = listedColumns(scene);
  if (!columns || more.length > 0) return [];
  const [first, last] = endsOf(columns);
  const courses = first && last ? coursesOf(scene, first, last) : null;
  if (!courses) return [];
  const count = courses.filter((one) => one === course).length;
  const sure = isPlain(scene) && !claim.vague && !scene.doubled && countsCases(scene, courses.length);
  const words = `${count} of the ${courses.length} cases listed`;
  return [{ draft: countedDraft(scene, share ? count / courses.length : count, words), sure }];
}
