/** The clock and the name changes are made under. The only place that asks what time it is. */
import { userInfo } from 'node:os';
import type { Stamp } from '#shared/operation/operation.ts';

/** `by`: the name given, or `EOC_USER`, or the name the person is signed in under. */
export function stamp(by?: string): Stamp {
  return { at: new Date().toISOString(), by: by?.trim() || process.env.EOC_USER?.trim() || signedIn() };
}

function signedIn(): string {
  try {
    return userInfo().username || 'administrator';
  } catch {
    return 'administrator';
  }
}

/** The quarter today falls in, `2020-21 Q2`. */
export function currentQuarter(now: Date = new Date()): string {
  const month = now.getMonth();
  const year = month < 3 ? now.getFullYear() - 1 : now.getFullYear();
  const quarter = Math.floor(((month + 9) % 12) / 3) + 1;
  return `${year}-${String((year + 1) % 100).padStart(2, '0')} Q${quarter}`;
}
