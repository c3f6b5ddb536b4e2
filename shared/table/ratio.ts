/** One percentage against its count and its whole, by their printed intervals. */
import { clean } from '#shared/quantity/make.ts';
import type { AxisCell } from '#shared/table/axis.ts';
import type { Verdict } from '#shared/table/evidence.ts';

export interface RatioTrial {
  readonly verdict: Verdict;
  readonly weight: number;
}

const NONE: RatioTrial = { verdict: 'none', weight: 0 };

/**
 * `none` where anything is missing or the whole may be zero. The weight of an agreement is the logarithm of
 * how many different percentages it could have been: few for a small whole, and none for 0% and 100%.
 */
export function tryRatio(result: AxisCell, part: AxisCell, whole: AxisCell): RatioTrial {
  const [share, count, base] = [result.main, part.main, whole.main];
  if (!share || !count || !base || share.unit !== 'percent') return NONE;
  if (count.unit === 'percent' || base.unit === 'percent' || base.low <= 0) return NONE;
  const ratios = [count.low / base.low, count.low / base.high, count.high / base.low, count.high / base.high];
  const held = clean(Math.min(...ratios)) <= share.high && clean(Math.max(...ratios)) >= share.low;
  const vague = share.approximate || count.approximate || base.approximate;
  if (!held) return vague ? NONE : { verdict: 'violated', weight: 0 };
  const idle = [0, 1].includes(share.value) || count.value === 0 || count.value === base.value;
  const values = Math.min(1 / Math.max(share.step, 1e-6), base.whole ? base.value + 1 : 100);
  return { verdict: 'held', weight: idle ? 0 : Math.log10(values) };
}
