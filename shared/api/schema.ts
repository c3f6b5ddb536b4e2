/**
 * What every method accepts, checked at the door of the service and again in Electron's bridge.
 *
 * `schemas satisfies …` holds them to the contract: an argument that fits a schema fits its type.
 */
import { z } from 'zod';
import type { ApiMethod, Argument } from '#shared/api/api.ts';
import { houseSchema } from '#shared/house/house.ts';
import { inlineSchema } from '#shared/pack/inline.ts';
import { isoDate } from '#shared/period/date.ts';
import { parsePeriod } from '#shared/period/period.ts';

/** Longest path any of the systems takes. */
const PATH_LIMIT = 4096;
/** A return is a few hundred kilobytes; base64 of 64 MB is refused before it is decoded. */
const FILE_LIMIT = 90_000_000;

const none = z.null();
const words = z.string().trim().min(1).max(10_000);
const sentence = z.string().trim().min(1).max(2000);
const path = z
  .string()
  .min(1)
  .max(PATH_LIMIT)
  .refine((text) => !text.includes('\0'), 'must be a path');
const quarter = words.refine(
  (name) => parsePeriod(name)?.kind === 'quarter',
  'must be a quarter such as 2020-21 Q1',
);
const anyPeriod = quarter.nullable();
const id = z.string().min(1).max(200);
const number = z.int().nonnegative();
const passphrase = z.string().max(1000).nullable();
const edition = z.enum(['board', 'public']);
const formats = z.array(z.enum(['docx', 'pdf', 'pptx', 'xlsx', 'html'])).min(1);
const base64 = z
  .string()
  .max(FILE_LIMIT)
  .regex(/^[A-Za-z0-9+/]*={0,2}$/, 'must be base64');
const fileName = z
  .string()
  .min(1)
  .max(255)
  .regex(/^[^/\\\0]+$/, 'must be a file name without its folder');

const givenFile = z.strictObject({ name: fileName, bytes: base64 });

const verdict = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('accept'), cell: number }),
  z.strictObject({ kind: z.literal('value'), value: z.number(), cell: number.optional() }),
  z.strictObject({ kind: z.literal('dismiss') }),
]);

const correction = z.strictObject({
  provider: words.optional(),
  period: quarter.optional(),
  memory: z.record(words, words.nullable()).optional(),
});

const opening = z.strictObject({ path, passphrase });
const ids = z.strictObject({ ids: z.array(id) });
const ofPeriod = z.strictObject({ period: anyPeriod });

const packChoice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('issued'), id: number }),
  z.strictObject({ kind: z.literal('draft'), period: quarter, edition }),
]);
const twoPacks = z.strictObject({ from: packChoice, to: packChoice });

type Schemas = { readonly [M in ApiMethod]: z.ZodType<Argument<M>> };

