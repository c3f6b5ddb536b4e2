/**
 * What differs between two packs: figures with the reason they changed, findings settled and opened, words, and
 * the sections, tables and charts that came or went.
 */

import { type FigureChange, figureChanges } from '#shared/comparison/figures.ts';
import type { Compared, PackRecord } from '#shared/comparison/record.ts';
import { type WordsChange, wordsChanged } from '#shared/comparison/words.ts';
import type { BoardDefinition } from '#shared/definition/definition.ts';
import type { Severity } from '#shared/finding/finding.ts';

export interface FindingChange {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  /** How it was settled, in words; empty for one that opened. */
  readonly how: string;
}

export interface TextChange extends WordsChange {
  readonly section: string;
}

export interface PartChange {
  readonly part: 'section' | 'table' | 'chart';
  readonly kind: 'added' | 'gone';
  readonly section: string;
  readonly name: string;
}

export interface PackDifference {
  /** Figures of the same quarter that read differently. */
  readonly figures: readonly FigureChange[];
  /** Where the packs are of two quarters: the later one's own figures beside the earlier one's own. */
  readonly quarters: readonly FigureChange[];
  readonly settled: readonly FindingChange[];
  readonly opened: readonly FindingChange[];
  readonly texts: readonly TextChange[];
  readonly parts: readonly PartChange[];
  /** What could not be compared, and why. */
  readonly notes: readonly string[];
}

export function differenceBetween(from: Compared, to: Compared, definition: BoardDefinition): PackDifference {
  const figures = figureChanges(from, to, definition);
  const [then, now] = [from.record, to.record];
  if (!then || !now) {
    const notes = [
      'One of the two was issued before its words and findings were kept, so only figures are compared.',
    ];
    return { ...figures, settled: [], opened: [], texts: [], parts: [], notes };
  }
  const notes =
    from.edition === to.edition
      ? []
      : ['One is the board edition and one the public edition: the public one withholds small numbers.'];
  return {
    ...figures,
    settled: settledBetween(then, now),
    opened: openedBetween(then, now),
    texts: textsChanged(then, now),
    parts: partsChanged(from, to, then, now),
    notes,
  };
}

type FindingRecord = PackRecord['findings'][number];

const isOpen = (finding: FindingRecord): boolean => finding.status === 'open' || finding.status === 'review';

function settledBetween(then: PackRecord, now: PackRecord): readonly FindingChange[] {
  const later = new Map(now.findings.map((finding) => [finding.id, finding]));
  return then.findings.filter(isOpen).flatMap(({ id, title, severity }) => {
    const after = later.get(id);
    if (after && isOpen(after)) return [];
    const settled = after?.status === 'dismissed' ? 'Explained' : 'Decided';
    const how = after ? `${settled}: ${after.why ?? 'no reason kept'}` : 'It no longer arises.';
    return [{ id, title, severity, how }];
  });
}

function openedBetween(then: PackRecord, now: PackRecord): readonly FindingChange[] {
  const open = new Set(then.findings.filter(isOpen).map(({ id }) => id));
  return now.findings
    .filter((finding) => isOpen(finding) && !open.has(finding.id))
    .map(({ id, title, severity }) => ({ id, title, severity, how: '' }));
}

function textsChanged(then: PackRecord, now: PackRecord): readonly TextChange[] {
  return bothSections(then, now).flatMap(({ title, from, to }) =>
    wordsChanged(from?.texts ?? [], to?.texts ?? []).map((change) => ({ section: title, ...change })),
  );
}

interface SectionPair {
  readonly title: string;
  readonly from: PackRecord['sections'][number] | undefined;
  readonly to: PackRecord['sections'][number] | undefined;
}

/** In the order of the later pack, then those that went. */
function bothSections(then: PackRecord, now: PackRecord): readonly SectionPair[] {
  const codes = [...new Set([...now.sections, ...then.sections].map(({ code }) => code))];
  return codes.map((code) => {
    const from = then.sections.find((one) => one.code === code);
    const to = now.sections.find((one) => one.code === code);
    return { title: (to ?? from)?.title ?? code, from, to };
  });
}

/** Captions that name their own quarter are the same table a quarter later. */
function partsChanged(
  from: Compared,
  to: Compared,
  then: PackRecord,
  now: PackRecord,
): readonly PartChange[] {
  const named = (captions: readonly string[] | undefined, period: string) =>
    (captions ?? []).map((name) => ({ name, plain: from.period === to.period ? name : bare(name, period) }));
  return bothSections(then, now).flatMap((pair): readonly PartChange[] => {
    const whole = pair.from && pair.to ? [] : [sectionChange(pair)];
    const parts = (['table', 'chart'] as const).flatMap((part) => {
      const old = named(pair.from?.[`${part}s`], from.period);
      const fresh = named(pair.to?.[`${part}s`], to.period);
      const gone = old.filter((one) => !fresh.some(({ plain }) => plain === one.plain));
      const added = fresh.filter((one) => !old.some(({ plain }) => plain === one.plain));
      const told = (kind: 'gone' | 'added') =>
        (kind === 'gone' ? gone : added).map(({ name }) => ({ part, kind, section: pair.title, name }));
      return [...told('gone'), ...told('added')];
    });
    return [...whole, ...parts];
  });
}

function bare(caption: string, period: string): string {
  return caption.replaceAll(period, '').replace(/\b\d{4}-\d{2} Q[1-4]\b/g, '');
}

function sectionChange({ title, to }: SectionPair): PartChange {
  return { part: 'section', kind: to ? 'added' : 'gone', section: title, name: title };
}
