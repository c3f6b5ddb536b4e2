/** What each form of claim may be held to. */
import { keyText, type QuantityKey } from '#shared/assertion/assertion.ts';
import type { Option } from '#shared/claim/choose.ts';
import type { Known } from '#shared/claim/link.ts';
import { phrasesIn, phrasesOf } from '#shared/claim/phrases.ts';
import { closest, type Found, look, type Scene, sameSort } from '#shared/claim/scene.ts';
import { unitOfWord } from '#shared/claim/words.ts';
import { previousQuarter } from '#shared/period/period.ts';
import type { Cell } from '#shared/relation/book.ts';
import { type Draft, sumBody, terms } from '#shared/relation/draft.ts';
import { cellLabel, listed } from '#shared/relation/label.ts';
import type { RelationKind, Term } from '#shared/relation/relation.ts';

function named(cells: readonly Cell[]): string {
  return listed(cells.map(cellLabel));
}

/** The text says what the cells say. */
function sameDraft(scene: Scene, { cells }: Known, kind: RelationKind = 'claim'): Draft {
  return {
    rule: 'claim.same',
    kind,
    label: `${scene.claim.label} (text) is ${named(cells)}`,
    body: sumBody([scene.cell], cells),
    cells: [scene.cell, ...cells],
  };
}

function ratioDraft(scene: Scene, kind: RelationKind, top: readonly Cell[], bottom: readonly Cell[]): Draft {
  return {
    rule: `claim.${kind === 'claim' ? 'share' : kind}`,
    kind,
    label: `${scene.claim.label} (text) = ${named(top)} ÷ ${named(bottom)}`,
    body: { shape: 'ratio', result: scene.cell.id, numerator: terms(top), denominator: terms(bottom) },
    cells: [scene.cell, ...top, ...bottom],
  };
}

export function levelOptions(scene: Scene): readonly Option[] {
  const { claim } = scene;
  const vague = claim.pair !== null || claim.aside;
  const period = claim.pair === 'from' ? claim.base : undefined;
  const found = look(scene, {
    admits: sameSort(claim, ['value']),
    ...(period !== undefined && claim.period === null ? { period } : {}),
  });
  return found.map(({ known, sure }) => ({ draft: sameDraft(scene, known), sure: sure && !vague }));
}

/** The quantity with one breakdown left out, where the board has it. */
function totalsOf(scene: Scene, { key }: Known): readonly Known[] {
  return Object.keys(key.dims).flatMap((set) => {
    const { [set]: _, ...dims } = key.dims;
    const total = keyText({ ...key, dims });
    const places = (scene.shelf.at.get(`${key.programme ?? ''}|${key.period}`) ?? []).filter(
      (one) => keyText(one.key) === total,
    );
    return closest(places, scene.page) ?? [];
  });
}

function countsOnly(key: QuantityKey): boolean {
  return key.aspect === 'value' && key.unit !== 'percent' && key.unit !== 'GBP' && key.unit !== 'ratio';
}

function rateOptions(scene: Scene): readonly Option[] {
  const { claim } = scene;
  const printed = look(scene, { admits: sameSort(claim, ['share', 'value']), later: [] });
  const counted = look(scene, { admits: (key) => countsOnly(key) && Object.keys(key.dims).length > 0 });
  const worked = counted.flatMap(({ known, sure }) => {
    const totals = totalsOf(scene, known);
    return totals.map((total) => ({
      draft: ratioDraft(scene, 'claim', known.cells, total.cells),
      sure: sure && totals.length === 1,
    }));
  });
  const stated = printed.map(({ known, sure }) => ({
    draft: sameDraft(scene, known),
    sure: sure && worked.length === 0,
  }));
  return [...stated, ...worked];
}

/** Words of the clause that name categories: what a share may be of, said beside the whole. */
function withoutCategories(scene: Scene): readonly string[] {
  const members = phrasesIn(scene.claim.words, phrasesOf(scene.book.definition)).filter(
    ({ measure, dims }) => measure === null && Object.keys(dims).length > 0,
  );
  const said = new Set(members.flatMap(({ words }) => words));
  return scene.claim.words.filter((word) => !said.has(word));
}

