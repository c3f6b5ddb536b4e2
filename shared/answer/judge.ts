/**
 * Whether an answer explains a finding, by the standard government returns set: specific, naming the cause of most of
 * the difference, with sizes. Wording alone is judged, so the hints say what is missing, never that an answer is false.
 */
import { numbersIn } from '#shared/claim/numbers.ts';
import { objectionTo } from '#shared/decision/reason.ts';
import type { Finding } from '#shared/finding/finding.ts';
import { clean } from '#shared/quantity/make.ts';
import { scanNumber } from '#shared/quantity/number.ts';

/** What an answer is judged against. */
export type Asked = Pick<Finding, 'stated' | 'expected'>;

/** The one number of a text such as `£447k`; null where it holds none or several. */
function numberOf(text: string | null): number | null {
  const from = text?.search(/[\d£(−-]/) ?? -1;
  const scanned = text === null || from < 0 ? null : scanNumber(text.slice(from));
  if (!scanned || /\d/.test((text ?? '').slice(from + scanned.text.length))) return null;
  return scanned.quantity.value;
}

interface Sizes {
  readonly stated: number;
  readonly expected: number;
  readonly difference: number;
}

function sizesOf({ stated, expected }: Asked): Sizes | null {
  const [one, other] = [numberOf(stated), numberOf(expected)];
  if (one === null || other === null) return null;
  const difference = clean(Math.abs(one - other));
  return difference > 0 ? { stated: one, expected: other, difference } : null;
}

/** Numbers of an answer that can be the size of a cause: not the figures asked about, said again. */
function named(text: string, sizes: Sizes | null): readonly number[] {
  const values = numbersIn(text).flatMap(({ quantity }) => (quantity ? [Math.abs(quantity.value)] : []));
  return sizes ? values.filter((value) => value !== sizes.stated && value !== sizes.expected) : values;
}

const rounded = (value: number): string => clean(Math.round(value * 1000) / 1000).toLocaleString('en-GB');

/** Most: more than half of it. */
function explainsMost(values: readonly number[], { difference }: Sizes): boolean {
  const total = values.reduce((sum, value) => sum + value, 0);
  return values.some((value) => value * 2 >= difference) || total * 2 >= difference;
}

/** What an answer lacks, each as a sentence; empty where it meets the standard. */
export function judgeAnswer(text: string, asked: Asked): readonly string[] {
  const missing: string[] = [];
  if (objectionTo(text, 'full') !== null)
    missing.push('It does not name a cause. Ask what was counted, moved, left out or entered twice.');
  const sizes = sizesOf(asked);
  const values = named(text, sizes);
  if (values.length === 0) {
    missing.push(
      sizes
        ? `It gives no size. Ask how much of the difference of ${rounded(sizes.difference)} (${asked.stated} against ${asked.expected}) the cause accounts for.`
        : 'It gives no size. Ask how many children, families or pounds the cause accounts for.',
    );
  } else if (sizes && !explainsMost(values, sizes)) {
    missing.push(
      `The sizes it names account for less than half of the difference of ${rounded(sizes.difference)} (${asked.stated} against ${asked.expected}). Ask about the rest.`,
    );
  }
  return missing;
}
