/**
 * Comparing labels by their words: `• Family Withdraw` and `Family withdrawn` are the same label,
 * `White other` and `Black other` are not.
 *
 * A label becomes a list of stemmed words. Two labels may differ by spelling inside a word and by extra
 * words on one side, never by a different word on each side: that is what keeps `CIN plan` from `CP plan`.
 */

export interface Wording {
  /** Words joined by a space: equal for labels that differ in case, bullets, dashes and plurals. */
  readonly text: string;
  readonly words: readonly string[];
  /** Words run together: `stoneygate` for `Stoney Gate`. */
  readonly joined: string;
  /** What each word weighs: little words say little. */
  readonly weights: readonly number[];
  /** First characters of the words as bits: labels without a common one have nothing in common. */
  readonly initials: number;
}

const LITTLE = new Set(
  'the of a an to in on for by and with at from per is are was were be been it its s or via'.split(' '),
);
const LIGHT = new Set(['number', 'table', 'figure']);

const IRREGULAR: Readonly<Record<string, string>> = {
  children: 'child',
  childrens: 'child',
  families: 'family',
  people: 'person',
  withdrew: 'withdraw',
  withdrawn: 'withdraw',
  qtr: 'quarter',
  qtrs: 'quarter',
  percentage: 'percent',
  pct: 'percent',
  num: 'number',
  nos: 'number',
  avg: 'average',
  mean: 'average',
  mths: 'month',
  mth: 'month',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
};

function stem(word: string): string {
  const known = IRREGULAR[word];
  if (known) return known;
  if (/\d/.test(word) || word.length < 4) return word;
  let base = word;
  if (/ies$/.test(base)) base = `${base.slice(0, -3)}y`;
  else if (/[^sui]s$/.test(base)) base = base.slice(0, -1);
  if (base.length > 6 && /ing$/.test(base)) base = base.slice(0, -3);
  else if (base.length > 5 && /[^e]ed$/.test(base)) base = base.slice(0, -2);
  return base.length > 4 ? base.replace(/e$/, '') : base;
}

function spaced(label: string): string {
  return label
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}%#£(]+/u, '')
    .replace(/^(?!q)[a-z]\d{1,2}\s*[-–—:.]\s*(?=\D)/, '')
    .replace(/^\d{1,2}[.)]\s+/, '')
    .replace(/\bno\.(?=\s|$)|\bno\b(?=\s+of\b)|^no$|#/g, ' number ')
    .replace(/&/g, ' and ')
    .replace(/%|\bper\s?cent\b/g, ' percent ')
    .replace(/['’‘`]/g, '')
    .replace(/[^\p{L}\p{N}.]+|\.(?!\d)/gu, ' ')
    .trim();
}

const CACHE = new Map<string, Wording>();

/** The words of a label, normalised; an empty label has none. */
export function wording(label: string): Wording {
  const cached = CACHE.get(label);
  if (cached) return cached;
  const raw = spaced(label);
  const words = raw === '' ? [] : raw.split(/\s+/).map(stem);
  const made = {
    text: words.join(' '),
    words,
    joined: words.join(''),
    weights: words.map(wordWeight),
    initials: words.reduce((bits, word) => bits | (1 << (word.charCodeAt(0) % 31)), 0),
  };
  if (CACHE.size > 20_000) CACHE.clear();
  CACHE.set(label, made);
  return made;
}

/** True of labels that differ in case, bullets, codes (`A1 -`), dashes, footnote marks and plurals only. */
export function sameLabel(a: string, b: string): boolean {
  return wording(a).text === wording(b).text;
}

/** Optimal string alignment distance (Damerau 1964): insertions, deletions, substitutions, transpositions. */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      }
      row.push(best);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/** 1 for the same word, 0.9 for one spelt a little differently, 0 for another word. Numbers must be equal. */
function wordMatch(a: string, b: string): number {
  if (a === b) return 1;
  const shorter = Math.min(a.length, b.length);
  if (shorter < 5 || a[0] !== b[0] || /\d/.test(a + b)) return 0;
  const allowed = shorter >= 8 ? 2 : 1;
  if (Math.abs(a.length - b.length) > allowed) return 0;
  return editDistance(a, b) <= allowed ? 0.9 : 0;
}

/** Whether two words are taken for the same. */
export function nearWord(a: string, b: string): boolean {
  return wordMatch(a, b) > 0;
}

export function wordWeight(word: string): number {
  if (LITTLE.has(word)) return 0.1;
  return LIGHT.has(word) ? 0.25 : 1;
}

interface Overlap {
  readonly matched: number;
  readonly extraA: number;
  readonly extraB: number;
}

function overlap(a: Wording, b: Wording): Overlap {
  const taken = new Set<number>();
  let matched = 0;
  let extraA = 0;
  for (const [i, word] of a.words.entries()) {
    const weight = a.weights[i] ?? 1;
    let best = 0;
    let where = -1;
    for (let j = 0; j < b.words.length && best < 1; j++) {
      const score = taken.has(j) ? 0 : wordMatch(word, b.words[j] ?? '');
      if (score > best) [best, where] = [score, j];
    }
    taken.add(where);
    if (best === 0) extraA += weight;
    else matched += best * weight;
  }
  const extraB = b.weights.reduce((sum, weight, j) => (taken.has(j) ? sum : sum + weight), 0);
  return { matched, extraA, extraB };
}

/** Spelt together or apart, and at most one letter off: `Rushey Mead`, `Rusheymead`. */
function joinedMatch(a: Wording, b: Wording): boolean {
  if (a.joined === b.joined) return true;
  if (a.words.length === b.words.length || /\d/.test(a.joined + b.joined)) return false;
  const near = Math.abs(a.joined.length - b.joined.length) <= 1;
  const long = Math.min(a.joined.length, b.joined.length) >= 8;
  return near && long && a.joined[0] === b.joined[0] && editDistance(a.joined, b.joined) <= 1;
}

const CONTENT = 0.5;

/**
 * How alike two labels are, from 0 to 1. 1 is the same wording; 0.97 the same words in another order; from
 * 0.8 they may be taken for one another; words that differ on both sides keep it under 0.6.
 */
export function similarity(a: Wording, b: Wording): number {
  if (a.text === b.text) return 1;
  if ((a.initials & b.initials) === 0) return 0;
  if (joinedMatch(a, b)) return a.joined === b.joined ? 0.99 : 0.9;
  const { matched, extraA, extraB } = overlap(a, b);
  if (extraA === 0 && extraB === 0) {
    const whole = a.weights.reduce((sum, weight) => sum + weight, 0);
    return 0.97 * (matched / whole);
  }
  if (extraA > CONTENT && extraB > CONTENT) return 0.6 * (matched / (matched + extraA + extraB));
  return 0.97 * (matched / (matched + 0.35 * (extraA + extraB)));
}
