/** Changes and directions: what a clause says of one quantity at two times. */
import { keyText, type QuantityKey } from '#shared/assertion/assertion.ts';
import type { Option } from '#shared/claim/choose.ts';
import { countsOnly, named, sameDraft } from '#shared/claim/options.ts';
import { closest, type Found, look, type Scene } from '#shared/claim/scene.ts';
import { previousQuarter } from '#shared/period/period.ts';
import type { Cell } from '#shared/relation/book.ts';
import { type Draft, terms } from '#shared/relation/draft.ts';
import type { Term } from '#shared/relation/relation.ts';

interface Change {
  readonly now: readonly Cell[];
  readonly before: readonly Cell[];
  readonly rate: boolean;
  readonly sure: boolean;
}

/** The same quantity in the period a change is measured from. */
function earlier(scene: Scene, { known, sure }: Found): readonly Change[] {
  const { key } = known;
  const { claim, page } = scene;
  const base = claim.period === null || claim.period === page.home.ref.period ? claim.base : null;
  const period =
    base ?? (/ Q[1-4]$/.test(key.period) && !key.period.includes('YTD') ? previousQuarter(key.period) : null);
  if (period === null) return [];
  const text = keyText({ ...key, period });
  const places = (scene.shelf.at.get(`${key.programme ?? ''}|${period}`) ?? []).filter(
    (one) => keyText(one.key) === text,
  );
  const before = closest(places, page);
  return before ? [{ now: known.cells, before: before.cells, rate: key.unit === 'percent', sure }] : [];
}

function signed(now: readonly Cell[], before: readonly Cell[]): readonly Term[] {
  return [...terms(now), ...terms(before, -1)];
}

/** (now − before) ÷ before; for rates, percentage points. */
function growthDrafts(scene: Scene, { now, before, rate, sure }: Change): readonly Option[] {
  const cells = [scene.cell, ...now, ...before];
  const common = {
    kind: 'growth' as const,
    label: `${scene.claim.label} (text) is the change from ${named(before)} to ${named(now)}`,
    cells,
  };
  const ratio: Draft = {
    ...common,
    rule: 'claim.growth',
    body: {
      shape: 'ratio',
      result: scene.cell.id,
      numerator: signed(now, before),
      denominator: terms(before),
    },
  };
  if (!rate) return [{ draft: ratio, sure }];
  const points: Draft = {
    ...common,
    rule: 'claim.points',
    body: {
      shape: 'linear',
      terms: [{ variable: scene.cell.id, factor: 1 }, ...terms(now, -1), ...terms(before)],
      constant: 0,
    },
  };
  return [
    { draft: points, sure },
    { draft: ratio, sure: false },
  ];
}

function isRate(key: QuantityKey): boolean {
  return key.unit === 'percent' || key.aspect === 'mean';
}

function changesOf(scene: Scene): readonly Change[] {
  const pair = ['from', 'to'].map((end) => scene.beside.find(({ claim }) => claim.pair === end)?.cell);
  const [from, to] = pair;
  if (from && to) return [{ now: [to], before: [from], rate: false, sure: true }];
  const counted = look(scene, { admits: countsOnly, later: [] });
  const found = counted.length > 0 ? counted : look(scene, { admits: isRate, later: [] });
  return found.flatMap((one) => earlier(scene, one));
}

/** `42% decrease (34 children)`: the change in number beside it, against the figure there is now. */
function byNumber(scene: Scene): readonly Option[] {
  const count = scene.beside.find(
    ({ claim }) => claim.aside && claim.form === 'level' && claim.quantity.whole,
  );
  if (!count) return [];
  return look(
    { ...scene, claim: { ...scene.claim, unit: count.claim.unit } },
    { admits: countsOnly, later: [] },
  ).flatMap(({ known, sure }) => {
    const down = scene.claim.quantity.value < 0;
    const level: Draft = sameDraft({ ...scene, cell: count.cell, claim: count.claim }, known);
    const change: Draft = {
      rule: 'claim.growth',
      kind: 'growth',
      label: `${scene.claim.label} (text): the number beside it is the change to ${named(known.cells)}`,
      body: {
        shape: 'ratio',
        result: scene.cell.id,
        numerator: terms([count.cell], down ? -1 : 1),
        denominator: [...terms(known.cells), ...terms([count.cell], down ? 1 : -1)],
      },
      cells: [scene.cell, count.cell, ...known.cells],
    };
    return [
      { draft: level, sure: false },
      { draft: change, sure },
    ];
  });
}

export function changeOptions(scene: Scene): readonly Option[] {
  const changes = changesOf(scene);
  return changes.length > 0 ? changes.flatMap((change) => growthDrafts(scene, change)) : byNumber(scene);
}

/** Up or down: now − before is above or below zero. */
export function directionOptions(scene: Scene): readonly Option[] {
  return changesOf(scene).map(({ now, before, sure }) => ({
    draft: {
      rule: 'claim.direction',
      kind: 'growth',
      label: `${scene.claim.label} (text): ${named(before)} to ${named(now)}`,
      body: {
        shape: 'linear',
        terms: [{ variable: scene.cell.id, factor: 1 }, ...terms(now, -1), ...terms(before)],
        constant: 0,
      },
      cells: [scene.cell, ...now, ...before],
    },
    sure,
  }));
}