/** So many of a whole the board knows, the count beside it (`6 (35%)`) or unknown (GRIM, Brown & Heathers 2017). */
function partOptions(scene: Scene): readonly Option[] {
  const words = withoutCategories(scene);
  if (words.length === scene.claim.words.length) return [];
  const wholes = look(scene, {
    words,
    admits: (key) => countsOnly(key) && Object.keys(key.dims).length === 0,
    later: [],
  });
  const count = scene.beside.find(
    ({ claim }) => claim.form === 'level' && claim.quantity.whole && claim.quantity.unit === null,
  );
  return wholes.flatMap(({ known, sure }): readonly Option[] => {
    if (count) return [{ draft: ratioDraft(scene, 'claim', [count.cell], known.cells), sure: false }];
    const [whole] = known.cells;
    if (!whole || known.cells.length > 1) return [];
    const draft: Draft = {
      rule: 'claim.possible',
      kind: 'claim',
      label: `${scene.claim.label} (text) can be a share of ${cellLabel(whole)}, a whole number`,
      body: { shape: 'possible', result: scene.cell.id, denominator: whole.id },
      cells: [scene.cell, whole],
    };
    return [{ draft, sure: sure && wholes.length === 1 }];
  });
}

export function shareOptions(scene: Scene): readonly Option[] {
  const rates = rateOptions(scene);
  const parts = partOptions(scene);
  return [
    ...rates,
    ...(rates.some(({ sure }) => sure) ? parts.map((part) => ({ ...part, sure: false })) : parts),
  ];
}

/** The whole a mean is per: named by words, else the only events of the numerator's own table. */
function perWhat(scene: Scene, top: Known): readonly Known[] {
  const per = scene.claim.per ?? [];
  const unit = per.flatMap((word) => unitOfWord(word) ?? [])[0];
  const places = scene.shelf.at.get(`${top.key.programme ?? ''}|${top.key.period}`) ?? [];
  if (unit !== undefined && per.length === 1) {
    const other = keyText({ ...top.key, unit });
    return [
      closest(
        places.filter(({ key }) => keyText(key) === other),
        scene.page,
      ) ?? [],
    ].flat();
  }
  const events = places.filter(
    ({ key, page }) => page === top.page && key.unit === 'events' && key.aspect === 'value',
  );
  return events.length === 1 ? events : [];
}

export function meanOptions(scene: Scene): readonly Option[] {
  const { claim } = scene;
  const words = [...claim.words, ...(claim.per ?? [])];
  const stated = look(scene, { words, admits: sameSort(claim, ['mean']) });
  const typed = look(scene, {
    words,
    admits: (key, measure) =>
      measure?.overQuarters === 'none' && sameSort(claim, ['value'])(key, measure) && !countsOnly(key),
  });
  const known = [...stated, ...typed].map(
    ({ known: one, sure }): Option => ({ draft: sameDraft(scene, one, 'claim'), sure }),
  );
  if (known.length > 0 || claim.per === null) return known;
  return look(scene, { admits: countsOnly }).flatMap(({ known: top, sure }) => {
    const bottoms = perWhat(scene, top);
    return bottoms.map((bottom) => ({
      draft: ratioDraft(scene, 'average', top.cells, bottom.cells),
      sure: sure && bottoms.length === 1,
    }));
  });
}

export function targetOptions(scene: Scene): readonly Option[] {
  const words = scene.claim.words.filter((word) => word !== 'target');
  const year = scene.page.home.ref.period.slice(0, 7);
  const found = look(scene, {
    words,
    period: year,
    admits: (key) => key.aspect === 'target' && sameSort(scene.claim, ['target'])(key, undefined),
  });
  return found.map(({ known, sure }) => ({ draft: sameDraft(scene, known, 'target'), sure }));
}

export function ofTargetOptions(scene: Scene): readonly Option[] {
  const { claim, page } = scene;
  const words = claim.words.filter((word) => word !== 'target');
  const year = page.home.ref.period.slice(0, 7);
  const toDate = claim.period ?? page.home.ref.period.replace(' Q', ' YTD Q');
  const rates = look(scene, { words, period: toDate, admits: (key) => key.aspect === 'of-target' });
  const stated = rates.map(({ known, sure }) => ({ draft: sameDraft(scene, known), sure }));
  if (stated.length > 0) return stated;
  const targets = look(scene, {
    words,
    period: year,
    admits: (key) => key.aspect === 'target' && key.unit !== 'percent',
  });
  const values = look(scene, {
    words,
    period: toDate,
    admits: countsOnly,
  });
  return values.flatMap(({ known, sure }) =>
    targets
      .filter((target) => target.known.key.unit === known.key.unit)
      .map((target) => ({
        draft: ratioDraft(scene, 'claim', known.cells, target.known.cells),
        sure: sure && target.sure,
      })),
  );
}

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
