/**
 * A reading of a table is doubtful where different numbers in it come to mean the same quantity: two tables
 * read as one, or the wrong table of the definition. Such readings lose to better ones, or count for nothing.
 */
import { type Assertion, keyText } from '#shared/assertion/assertion.ts';

/** 0 to 1: the share of keyed assertions whose key another cell of the table holds with another value. */
export function collisionRate(assertions: readonly Assertion[]): number {
  const groups = new Map<string, Assertion[]>();
  let keyed = 0;
  for (const assertion of assertions) {
    if (!assertion.key || assertion.key.aspect === 'of-target') continue;
    keyed += 1;
    const text = keyText(assertion.key);
    const known = groups.get(text);
    if (known) known.push(assertion);
    else groups.set(text, [assertion]);
  }
  const collided = [...groups.values()].filter(differ).reduce((sum, group) => sum + group.length, 0);
  return keyed === 0 ? 0 : collided / keyed;
}

function differ(group: readonly Assertion[]): boolean {
  return new Set(group.map((one) => one.quantity.value)).size > 1;
}
