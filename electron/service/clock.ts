/** The clock and the name changes are made under. The only place that asks what time it is. */
import { userInfo } from 'node:os';
import type { Stamp } from '#shared/operation/operation.ts';

let now = (): Date => new Date();

/** Another clock, for a board that has to come out the same whenever it is made. */
export function setClock(other: () => Date): void {
  now = other;
}

/** `by`: the name given, or `EOC_USER`, or the name the person is signed in under. */
export function stamp(by?: string): Stamp {
  return { at: now().toISOString(), by: by?.trim() || process.env.EOC_USER?.trim() || signedIn() };
}

function signedIn(): string {
  try {
    return userInfo().username || 'administrator';
  } catch {
    return 'administrator';
  }
}

/** The quarter today falls in, `2020-21 Q2`. */
export function currentQuarter(at: Date = now()): string {
  const month = at.getMonth();
  const year = month < 3 ? at.getFullYear() - 1 : at.getFullYear();
  const quarter = Math.floor(((month + 9) % 12) / 3) + 1;
  return `${year}-${String((year + 1) % 100).padStart(2, '0')} Q${quarter}`;
}