export const schemas = {
  'service.cancel': z.strictObject({ task: z.enum(['import', 'accept', 'check', 'pack']) }),
  'disk.boards': none,
  'board.recent': none,
  'board.forgetRecent': z.strictObject({ path }),
  'board.create': opening,
  'board.open': opening,
  'board.sample': none,
  'board.info': none,
  'board.close': none,
  'board.saveCopy': z.strictObject({ path }),
  'board.download': none,
  'board.backups': none,
  'board.restore': z.strictObject({ path }),
  'board.passphrase': z.strictObject({ passphrase }),
  'board.undo': none,
  'board.redo': none,
  'board.history': none,
  'sample.place': none,
  'sample.waiting': none,
  'sample.stage': none,
  'quarter.summary': ofPeriod,
  'import.staged': none,
  'import.stage': z.strictObject({ files: z.array(givenFile) }),
  'import.correct': z.strictObject({ id, correction }),
  'import.accept': ids,
  'import.discard': ids,
  'import.memory': none,
  'import.forget': z.strictObject({ provider: words, label: words }),
  'return.list': none,
  'return.withdraw': z.strictObject({ id: number, why: words, reinstate: z.boolean() }),
  'return.view': z.strictObject({ id: number }),
  'return.file': z.strictObject({ id: number }),
  'finding.list': ofPeriod,
  'finding.sources': z.strictObject({ id }),
  'finding.decide': z.strictObject({ id, verdict, why: z.string().max(10_000) }),
  'finding.withdraw': z.strictObject({ decision: id, why: words }),
  'finding.queries': ofPeriod,
  'finding.queryFile': z.strictObject({ provider: words, period: anyPeriod }),
  'finding.answers': none,
  'finding.answer': z.strictObject({
    id,
    text: z.string().max(10_000),
    by: z.string().max(200),
    on: isoDate,
  }),
  'finding.queryFiles': z.strictObject({ provider: words, period: quarter }),
  'claim.list': ofPeriod,
  'claim.link': z.strictObject({ name: words, key: z.string().min(1).max(2000).nullable() }),
  'claim.forget': z.strictObject({ name: words }),
  'figure.list': ofPeriod,
  'figure.explain': z.strictObject({ key: z.string().min(1).max(2000) }),
  'pack.outline': z.strictObject({ period: quarter }),
  'pack.arrange': z.strictObject({
    sections: z.array(z.strictObject({ code: words, on: z.boolean() })),
  }),
  'pack.document': z.strictObject({ period: quarter, edition }),
  'pack.preview': z.strictObject({
    period: quarter,
    edition,
    from: z.int().positive(),
    count: z.int().min(1).max(12),
    section: words.nullable().optional(),
  }),
  'pack.certificate': z.strictObject({ period: quarter }),
  'pack.narrative': z.strictObject({ period: quarter }),
  'pack.narrate': z.strictObject({
    period: quarter,
    section: words,
    paragraphs: z.array(z.array(inlineSchema)),
    reviewed: z.boolean(),
  }),
  'pack.suggestions': z.strictObject({ period: quarter, section: words }),
  'pack.typed': z.strictObject({ period: quarter }),
  'pack.signoffs': z.strictObject({ period: quarter }),
  'pack.assign': z.strictObject({ period: quarter, code: words, officer: z.string().trim().max(200) }),
  'pack.clear': z.strictObject({
    period: quarter,
    code: words,
    cleared: z.strictObject({ by: words, on: isoDate }).nullable(),
  }),
  'pack.answers': z.strictObject({ period: quarter }),
  'pack.front': z.strictObject({
    period: quarter,
    answers: z.record(words, z.string().max(10_000)),
    meeting: isoDate.nullable(),
  }),
  'pack.export': z.strictObject({ period: quarter, edition, formats, section: words.nullable() }),
  'pack.evidence': z.strictObject({ period: quarter }),
  'pack.issue': z.strictObject({ period: quarter, edition, formats, override: z.string().nullable() }),
  'pack.issued': none,
  'pack.issuedFile': z.strictObject({ id: number, name: fileName }),
  'pack.verify': z.strictObject({ id: number }),
  'pack.compare': twoPacks,
  'pack.compareFile': twoPacks,
  'action.list': z.strictObject({ period: quarter }),
  'action.put': z.strictObject({
    period: quarter,
    id: id.nullable(),
    programme: words.nullable(),
    text: sentence,
    owner: sentence,
    due: isoDate,
  }),
  'action.tell': z.strictObject({ period: quarter, id, text: sentence.nullable(), closed: z.boolean() }),
  'action.remove': z.strictObject({ id }),
  'house.get': none,
  'house.set': z.strictObject({ house: houseSchema.nullable() }),
  'house.logo': z.strictObject({ file: givenFile, alt: words.max(200), everyPage: z.boolean() }),
  'house.template': z.strictObject({ file: givenFile }),
  'house.preview': z.strictObject({ house: houseSchema }),
  'review.send': z.strictObject({ period: quarter, passphrase: z.string().max(1000) }),
  'review.merge': z.strictObject({ file: givenFile, passphrase }),
  'review.comments': ofPeriod,
  'review.resolve': z.strictObject({ id, resolved: z.boolean() }),
  'review.copy': none,
  'review.pages': z.strictObject({ section: words.max(200) }),
  'review.comment': z.strictObject({
    id: id.nullable(),
    section: words.max(200),
    figure: z.string().max(2000).nullable(),
    about: z.string().max(1000),
    text: words,
    by: z.string().max(200),
  }),
  'review.remove': z.strictObject({ id }),
  'exempt.list': z.strictObject({ period: quarter }),
  'exempt.add': z.strictObject({
    period: quarter,
    title: words.max(200).nullable(),
    reason: z.string().regex(/^[1-7](?:, [1-7])*$/, 'must be a paragraph of Schedule 12A'),
    file: givenFile,
  }),
  'exempt.settle': z.strictObject({
    id,
    hits: z.array(z.string().max(2000)),
    as: z.enum(['accept', 'mask']).nullable(),
  }),
  'exempt.include': z.strictObject({ id }),
  'exempt.remove': z.strictObject({ id }),
  'definition.get': none,
  'definition.set': z.strictObject({ definition: z.unknown() }),
} satisfies Schemas;

/** Every method, in the order of the contract. */
export const methods = Object.keys(schemas) as readonly ApiMethod[];

export function isMethod(name: string): name is ApiMethod {
  return Object.hasOwn(schemas, name);
}

export type ParsedArgument<M extends ApiMethod> =
  | { readonly ok: true; readonly value: Argument<M> }
  | { readonly ok: false; readonly why: string };

/** Checks an argument from outside; `why` names the field: "files.0.bytes must be base64". */
export function parseArgument<M extends ApiMethod>(method: M, argument: unknown): ParsedArgument<M> {
  const schema = schemas[method] as z.ZodType<Argument<M>>;
  const result = schema.safeParse(argument);
  if (result.success) return { ok: true, value: result.data };
  const why = result.error.issues.map((issue) => `${issue.path.join('.') || 'it'} ${issue.message}`);
  return { ok: false, why: why.join('; ') };
}
