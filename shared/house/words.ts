/** A change of the house style as the history tells it. */
import { houseFrom } from '#shared/house/house.ts';

/** `Changed the house style: logo, colour`. */
export function houseChange(from: unknown, to: unknown): string {
  if (to === null) return 'Went back to the plain house style';
  const [before, after] = [houseFrom(from), houseFrom(to)];
  const changed = (
    [
      ['accent', 'colour'],
      ['font', 'typeface'],
      ['logo', 'logo'],
      ['template', 'Word template'],
    ] as const
  )
    .filter(([part]) => JSON.stringify(before[part]) !== JSON.stringify(after[part]))
    .map(([, words]) => words);
  return `Changed the house style${changed.length > 0 ? `: ${changed.join(', ')}` : ''}`;
}
