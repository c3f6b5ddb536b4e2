/** Figures that read differently in two packs, and why. */
import type { Compared, PackRecord } from '#shared/comparison/record.ts';
import type { BoardDefinition } from '#shared/definition/definition.ts';
import { keyParts, keyWords, withPeriod } from '#shared/figure/key-words.ts';

export interface FigureChange {
  readonly key: string;
  readonly label: string;
  /** As printed; null where the pack does not show it. */
  readonly from: string | null;
  readonly to: string | null;
  /** A return replaced, a decision taken; empty where nothing needs explaining. */
  readonly why: string;
}

export function figureChanges(
  from: Compared,
  to: Compared,
  definition: BoardDefinition,
): { readonly figures: readonly FigureChange[]; readonly quarters: readonly FigureChange[] } {
  const label = labeller(definition);
  if (from.period === to.period) {
    const keys = [...new Set([...Object.keys(from.figures), ...Object.keys(to.figures)])].sort();
    return { figures: changes(keys, from, to, label), quarters: [] };
  }
  // Of another quarter's pack, what only one of the two shows is the march of time and not a change.
  const both = Object.keys(from.figures).filter((key) => to.figures[key] !== undefined);
  return { figures: changes(both.sort(), from, to, label), quarters: quartersBeside(from, to, label) };
}

type Label = (key: string) => string;

const PEOPLE = new Set(['children', 'families', 'referrals', 'people']);

function labeller(definition: BoardDefinition): Label {
  return (key) => {
    const { unit } = keyParts(key);
    const words = keyWords(key, definition);
    return PEOPLE.has(unit) && !words.toLowerCase().includes(unit) ? `${words} (${unit})` : words;
  };
}

function changes(
  keys: readonly string[],
  from: Compared,
  to: Compared,
  label: Label,
): readonly FigureChange[] {
  return keys.flatMap((key) => {
    const [then = null, now = null] = [from.figures[key], to.figures[key]];
    if (then === now) return [];
    return [{ key, label: label(key), from: then, to: now, why: whyChanged(key, from, to) }];
  });
}

/** The figures each pack has for its own quarter, under the key of the later one. */
function quartersBeside(from: Compared, to: Compared, label: Label): readonly FigureChange[] {
  return Object.entries(to.figures).flatMap(([key, now]) => {
    if (keyParts(key).period !== to.period) return [];
    const then = from.figures[withPeriod(key, from.period)];
    return then === undefined ? [] : [{ key, label: label(key), from: then, to: now, why: '' }];
  });
}

function whyChanged(key: string, from: Compared, to: Compared): string {
  const [then, now] = [from.record, to.record];
  if (!then || !now) return '';
  const [old, fresh] = [then.basis[key], now.basis[key]];
  const reasons = [
    ...decisionReasons(old?.decisions ?? [], fresh?.decisions ?? [], now),
    ...returnReasons(filesOf(old?.files, then), filesOf(fresh?.files, now)),
  ];
  if (reasons.length > 0) return reasons.join(' ');
  if (from.edition !== to.edition) return 'The two editions do not show the same figures.';
  if (!fresh) return 'The later pack does not show it.';
  return old ? 'The same cells are shown in another way.' : 'The earlier pack did not show it.';
}

function decisionReasons(
  old: readonly string[],
  fresh: readonly string[],
  { decisions }: PackRecord,
): readonly string[] {
  const taken = fresh.filter((id) => !old.includes(id));
  const back = old.filter((id) => !fresh.includes(id));
  return [
    ...taken.map((id) => {
      const decision = decisions.find((one) => one.id === id);
      return decision ? `Decision by ${decision.by}: ${sentenceOf(decision.why)}` : 'A decision was taken.';
    }),
    ...(back.length > 0 ? ['A decision on it no longer stands.'] : []),
  ];
}

function sentenceOf(text: string): string {
  return /[.!?]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`;
}

type FileRecord = PackRecord['files'][number];

function filesOf(places: readonly number[] | undefined, { files }: PackRecord): readonly FileRecord[] {
  return (places ?? []).flatMap((at) => files[at] ?? []);
}

/** Versions of one return have one provider and one quarter. */
function returnReasons(old: readonly FileRecord[], fresh: readonly FileRecord[]): readonly string[] {
  const came = fresh.filter(({ sha256 }) => !old.some((one) => one.sha256 === sha256));
  const went = old.filter(({ sha256 }) => !fresh.some((one) => one.sha256 === sha256));
  const sameReturn = (a: FileRecord, b: FileRecord) => a.provider === b.provider && a.period === b.period;
  const restated = came.map((file) => {
    const earlier = went.find((one) => sameReturn(one, file));
    return earlier
      ? `Restated: “${file.name}” (version ${file.version}) took the place of “${earlier.name}”.`
      : `“${file.name}” for ${file.period} now speaks of it.`;
  });
  const lost = went.filter((file) => !came.some((one) => sameReturn(one, file)));
  return [...restated, ...lost.map(({ name }) => `“${name}” no longer speaks of it.`)];
}
