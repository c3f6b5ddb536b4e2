/** What stands around a claim: the programme its clause, its heading or its provider speaks of. */
import type { BoardDefinition, Programme } from '#shared/definition/definition.ts';
import type { Statement } from '#shared/meaning/understood.ts';
import { mentions, vocabularyOf } from '#shared/meaning/vocabulary.ts';

/** Programmes a text names, by whole words; `MST` inside `MST CAN` does not count. */
export function programmesIn(definition: BoardDefinition, text: string): readonly string[] {
  return mentions(text, vocabularyOf(definition).programmes).map(({ code }) => code);
}

/** A heading, or a short line that stands like one. */
function isHeading({ line }: Statement): boolean {
  if (line.style === 'heading') return true;
  return line.style === 'body' && line.text.trim().split(/\s+/).length <= 8 && !/[.:;]\s*$/.test(line.text);
}

/** The programmes of the nearest heading above a line that names any. A heading of the same depth ends it. */
export function headingOf(
  definition: BoardDefinition,
  statements: readonly Statement[],
  at: number,
): readonly string[] {
  for (let i = at - 1; i >= 0; i--) {
    const above = statements[i];
    if (!above || !isHeading(above) || above.source.sheet !== statements[at]?.source.sheet) continue;
    const named = programmesIn(definition, above.line.text);
    if (named.length > 0) return named;
  }
  return [];
}

/** The programme codes under one, itself included. */
export function under(programmes: readonly Programme[], code: string): readonly string[] {
  return programmes
    .filter((one) => {
      for (let up: string | null = one.code, i = 0; up !== null && i < 9; i++) {
        if (up === code) return true;
        up = programmes.find((other) => other.code === up)?.partOf ?? null;
      }
      return false;
    })
    .map((one) => one.code);
}

/** Programmes that no other is part of. */
export function leavesUnder(programmes: readonly Programme[], code: string): readonly string[] {
  return under(programmes, code).filter((one) => !programmes.some((other) => other.partOf === one));
}

/** The programme a provider's text is about where it names none: its only one, or the one that holds all of them. */
export function programmeOf(definition: BoardDefinition, provider: string): string | null {
  const known = definition.providers.find(({ code }) => code === provider);
  const { programmes } = definition;
  if (!known) return null;
  if (known.compiles) {
    const roots = programmes.filter(
      (one) => one.partOf === null && programmes.some((p) => p.partOf === one.code),
    );
    return roots.length === 1 ? (roots[0]?.code ?? null) : null;
  }
  const [only] = known.programmes;
  if (known.programmes.length === 1) return only ?? null;
  const holds = (code: string) => known.programmes.every((one) => under(programmes, code).includes(one));
  const holders = programmes.filter(({ code }) => holds(code));
  const least = holders.filter(({ code }) => !holders.some((other) => other.partOf === code));
  return least.length === 1 ? (least[0]?.code ?? null) : null;
}
