/** The ways an axis may be read, as the definition lists them, with what follows from the list worked out once. */
import type { AxisReading } from '#shared/definition/definition.ts';

export interface Readings {
  /** Equal for lists that say the same. */
  readonly id: string;
  readonly list: readonly AxisReading[];
  /** The sets whose members the lines may be. */
  readonly sets: readonly string[];
  /** The readings of labels beneath ones that open these sets, by the sets. */
  readonly below: Map<string, readonly AxisReading[]>;
}

interface Both {
  readonly plain: Readings;
  readonly quarterly: Readings;
}

const MADE = new WeakMap<readonly AxisReading[], Both>();

function made(list: readonly AxisReading[]): Readings {
  return {
    id: JSON.stringify(list),
    list,
    sets: list.flatMap((one) => (one.kind === 'set' ? [one.set] : [])),
    below: new Map(),
  };
}

/** Readings of an axis; on a yearly axis that holds several quarters of a year, quarters come first. */
export function readingsOf(list: readonly AxisReading[], quarterly: boolean): Readings {
  const known = MADE.get(list) ?? bothOf(list);
  MADE.set(list, known);
  return quarterly ? known.quarterly : known.plain;
}

function bothOf(list: readonly AxisReading[]): Both {
  const plain = made(list);
  const yearly = list.some((reading) => reading.kind === 'years');
  return { plain, quarterly: yearly ? made([{ kind: 'quarters' }, ...list]) : plain };
}

/** The readings of a label beneath one that opens these sets: the sets first, then the axis's own. */
export function readingsBelow(readings: Readings, below: readonly string[] = []): readonly AxisReading[] {
  const key = below.join(' ');
  const known = readings.below.get(key);
  if (known) return known;
  const nested = below.map((set) => withoutFacets(nestedReading(readings.list, set)));
  const open = [...nested, ...readings.list];
  readings.below.set(key, open);
  return open;
}

function nestedReading(list: readonly AxisReading[], set: string): AxisReading {
  const own = list.find((one) => one.kind === 'set' && one.set === set && one.below !== undefined);
  return own ?? { kind: 'set', set };
}

function withoutFacets(reading: AxisReading): AxisReading {
  return reading.kind === 'set'
    ? { kind: 'set', set: reading.set, ...(reading.below && { below: reading.below }) }
    : reading;
}
