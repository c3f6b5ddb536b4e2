import { describe, expect, test } from 'vitest';
import { type Operation, operationSchema, parseOperation, parseStamp } from '#shared/operation/operation.ts';
import { DEFINITION } from '#test/db/sample.ts';

const sha256 = 'ab'.repeat(32);
const file = { name: 'Return.csv', sha256, size: 12 };
const read = {
  tableCodes: ['referrals'],
  hints: { period: '2031-32 Q1', memory: { eh: 'early' } },
  definition: 1,
  recogniser: 'r1',
};

/** One of every kind. A kind may be added; one that was saved once is never renamed. */
const EVERY: { readonly [K in Operation['kind']]: Extract<Operation, { kind: K }> } = {
  'create-board': { kind: 'create-board', definition: DEFINITION },
  'import-return': { kind: 'import-return', file, provider: 'team', period: '2031-32 Q1', ...read },
  'reread-return': { kind: 'reread-return', id: 3, ...read },
  'withdraw-return': { kind: 'withdraw-return', id: 3, why: 'Sent by mistake', reinstate: true },
  decide: {
    kind: 'decide',
    finding: 'f1',
    fingerprint: '15',
    verdict: { kind: 'accept', cell: 1, identity: 'i' },
    why: 'Asked',
  },
  'withdraw-decision': { kind: 'withdraw-decision', decision: 'd4', why: 'New figures' },
  'set-definition': { kind: 'set-definition', definition: DEFINITION },
  'set-memory': { kind: 'set-memory', provider: 'team', label: 'EH', code: null },
  'set-narrative': {
    kind: 'set-narrative',
    section: 's',
    period: '2031-32 Q1',
    text: [{ kind: 'text', text: 'Hello' }],
    reviewed: false,
  },
  'issue-pack': {
    kind: 'issue-pack',
    edition: 'public',
    period: '2031-32 Q1',
    files: [file],
    published: null,
  },
  'set-setting': { kind: 'set-setting', name: 'threshold', value: 5 },
};

describe('an operation', () => {
  test.each(Object.values(EVERY))('of kind $kind survives being written as JSON', (operation) => {
    expect(parseOperation(JSON.parse(JSON.stringify(operation)))).toEqual({ ok: true, value: operation });
  });

  test('is of a kind we chose', () => {
    expect(operationSchema.options.map((option) => option.unwrap().shape.kind.value)).toEqual(
      Object.keys(EVERY),
    );
  });

  test.each([
    [{ ...EVERY['import-return'], period: '2031-32' }, 'period must be a quarter such as 2020-21 Q1'],
    [
      { ...EVERY['import-return'], file: { ...file, sha256: 'x' } },
      'file.sha256 must be a SHA-256 in lower-case hexadecimal',
    ],
    [
      { ...EVERY['set-definition'], definition: { code: 'x' } },
      'definition must be a board definition with a code and a version',
    ],
  ])('is refused with the field that is wrong (%#)', (operation, why) => {
    expect(parseOperation(operation)).toEqual({ ok: false, why });
  });

  test.each([
    [{ kind: 'drop-everything' }],
    [{ ...EVERY['set-setting'], extra: 1 }],
    [{ ...EVERY['withdraw-return'], why: '  ' }],
    [{ ...EVERY.decide, verdict: { kind: 'value', value: Number.NaN, identity: 'i' } }],
    [null],
  ])('is refused where it is not one we know whole (%#)', (operation) => {
    expect(parseOperation(operation)).toMatchObject({ ok: false });
  });
});

test('a stamp needs a name and a real date and time', () => {
  expect(parseStamp({ at: '2031-07-20T10:11:12Z', by: 'A' })).toMatchObject({ ok: true });
  expect(parseStamp({ at: '20 July', by: 'A' })).toMatchObject({ ok: false });
  expect(parseStamp({ at: '2031-13-45T10:11:12Z', by: 'A' })).toMatchObject({ ok: false });
  expect(parseStamp({ at: '2031-07-20T10:11:12Z', by: ' ' })).toMatchObject({ ok: false });
});
