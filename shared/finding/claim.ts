/** Titles and messages of findings that a statement in text gives: the text's own words, the figures, the arithmetic. */
import { TEXT } from '#shared/claim/table.ts';
import { type Fact, printedLike, saidBy } from '#shared/finding/facts.ts';
import type { PhraseInput, Phrases } from '#shared/finding/phrases.ts';
import { tableTitle } from '#shared/finding/place.ts';
import { listOf, quote, short } from '#shared/finding/words.ts';
import { formatQuantity } from '#shared/quantity/format.ts';
import { clean } from '#shared/quantity/make.ts';
import type { Term } from '#shared/relation/relation.ts';

export function isText(fact: Fact): boolean {
  return fact.table.code === TEXT;
}

/** Whether a cause is told by what a text says. */
export function toldByText({ relation, story }: Pick<PhraseInput, 'relation' | 'story'>): boolean {
  return relation.rule.startsWith('claim.') && story.result !== null && isText(story.result);
}

/** `The text of FGC Q1.docx (P29: “FGCs held: 6”)` */
function textOf({ from, cell }: Fact): string {
  const { sheet, cell: at, text } = cell.ref;
  return `the text of ${from.file} (${sheet === 'Text' ? at : `${sheet} ${at}`}: ${quote(short(text, 160))})`;
}

function placeOf({ board }: PhraseInput, fact: Fact): string {
  return isText(fact)
    ? textOf(fact)
    : `${quote(tableTitle(board, fact.table))} (${fact.from.file}, ${fact.cell.ref.sheet} ${fact.cell.ref.cell})`;
}

function placesOf(input: PhraseInput, facts: readonly Fact[]): string {
  return listOf([...new Set(facts.map((fact) => placeOf(input, fact)))], 4);
}

interface Sides {
  readonly before: number;
  readonly now: number;
  readonly facts: { readonly before: readonly Fact[]; readonly now: readonly Fact[] };
}

function sideOf(terms: readonly Term[], parts: readonly Fact[]): readonly (readonly [Fact, number])[] {
  return terms.flatMap(({ variable, factor }) => {
    const fact = parts.find((part) => part.variable === variable);
    return fact ? [[fact, factor] as const] : [];
  });
}

function total(side: readonly (readonly [Fact, number])[]): number {
  return clean(side.reduce((sum, [fact, factor]) => sum + fact.quantity.value * factor, 0));
}

/** What a change is measured between: before is what it is divided by, now is before and the change. */
function sidesOf({ relation, story }: PhraseInput): Sides | null {
  if (relation.body.shape !== 'ratio') return null;
  const bottom = sideOf(relation.body.denominator, story.parts);
  const top = sideOf(relation.body.numerator, story.parts);
  const before = total(bottom);
  const divided = new Set(bottom.map(([fact]) => fact));
  return {
    before,
    now: clean(before + total(top)),
    facts: {
      before: bottom.map(([fact]) => fact),
      now: top.map(([fact]) => fact).filter((fact) => !divided.has(fact)),
    },
  };
}

const percent = (value: number): string => `${clean(Math.round(Math.abs(value) * 1000) / 10)}%`;

/** `an increase of 32%`, `a drop of 48%` */
function changeWords(change: number): string {
  if (change === 0) return 'no change';
  return change > 0 ? `an increase of ${percent(change)}` : `a drop of ${percent(change)}`;
}

/** Where the stated change is right for the later figure as its base, that is likely what was done. */
function otherBase(result: Fact, { before, now }: Sides): string {
  const inverse = now === 0 ? Number.NaN : (now - before) / now;
  const { low, high } = result.quantity;
  if (!(inverse >= low && inverse <= high)) return '';
  return ` The percentage given is ${Math.abs(clean(now - before))} ÷ ${now}: it was worked out on the later figure instead of the earlier one.`;
}

function growthPhrases(input: PhraseInput, result: Fact, sides: Sides): Phrases {
  const { before, now } = sides;
  const change = (now - before) / before;
  const sum = `(${now} − ${before}) ÷ ${before}`;
  const label = short(result.cell.label, 44);
  const facts = [...sides.facts.before, ...sides.facts.now].filter((fact) => fact !== result);
  const given = isOneSided(input)
    ? 'with the number beside it'
    : `the figures are ${before} before and ${now} now`;
  return {
    title: `${label}: from ${before} to ${now} is ${changeWords(change)}, not ${saidBy(result)}`,
    message: `${sentenceOf(textOf(result))} gives ${quote(saidBy(result))}, but ${given}, in ${placesOf(input, facts)}: ${sum} is ${changeWords(change)}.${otherBase(result, sides)} Please confirm which is right.`,
  };
}

