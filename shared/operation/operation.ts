/**
 * Operations: every change to a board, as plain JSON with a `kind` we chose and will keep.
 *
 * `{ kind: 'withdraw-return', id: 12, why: 'Sent by mistake', reinstate: true }`. The store validates one
 * with `parseOperation`, works out what it changes, applies that and keeps both in its history. Bytes and
 * assertions travel beside an operation, not in it: it names a file by its SHA-256.
 */
import { z } from 'zod';
import type { BoardDefinition } from '#shared/definition/definition.ts';
import { isJson, type Json } from '#shared/operation/json.ts';
import { parsePeriod } from '#shared/period/period.ts';

const words = z.string().trim().min(1);
const json = z.custom<Json>(isJson, 'must be plain data that can be written as JSON');
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in lower-case hexadecimal');
const id = z.int().positive();
const period = words.refine((name) => parsePeriod(name) !== null, 'must be a period such as 2020-21 Q1');
const quarter = words.refine(
  (name) => parsePeriod(name)?.kind === 'quarter',
  'must be a quarter such as 2020-21 Q1',
);
const file = z.strictObject({ name: words, sha256, size: z.int().nonnegative() }).readonly();

/** The store keeps any definition that names itself; `shared/definition/schema.ts` says whether it is sound. */
const definition = z.custom<BoardDefinition>((value) => {
  const named = z.looseObject({ code: words, version: id }).safeParse(value);
  return named.success;
}, 'must be a board definition with a code and a version');

const hints = z
  .strictObject({
    provider: words.optional(),
    period: words.optional(),
    memory: z.record(z.string(), z.string()).readonly().optional(),
  })
  .readonly();

const verdict = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('accept'), cell: z.int().nonnegative(), identity: words }).readonly(),
  z.strictObject({ kind: z.literal('value'), value: z.number(), identity: words }).readonly(),
  z.strictObject({ kind: z.literal('dismiss') }).readonly(),
]);

/** How a file was read: under which definition, by which version of the program's recognition. */
const readBy = { definition: id, recogniser: words };

export const operationSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('create-board'), definition }).readonly(),
  z
    .strictObject({
      kind: z.literal('import-return'),
      file,
      provider: words,
      period: quarter,
      tableCodes: z.array(words).readonly(),
      hints,
      ...readBy,
    })
    .readonly(),
  z
    .strictObject({
      kind: z.literal('reread-return'),
      id,
      tableCodes: z.array(words).readonly(),
      hints,
      ...readBy,
    })
    .readonly(),
  z.strictObject({ kind: z.literal('withdraw-return'), id, why: words, reinstate: z.boolean() }).readonly(),
  z
    .strictObject({
      kind: z.literal('decide'),
      finding: words,
      fingerprint: z.string(),
      verdict,
      why: words,
      /** The finding's title, for the history. */
      title: words.optional(),
    })
    .readonly(),
  z
    .strictObject({
      kind: z.literal('withdraw-decision'),
      decision: words,
      why: words,
      title: words.optional(),
    })
    .readonly(),
  z.strictObject({ kind: z.literal('set-definition'), definition }).readonly(),
  z
    .strictObject({ kind: z.literal('set-memory'), provider: words, label: words, code: words.nullable() })
    .readonly(),
  z
    .strictObject({
      kind: z.literal('set-narrative'),
      section: words,
      period,
      text: json,
      reviewed: z.boolean(),
    })
    .readonly(),
  z
    .strictObject({
      kind: z.literal('issue-pack'),
      edition: z.enum(['board', 'public']),
      period,
      files: z.array(file).min(1).readonly(),
      /** What the edition published, for protecting the next one; the caller's own shape. */
      published: json,
    })
    .readonly(),
  z.strictObject({ kind: z.literal('set-setting'), name: words, value: json }).readonly(),
]);

/** One change to a board. `null` as the text, code or value of a `set-…` takes the entry away. */
export type Operation = z.infer<typeof operationSchema>;
export type OperationKind = Operation['kind'];
export type OperationOf<K extends OperationKind> = Extract<Operation, { kind: K }>;

/** Who makes a change and when: ISO date and time, given by the caller. */
export interface Stamp {
  readonly at: string;
  readonly by: string;
}

export const stampSchema = z.strictObject({
  at: words.refine(
    (at) => /^\d{4}-\d{2}-\d{2}T/.test(at) && !Number.isNaN(Date.parse(at)),
    'must be an ISO date and time',
  ),
  by: words,
});

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: string };

/** Validates an operation; `why` names the field: "file.sha256 must be a SHA-256 in lower-case hexadecimal". */
export function parseOperation(value: unknown): Parsed<Operation> {
  return parsed(operationSchema.safeParse(value));
}

export function parseStamp(value: unknown): Parsed<Stamp> {
  return parsed(stampSchema.safeParse(value));
}

function parsed<T>(result: z.ZodSafeParseResult<T>): Parsed<T> {
  if (result.success) return { ok: true, value: result.data };
  const why = result.error.issues.map((issue) => `${issue.path.join('.') || 'it'} ${issue.message}`);
  return { ok: false, why: why.join('; ') };
}
