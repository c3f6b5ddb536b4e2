/** The shapes of a board definition's parts, as zod schemas. References between parts: see `references.ts`. */
import { z } from 'zod';
import { UNITS } from '#shared/quantity/quantity.ts';

const text = z.string().min(1);
const texts = z.array(z.string());
const code = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use small letters, digits and hyphens');

const unit = z.enum(UNITS);
const aspect = z.enum(['value', 'target', 'share', 'of-target', 'mean', 'change']);
const period = z.enum(['quarter', 'previous-quarter', 'year', 'previous-year', 'ytd', 'to-date']);
const dims = z.record(z.string(), z.string());

const facets = z.strictObject({
  measure: code.optional(),
  programme: code.optional(),
  period: period.optional(),
  at: text.optional(),
  aspect: aspect.optional(),
  unit: unit.optional(),
  dims: dims.optional(),
});

const programme = z.strictObject({
  code,
  name: text,
  aliases: texts,
  partOf: code.nullable(),
  about: text.optional(),
});

const provider = z.strictObject({
  code,
  name: text,
  aliases: texts,
  programmes: z.array(code),
  returns: z.array(code),
  compiles: z.boolean(),
});

const measure = z.strictObject({
  code,
  name: text,
  aliases: texts,
  unit,
  direction: z.enum(['up', 'down', 'neither']),
  overQuarters: z.enum(['sum', 'last', 'none']),
  overProgrammes: z.enum(['sum', 'none']),
  counts: z.partialRecord(unit, unit).optional(),
  breaks: z.array(z.strictObject({ from: text, why: text })).optional(),
});

const category = z.strictObject({
  code,
  name: text,
  aliases: texts,
  partOf: code.nullable(),
  severity: z.number().min(0).max(100).optional(),
  unknown: z.boolean().optional(),
});
const set = z.strictObject({ code, name: text, members: z.array(category) });

const item = z.strictObject({
  label: z.string(),
  aliases: texts,
  facets,
  share: facets.optional(),
  second: facets.optional(),
  below: z.array(code).optional(),
  unsure: z.array(aspect).optional(),
  aside: z.boolean().optional(),
});

const axis = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('set'),
    set: code,
    facets: facets.optional(),
    below: z.array(code).optional(),
  }),
  z.strictObject({
    kind: z.enum(['months', 'quarters', 'years', 'programmes', 'providers', 'cases', 'words']),
  }),
  z.strictObject({ kind: z.literal('items'), items: z.array(item) }),
]);

const table = z.strictObject({
  code,
  title: text,
  providers: z.array(code),
  captions: z.array(text),
  facets,
  rows: z.array(axis),
  columns: z.array(axis),
  share: facets.optional(),
  second: facets.optional(),
});

const term = z.strictObject({
  measure: code,
  aspect: aspect.optional(),
  unit: unit.optional(),
  programme: code.optional(),
  dims: dims.optional(),
  factor: z.number().optional(),
});

const identity = z.strictObject({
  code,
  label: text,
  why: text,
  result: term,
  terms: z.array(term).min(1),
  over: z.array(term).optional(),
  programmes: z.array(code).optional(),
});

const target = z.strictObject({
  measure: code,
  programme: code.nullable(),
  year: z.string().regex(/^\d{4}-\d{2}$/, 'Write a year as 2020-21'),
  value: z.number(),
});

/** Thresholds and bases as official statistics use them; the symbol must not look like a number. */
const smallNumber = z.strictObject({
  threshold: z.literal([4, 5, 7, 9], { error: 'Choose 4, 5, 7 or 9.' }),
  symbol: z.string().regex(/^\D+$/, { error: 'Give a sign that holds no digit, such as c.' }),
  rounding: z.literal([5, 10]).nullish(),
});

const chartBasics = { title: text, measure: code, programmes: z.array(code) };

const chart = z.union([
  z.strictObject({
    kind: z.literal('trend').optional(),
    ...chartBasics,
    unit: unit.optional(),
    comparators: z.array(code).optional(),
  }),
  z.strictObject({ kind: z.literal('categories'), ...chartBasics, set: code, unit: unit.optional() }),
  z.strictObject({ kind: z.literal('before-after'), ...chartBasics, set: code, before: code, after: code }),
  z.strictObject({
    kind: z.literal('representation'),
    ...chartBasics,
    set: code,
    unit: unit.optional(),
    comparators: z.array(code).min(1),
  }),
]);

const section = z.strictObject({
  code,
  title: text,
  programmes: z.array(code),
  tables: z.array(code),
  charts: z.array(chart),
  text: texts.optional(),
  listsProgrammes: z.boolean().optional(),
  questions: z.array(z.strictObject({ code, heading: text, officer: text })).optional(),
  appendix: z.boolean(),
  exempt: text.nullable(),
});

/** A whole definition. Unknown fields are refused, so that a misspelt one is noticed. */
export const definitionShape = z.strictObject({
  code,
  version: z.int().min(1),
  council: text,
  board: text,
  front: z
    .array(z.strictObject({ label: text, value: z.string(), afresh: z.boolean().optional() }))
    .optional(),
  programmes: z.array(programme),
  providers: z.array(provider),
  measures: z.array(measure),
  sets: z.array(set),
  tables: z.array(table),
  identities: z.array(identity),
  targets: z.array(target),
  sections: z.array(section),
  glossary: z.array(z.strictObject({ term: text, meaning: text })),
  smallNumber,
  returnsDueAfterDays: z.int().min(0),
});
