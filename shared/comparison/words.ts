/** Paragraphs that changed: the longest common run of both texts is kept, the rest paired where it is alike. */

export interface WordsChange {
  /** null: it was not there. */
  readonly from: string | null;
  readonly to: string | null;
}

/** Share of words two paragraphs must have in common to be one that was rewritten. */
const ALIKE = 0.5;

/**
 * What differs between two lists of paragraphs, in order. The longest common subsequence (Wagner and Fischer,
 * "The String-to-String Correction Problem", 1974) is what stayed.
 */
export function wordsChanged(from: readonly string[], to: readonly string[]): readonly WordsChange[] {
  const changes: WordsChange[] = [];
  let gone: string[] = [];
  let added: string[] = [];
  const close = () => {
    changes.push(...paired(gone, added));
    gone = [];
    added = [];
  };
  for (const step of steps(from, to)) {
    if (step.kind === 'same') close();
    else if (step.kind === 'gone') gone.push(step.text);
    else added.push(step.text);
  }
  close();
  return changes;
}

interface Step {
  readonly kind: 'same' | 'gone' | 'added';
  readonly text: string;
}

function steps(from: readonly string[], to: readonly string[]): readonly Step[] {
  const width = to.length + 1;
  const lengths = new Uint32Array((from.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = from.length - 1; i >= 0; i -= 1) {
    for (let j = to.length - 1; j >= 0; j -= 1) {
      const same = from[i] === to[j];
      lengths[i * width + j] = same ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const out: Step[] = [];
  let i = 0;
  let j = 0;
  while (i < from.length || j < to.length) {
    const [left, right] = [from[i], to[j]];
    if (left !== undefined && left === right) {
      out.push({ kind: 'same', text: left });
      i += 1;
      j += 1;
    } else if (left !== undefined && (right === undefined || at(i + 1, j) >= at(i, j + 1))) {
      out.push({ kind: 'gone', text: left });
      i += 1;
    } else {
      out.push({ kind: 'added', text: right ?? '' });
      j += 1;
    }
  }
  return out;
}

/** Each paragraph that went is put beside the first of those that came which says much the same. */
function paired(gone: readonly string[], added: readonly string[]): readonly WordsChange[] {
  const left = [...added];
  const pairs = gone.map((from): WordsChange => {
    const best = left.findIndex((to) => alike(from, to) >= ALIKE);
    const [to = null] = best < 0 ? [] : left.splice(best, 1);
    return { from, to };
  });
  return [...pairs, ...left.map((to) => ({ from: null, to }))];
}

function alike(a: string, b: string): number {
  const words = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  const [one, other] = [words(a), words(b)];
  const common = [...one].filter((word) => other.has(word)).length;
  return common / Math.max(1, one.size, other.size);
}
