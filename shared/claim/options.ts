/** What each form of claim may be held to. */
import { keyText, type QuantityKey } from '#shared/assertion/assertion.ts';
import type { Option } from '#shared/claim/choose.ts';
import type { Known } from '#shared/claim/link.ts';
import { closest, look, type Scene, sameSort } from '#shared/claim/scene.ts';
import { wholesOf } from '#shared/claim/whole.ts';
import { unitOfWord } from '#shared/claim/words.ts';
import type { Cell } from '#shared/relation/book.ts';
import { type Draft, sumBody, terms } from '#shared/relation/draft.ts';
import { cellLabel, listed } from '#shared/relation/label.ts';
import type { RelationKind } from '#shared/relation/relation.ts';

export function named(cells: readonly Cell[]): string {
  return listed(cells.map(cellLabel));
}

/** The text says what the cells say. */
export function sameDraft(scene: Scene, { cells }: Known, kind: RelationKind = 'claim'): Draft {
  return {
    rule: 'claim.same',
    kind,
    label: `${scene.claim.label} (text) is ${named(cells)}`,
    body: sumBody([scene.cell], cells),
    cells: [scene.cell, ...cells],
  };
}

export function ratioDraft(
  scene: Scene,
  kind: RelationKind,
  top: readonly Cell[],
  bottom: readonly Cell[],
): Draft {
  return {
    rule: `claim.${kind === 'claim' ? 'share' : kind}`,
    kind,
    label: `${scene.claim.label} (text) = ${named(top)} ÷ ${named(bottom)}`,
    body: { shape: 'ratio', result: scene.cell.id, numerator: terms(top), denominator: terms(bottom) },
    cells: [scene.cell, ...top, ...bottom],
  };
}

/** What a person has said a statement speaks of: the nearest place that states it. */
export function linkedOptions(scene: Scene, key: QuantityKey): readonly Option[] {
  const text = keyText(key);
  const places = (scene.shelf.at.get(`${key.programme ?? ''}|${key.period}`) ?? []).filter(
    (one) => keyText(one.key) === text,
  );
  const known = closest(places, scene.page);
  return known ? [{ draft: sameDraft(scene, known), sure: true }] : [];
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
export function totalsOf(scene: Scene, { key }: Known): readonly Known[] {
  return Object.keys(key.dims).flatMap((set) => {
    const { [set]: _, ...dims } = key.dims;
    const total = keyText({ ...key, dims });
    const places = (scene.shelf.at.get(`${key.programme ?? ''}|${key.period}`) ?? []).filter(
      (one) => keyText(one.key) === total,
    );
    return closest(places, scene.page) ?? [];
  });
}

export function countsOnly(key: QuantityKey): boolean {
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

/** So many of a whole the board knows, the count beside it (`6 (35%)`) or unknown (GRIM, Brown & Heathers 2017). */
function partOptions(scene: Scene): readonly Option[] {
  const wholes = wholesOf(scene);
  const count =
    scene.beside.find(
      ({ claim }) => claim.form === 'level' && claim.quantity.whole && claim.quantity.unit === null,
    ) ?? scene.twin;
  return wholes.flatMap(({ known, sure }): readonly Option[] => {
    const [whole] = known.cells;
    const possible: readonly Option[] =
      whole && known.cells.length === 1 && sure && wholes.length === 1
        ? [{ draft: possibleDraft(scene, whole), sure: !count }]
        : [];
    if (!count) return possible;
    return [{ draft: ratioDraft(scene, 'claim', [count.cell], known.cells), sure: false }, ...possible];
  });
}

function possibleDraft(scene: Scene, whole: Cell): Draft {
  return {
    rule: 'claim.possible',
    kind: 'claim',
    label: `${scene.claim.label} (text) can be a share of ${cellLabel(whole)}, a whole number`,
    body: { shape: 'possible', result: scene.cell.id, denominator: whole.id },
    cells: [scene.cell, whole],
  };
}

export function shareOptions(scene: Scene): readonly Option[] {
  const rates = rateOptions(scene);
  return rates.some(({ sure }) => sure) ? rates : [...rates, ...partOptions(scene)];
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