/** The earlier figure is worked out from the change in number the text gives. */
function isOneSided({ relation, story }: PhraseInput): boolean {
  if (relation.body.shape !== 'ratio') return false;
  const { numerator } = relation.body;
  return (
    numerator.length === 1 &&
    story.parts.some((fact) => fact.variable === numerator[0]?.variable && isText(fact))
  );
}

function sentenceOf(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function samePhrases(input: PhraseInput, result: Fact): Phrases {
  const { story } = input;
  const label = short(result.cell.label, 50);
  const computed = story.computed ?? '';
  const sum = story.parts.length > 1 ? ` (${story.named})` : '';
  const elsewhere = story.parts.every(isText) ? 'elsewhere in the text' : 'in the table';
  return {
    title: `${label}: ${story.stated} in the text, ${computed} ${elsewhere}${story.parts.length > 1 ? ' added up' : ''}`,
    message: `${sentenceOf(textOf(result))} says ${story.stated}; ${placesOf(input, story.parts)} ${story.parts.length > 1 ? 'makes' : 'says'} ${computed}${sum}. They speak of the same figure. Please tell us which is right.`,
  };
}

function directionPhrases(input: PhraseInput, result: Fact): Phrases {
  const { story } = input;
  const [now, before] = [story.parts.at(0), story.parts.at(-1)];
  const said = now && before ? `${saidBy(before)} before and ${saidBy(now)} now` : '';
  return {
    title: `${short(result.cell.label, 60)}: the text says ${saidBy(result)}, the figures do not (${said})`,
    message: `${sentenceOf(textOf(result))} says ${saidBy(result)}, but the figures are ${said}, in ${placesOf(input, story.parts)}. Please put the sentence or the figures right.`,
  };
}

/** How one category stands to the others. */
function standingPhrases(input: PhraseInput, result: Fact): Phrases {
  const { story, relation } = input;
  const said = saidBy(result);
  const counted = relation.label.split('(text): ').at(-1) ?? '';
  return {
    title: `${short(result.cell.label, 60)}: the table says ${counted}`,
    message: `${sentenceOf(textOf(result))} says ${quote(said)}, but the figures are ${counted}, in ${placesOf(input, story.parts)}. Please put the sentence or the figures right.`,
  };
}

/** Points between two rates: `up 5%` of 60% and 68%. */
function pointsPhrases(input: PhraseInput, result: Fact): Phrases {
  const { story } = input;
  const value = printedLike({ ...result.quantity, unit: 'percent' }, story.value ?? 0);
  return {
    title: `${short(result.cell.label, 50)}: the rates differ by ${value}, not ${saidBy(result)}`,
    message: `${sentenceOf(textOf(result))} says ${saidBy(result)}, but ${story.named} is ${value}, in ${placesOf(input, story.parts)}. Please confirm which is right.`,
  };
}

function sharePhrases(input: PhraseInput, result: Fact): Phrases {
  const { story } = input;
  const label = short(result.cell.label, 50);
  if (story.shape === 'possible') {
    const whole = story.parts[0] ? formatQuantity(story.parts[0].quantity) : '';
    return {
      title: `${label}: ${story.stated} is not possible for ${whole}`,
      message: `${sentenceOf(textOf(result))} gives ${story.stated} of ${whole} (${placesOf(input, story.parts)}), but no whole number out of ${whole} makes that: ${story.expression}. Please send the count and the percentage it makes.`,
    };
  }
  return {
    title: `${label}: ${story.expression} is ${story.computed}, not ${story.stated}`,
    message: `${sentenceOf(textOf(result))} gives ${story.stated}, but ${story.named}, in ${placesOf(input, story.parts)}, makes ${story.computed}. Please confirm which is right.`,
  };
}

/** Counted again from the cases. */
function casesPhrases(input: PhraseInput, result: Fact): Phrases {
  const { story, relation } = input;
  const counted = relation.label.split('(text): ').at(-1) ?? '';
  return {
    title: `${short(result.cell.label, 50)}: ${story.stated} in the text, ${counted}`,
    message: `${sentenceOf(textOf(result))} says ${story.stated}, but it is ${counted} in the table of cases of the same return. Please confirm the number, and send any case that is missing from the table.`,
  };
}

/** The words for a cause whose main relation is a statement's. */
export function claimPhrases(input: PhraseInput): Phrases {
  const { story, relation } = input;
  const result = story.result;
  if (!result) return { title: relation.label, message: `${relation.label}. Please check.` };
  if (relation.rule === 'claim.direction') return directionPhrases(input, result);
  if (relation.rule === 'claim.standing') return standingPhrases(input, result);
  if (relation.rule === 'claim.cases') return casesPhrases(input, result);
  if (relation.rule === 'claim.points') return pointsPhrases(input, result);
  const sides = relation.kind === 'growth' ? sidesOf(input) : null;
  if (sides) return growthPhrases(input, result, sides);
  return story.shape === 'same' || story.shape === 'sum'
    ? samePhrases(input, result)
    : sharePhrases(input, result);
}
