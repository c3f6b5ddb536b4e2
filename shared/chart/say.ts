/** A reading in words: the message that stands in the caption, and the sentences under the chart. */
import { LIMITS_FROM, type Reading, RUN_FROM, type Signal } from '#shared/chart/reading.ts';

export interface Said {
  /** `no change beyond chance`; null where there are too few points to say. */
  readonly message: string | null;
  /** Method, lines, signals and how far to trust them, each a sentence. */
  readonly notes: readonly string[];
}

type Write = (value: number) => string;

/** @param write how values of the chart are written; @param labels the periods, in order */
export function sayReading(reading: Reading, labels: readonly string[], write: Write): Said {
  const broken = reading.breaks.map(
    ({ at, why }) =>
      `Definition changed from ${labels[at]}: ${why}. Points before and after are judged apart.`,
  );
  if (reading.method === 'line') {
    const few = reading.points > 0 && reading.points < RUN_FROM;
    return { message: null, notes: few ? [...broken, tooFew(reading.points)] : broken };
  }
  const centre = reading.method === 'run' ? 'median' : 'mean';
  const signals = telling(reading.signals).map(
    (signal) => `${upperFirst(sentence(signal, labels, centre))}.`,
  );
  const calm = `No change beyond chance in ${reading.points} points.`;
  return {
    message: messageOf(reading, labels),
    notes: [
      ...(signals.length > 0 ? signals : [calm]),
      ...broken,
      methodNote(reading, write),
      chanceNote(reading),
    ],
  };
}

function tooFew(points: number): string {
  return `${points === 1 ? 'One point is' : `${points} points are`} too few to tell a change from chance; ${RUN_FROM} are needed.`;
}

/** The signal that ends last says how things stand; of those, the most telling rule. */
const WEIGHT = { outside: 0, 'two-of-three': 1, 'few-runs': 2, trend: 3, shift: 4 } as const;

/** Without those that lie within a more telling one of the same way; in time order. */
function telling(signals: readonly Signal[]): readonly Signal[] {
  return signals
    .filter(
      (one) =>
        !signals.some(
          (other) =>
            other.way === one.way &&
            other.from <= one.from &&
            other.to >= one.to &&
            WEIGHT[other.rule] > WEIGHT[one.rule],
        ),
    )
    .sort((a, b) => a.from - b.from || a.to - b.to);
}

function messageOf({ signals }: Reading, labels: readonly string[]): string {
  const [latest] = [...signals].sort((a, b) => b.to - a.to || WEIGHT[b.rule] - WEIGHT[a.rule]);
  if (!latest) return 'no change beyond chance';
  return brief(latest, labels);
}

function span({ from, to }: Signal, labels: readonly string[]): string {
  return from === to ? `in ${labels[from]}` : `from ${labels[from]} to ${labels[to]}`;
}

function brief(signal: Signal, labels: readonly string[]): string {
  const high = signal.way === 'up' ? 'higher' : 'lower';
  switch (signal.rule) {
    case 'outside':
    case 'shift':
    case 'two-of-three':
      return `${high} than chance explains ${span(signal, labels)}`;
    case 'trend':
      return `${signal.way === 'up' ? 'rising' : 'falling'} beyond chance ${span(signal, labels)}`;
    case 'few-runs':
      return signal.way === 'none'
        ? 'changing more slowly than chance would'
        : `later points ${high} than chance explains`;
  }
}

function sentence(signal: Signal, labels: readonly string[], centre: string): string {
  const side = signal.way === 'up' ? 'above' : 'below';
  const when = span(signal, labels);
  switch (signal.rule) {
    case 'outside':
      return `the point ${when} lies ${side} the limits`;
    case 'shift':
      return `every point ${when} lies ${side} the ${centre} or on it`;
    case 'trend':
      return `the points ${signal.way === 'up' ? 'rise' : 'fall'} without a break ${when}`;
    case 'two-of-three':
      return `two of three points ${when} lie near the ${signal.way === 'up' ? 'upper' : 'lower'} limit`;
    case 'few-runs':
      return `the points cross the ${centre} less often than chance would have them${signal.way === 'none' ? '' : `: later ones are ${signal.way === 'up' ? 'higher' : 'lower'}`}`;
  }
}

const METHODS = {
  run: 'Median run chart',
  xmr: 'Control chart (XmR: limits from the differences between neighbouring points)',
  c: 'Control chart (c: limits for small counts, Poisson)',
  p: 'Control chart (p: limits for shares of each period’s cases, binomial)',
} as const;

function methodNote({ method, centre, lower, upper, points }: Reading, write: Write): string {
  if (method === 'line') return '';
  const last = centre.findLastIndex((value) => value !== null);
  const [middle, low, high] = [centre[last], lower[last], upper[last]];
  const text = (value: number | null | undefined) => (typeof value === 'number' ? write(value) : '–');
  if (method === 'run')
    return `${METHODS.run} of ${points} points: median ${text(middle)}. Limits need ${LIMITS_FROM}.`;
  return `${METHODS[method]}, ${points} points: mean ${text(middle)}, limits ${text(low)} to ${text(high)}${method === 'p' ? ' in the last period' : ''}.`;
}

function chanceNote({ falseSignals, points }: Reading): string {
  const rate = Math.max(1, Math.round((falseSignals ?? 0) * 100));
  return `By chance alone, about ${rate} in 100 series of ${points} points without any change would show a signal.`;
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
