/**
 * What is kept of a pack when it is issued, so that it can be compared with any other later: what it said,
 * figure by figure and paragraph by paragraph, and what that rested on.
 */
import { z } from 'zod';
import { keyText } from '#shared/assertion/assertion.ts';
import type { SettledFinding } from '#shared/decision/apply.ts';
import type { Decision } from '#shared/decision/decision.ts';
import type { Figure } from '#shared/figure/figure.ts';
import type { UnderstoodReturn } from '#shared/meaning/understood.ts';
import type { Block, Pack, PackSectionDoc } from '#shared/pack/document.ts';
import { plainText } from '#shared/pack/number.ts';
import { publishedFigures } from '#shared/pack/published.ts';

const words = z.array(z.string()).readonly();

const sectionSchema = z
  .object({ code: z.string(), title: z.string(), texts: words, tables: words, charts: words })
  .readonly();

const fileSchema = z
  .object({
    name: z.string(),
    sha256: z.string(),
    provider: z.string(),
    period: z.string(),
    version: z.number(),
  })
  .readonly();

export const recordSchema = z
  .object({
    title: z.string(),
    sections: z.array(sectionSchema).readonly(),
    files: z.array(fileSchema).readonly(),
    /** By key of a figure: places of its files in `files`, ids of its decisions. */
    basis: z.record(
      z.string(),
      z.object({ files: z.array(z.number()).readonly(), decisions: words }).readonly(),
    ),
    findings: z
      .array(
        z
          .object({
            id: z.string(),
            title: z.string(),
            severity: z.enum(['high', 'medium', 'low']),
            status: z.enum(['open', 'decided', 'dismissed', 'review']),
            why: z.string().nullable(),
          })
          .readonly(),
      )
      .readonly(),
    decisions: z.array(z.object({ id: z.string(), why: z.string(), by: z.string() }).readonly()).readonly(),
  })
  .readonly();

export type PackRecord = z.infer<typeof recordSchema>;
export type SectionRecord = z.infer<typeof sectionSchema>;

/** A pack to compare: its figures as printed, by key, and its record where one was kept. */
export interface Compared {
  readonly period: string;
  readonly edition: 'board' | 'public';
  readonly figures: Readonly<Record<string, string>>;
  readonly record: PackRecord | null;
}

export interface RecordInput {
  readonly figures: readonly Figure[];
  readonly returns: readonly UnderstoodReturn[];
  readonly findings: readonly SettledFinding[];
  readonly decisions: readonly Decision[];
}

/** `input` is of the whole board: a finding settled between two packs need not be of either's quarter. */
export function recordOf(pack: Pack, input: RecordInput): PackRecord {
  const files = input.returns.map(({ file, ref: { sha256, provider, period, version } }) => {
    return { name: file, sha256, provider, period, version };
  });
  return {
    title: pack.title,
    sections: [frontRecord(pack), ...pack.sections.map(sectionRecord)],
    files,
    basis: basisOf(pack, input, new Map(files.map(({ sha256 }, at) => [sha256, at]))),
    findings: input.findings.map(({ id, title, severity, status, decision }) => {
      return { id, title, severity, status, why: decision?.why ?? null };
    }),
    decisions: input.decisions.filter((d) => !d.withdrawn).map(({ id, why, by }) => ({ id, why, by })),
  };
}

export function comparedOf(pack: Pack, input: RecordInput): Compared {
  const { period, edition } = pack;
  return { period, edition, figures: publishedFigures(pack), record: recordOf(pack, input) };
}

function basisOf(
  pack: Pack,
  { figures, returns }: RecordInput,
  places: ReadonlyMap<string, number>,
): PackRecord['basis'] {
  const shown = publishedFigures(pack);
  const all = returns.flatMap((r) => r.tables.flatMap((t) => t.assertions));
  const shaOf = new Map(all.map(({ id, from }) => [id, from.sha256]));
  return Object.fromEntries(
    figures.flatMap(({ key, assertions, decisions }) => {
      const name = keyText(key);
      if (shown[name] === undefined) return [];
      const found = assertions.flatMap((id) => places.get(shaOf.get(id) ?? '') ?? []);
      return [[name, { files: [...new Set(found)].sort((a, b) => a - b), decisions }]];
    }),
  );
}

function frontRecord({ front }: Pack): SectionRecord {
  const texts = front.map(({ label, value }) => `${label}: ${value}`);
  return { code: 'front', title: 'Front page', texts, tables: [], charts: [] };
}

function sectionRecord({ code, title, blocks }: PackSectionDoc): SectionRecord {
  return {
    code,
    title,
    texts: blocks.flatMap(textsOf).filter((text) => text.trim() !== ''),
    tables: blocks.flatMap((block) => (block.kind === 'table' ? [block.caption] : [])),
    charts: blocks.flatMap((block) => (block.kind === 'chart' ? [block.caption] : [])),
  };
}

function textsOf(block: Block): readonly string[] {
  if (block.kind === 'paragraph') return [plainText(block.inlines)];
  if (block.kind === 'bullets') return block.items.map(plainText);
  return block.kind === 'heading' ? [block.text] : [];
}
