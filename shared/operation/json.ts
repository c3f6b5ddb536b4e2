/** Values that survive being written as JSON and read back. */

export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  /** An `undefined` entry is as good as absent: it is left out when written. */
  | { readonly [name: string]: Json | undefined };

/** Whether a value is JSON: no functions, dates, `NaN` or infinities, at any depth. */
export function isJson(value: unknown): value is Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value)) return value.every(isJson);
  if (typeof value !== 'object' || !isPlain(value)) return false;
  return Object.values(value).every((entry) => entry === undefined || isJson(entry));
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
