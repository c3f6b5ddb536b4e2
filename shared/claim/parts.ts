/**
 * A share that stands with its own parts: `66% engagement (60 of 100)`, `60 of the 100 families (66%)`.
 *
 * The three numbers have to agree whatever any table says (the idea of statcheck: Nuijten et al. 2016, Behavior
 * Research Methods 48). Only wordings that leave no doubt what the share is of are taken.
 */
import { numbersIn } from '#shared/claim/numbers.ts';
import type { Scene, Told } from '#shared/claim/scene.ts';
import type { Draft } from '#shared/relation/draft.ts';
import { ratioBody } from '#shared/relation/draft.ts';

/** `60 of the 100`, `60 families out of 100`. */
const OF =
  /^(?:\s+(?:[a-z]+\s+){0,2}?(?:out of|of)\s+(?:a total of|a possible|the|these|those|all|our)?\s*)$/i;
/** From a share to its parts in brackets, and from parts to their share: no other thing said between. */
const OPENS = /^[^.;:()\d%]{0,60}\(\s*(?:i\.?e\.?,?\s*|that is,?\s*|or\s+|only\s+)?$/i;
const CLOSES = /^\s*(?:[a-z]+\s*){0,2}\)/i;
const PURE = /^\s*(?:\)|[.,;]|$)/;
const THAT_IS = /^[^.;:()\d%]{0,40}?,?\s+(?:or|i\.e\.|that is|equal to|equivalent to|representing)\s*,?\s*$/i;
const WHICH_IS =
  /^[^.;:()\d%]{0,60}?,?\s+(?:or|i\.e\.|that is|which is|which was|equal to|equating to|equivalent to|representing|giving|making)\s+(?:an?\s(?:[a-z]+\s){0,2}?(?:rate|share|proportion) of\s)?$/i;
/** `Of the 12 families, 9 engaged (75%)` */
const OF_THE = /(?:^|[.;]\s*)of (?:the |these |those |our |a total of )?$/i;
const THEN = /^[^.;:()\d%]{1,40},\s*(?:only\s)?$/i;

interface Place {
  readonly start: number;
  readonly end: number;
  readonly told: Told;
}

/** The numbers of a claim's line with their claims; empty where they cannot be told one by one. */
function placesOf({ claim, line }: Scene): readonly Place[] {
  const values = numbersIn(claim.source.text).filter(({ use }) => use === 'value');
  const numbered = line.filter((one) => one.claim.place > 0);
  if (values.length !== numbered.length) return [];
  return values.flatMap(({ start, end }, i) => {
    const told = numbered[i];
    return told ? [{ start, end, told }] : [];
  });
}

function isCount({ told: { claim } }: Place): boolean {
  const { whole, unit, approximate } = claim.quantity;
  return whole && unit === null && !approximate;
}

interface Parts {
  readonly top: Place;
  readonly bottom: Place;
}

function before(text: string, share: Place, [first, second]: readonly (Place | undefined)[]): Parts | null {
  if (!first || !second || !OF.test(text.slice(first.end, second.start))) return null;
  const between = text.slice(share.end, first.start);
  const after = text.slice(second.end);
  const inside = OPENS.test(between) && CLOSES.test(after);
  return inside || (THAT_IS.test(between) && PURE.test(after)) ? { top: first, bottom: second } : null;
}

function behind(text: string, share: Place, [first, second]: readonly (Place | undefined)[]): Parts | null {
  if (!first || !second || !PURE.test(text.slice(share.end))) return null;
  const between = text.slice(second.end, share.start);
  const joined = text.slice(first.end, second.start);
  if (OF.test(joined) && (OPENS.test(between) || WHICH_IS.test(between)))
    return { top: first, bottom: second };
  const turned = OF_THE.test(text.slice(0, first.start)) && THEN.test(joined) && OPENS.test(between);
  return turned ? { top: second, bottom: first } : null;
}

/** What a share's own sentence says it is made of, as a relation; null where it does not say. */
export function partsDraft(scene: Scene): Draft | null {
  const { claim, cell } = scene;
  if (claim.form !== 'share' || claim.quantity.unit !== 'percent' || claim.place === 0) return null;
  const places = placesOf(scene);
  const at = places.findIndex(({ told }) => told.claim === claim);
  const share = places[at];
  if (!share) return null;
  const { text } = claim.source;
  const counts = (from: number) => places.slice(Math.max(0, from), from + 2).filter(isCount);
  const parts = before(text, share, counts(at + 1)) ?? (at >= 2 ? behind(text, share, counts(at - 2)) : null);
  if (!parts) return null;
  const [top, bottom] = [parts.top.told, parts.bottom.told];
  return {
    rule: 'claim.parts',
    kind: 'claim',
    label: `${claim.label} (text) is ${top.claim.said} of ${bottom.claim.said}, in its own words`,
    body: ratioBody(cell, [top.cell], [bottom.cell]),
    cells: [cell, top.cell, bottom.cell],
  };
}
