import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyDecisions } from '#shared/decision/apply.ts';
import { decide } from '#shared/decision/decide.ts';
import type { Decision } from '#shared/decision/decision.ts';
import type { Finding } from '#shared/finding/finding.ts';

const WHY = 'The service counts three siblings as one referral, which is the gap of 2.';
const AT = '2020-07-20T10:00:00Z';

function aFinding(id: string, fingerprint = 'f'): Finding {
  const ref = { file: 'a.docx', sheet: 'Table 1', cell: 'B2', text: '15' };
  return {
    ...{ id, kind: 'total', severity: 'high', provider: 'fgc', period: '2020-21 Q1', title: '', message: '' },
    cells: [
      { ref: { ...ref, cell: 'A2', text: 'EH' }, assertion: null, label: 'EH' },
      { ref, assertion: 'x', identity: 'id-x', label: 'EH, Total' },
    ],
    ...{
      stated: '15',
      expected: '9',
      suspect: 1,
      alternatives: [],
      suggestion: null,
      proposal: null,
      arithmetic: [],
    },
    ...{ relations: [], fingerprint },
  } as Finding;
}

const ask = (
  verdict: Parameters<typeof decide>[0]['verdict'],
  more: Partial<Parameters<typeof decide>[0]> = {},
) => decide({ finding: aFinding('F'), verdict, why: WHY, by: 'A. Secretary', at: AT, ...more });

describe('deciding', () => {
  test('accepting a cell keeps its identity and the fingerprint it was decided on', () => {
    expect(ask({ kind: 'accept', cell: 1 })).toEqual({
      ok: true,
      decision: {
        id: expect.stringMatching(/^[0-9a-f]{16}$/),
        finding: 'F',
        fingerprint: 'f',
        verdict: { kind: 'accept', cell: 1, identity: 'id-x' },
        why: WHY,
        by: 'A. Secretary',
        at: AT,
        withdrawn: false,
      },
    });
  });

  test('a value is for the suspect unless another cell is named', () => {
    expect(ask({ kind: 'value', value: 9 })).toMatchObject({
      decision: { verdict: { identity: 'id-x', value: 9 } },
    });
  });

  test('the same decision has the same id, another has another', () => {
    const id = (result: ReturnType<typeof decide>) => (result.ok ? result.decision.id : null);
    expect(id(ask({ kind: 'dismiss' }))).toBe(id(ask({ kind: 'dismiss' })));
    expect(id(ask({ kind: 'dismiss' }))).not.toBe(id(ask({ kind: 'value', value: 9 })));
  });

  test.each([
    [{ kind: 'accept', cell: 0 } as const, {}, /holds no figure/],
    [{ kind: 'accept', cell: 2 } as const, {}, /There is no cell 3: this finding has cells 1 to 2/],
    [{ kind: 'accept', cell: -1 } as const, {}, /There is no cell 0/],
    [{ kind: 'accept', cell: 0.5 } as const, {}, /There is no cell/],
    [{ kind: 'value', value: Number.NaN } as const, {}, /must be a number/],
    [{ kind: 'value', value: 3, cell: 0 } as const, {}, /holds no figure/],
    [{ kind: 'dismiss' } as const, { why: 'OK' }, /does not say why/],
    [{ kind: 'dismiss' } as const, { by: ' ' }, /kept with a name/],
    [{ kind: 'dismiss' } as const, { at: 'yesterday' }, /not a date/],
    [
      { kind: 'accept', cell: 1 } as const,
      { finding: { ...aFinding('F'), cells: [] } },
      /not about a figure/,
    ],
  ])('%j with %j is refused', (verdict, more, message) => {
    const result = ask(verdict, more);
    expect(result.ok ? 'accepted' : result.message).toMatch(message);
  });
});

const decision = (finding: string, more: Partial<Decision> = {}): Decision => ({
  ...{
    id: 'd',
    finding,
    fingerprint: 'f',
    verdict: { kind: 'dismiss' },
    why: WHY,
    by: 'B',
    at: AT,
    withdrawn: false,
  },
  ...more,
});

describe('applying decisions', () => {
  const statusAfter = (...decisions: Decision[]) => applyDecisions([aFinding('F')], decisions)[0]?.status;

  test('without decisions a finding is open', () => {
    expect(statusAfter()).toBe('open');
  });

  test('a dismissal dismisses, a correction decides', () => {
    expect(statusAfter(decision('F'))).toBe('dismissed');
    expect(statusAfter(decision('F', { verdict: { kind: 'value', value: 9, identity: 'id-x' } }))).toBe(
      'decided',
    );
  });

  test('other texts than were decided on bring it back for review', () => {
    expect(statusAfter(decision('F', { fingerprint: 'older' }))).toBe('review');
  });

  test('a withdrawn decision is as if it had not been taken', () => {
    expect(statusAfter(decision('F', { withdrawn: true }))).toBe('open');
  });

  test('of several the latest counts, of equal times the one stored last', () => {
    const accept = { verdict: { kind: 'value', value: 9, identity: 'id-x' } } as const;
    const later = decision('F', { ...accept, at: '2020-07-21T10:00:00+01:00' });
    expect(statusAfter(later, decision('F'))).toBe('decided');
    expect(statusAfter(decision('F', accept), decision('F'))).toBe('dismissed');
  });

  test('a decision changes no finding but its own, and none is lost', () => {
    const ids = fc.constantFrom('A', 'B', 'C', 'D');
    const anyDecision = fc
      .record({ finding: ids, fingerprint: fc.constantFrom('f', 'g'), withdrawn: fc.boolean() })
      .map((more) => decision(more.finding, more));
    fc.assert(
      fc.property(fc.uniqueArray(ids), fc.array(anyDecision), anyDecision, (present, taken, next) => {
        const findings = present.map((id) => aFinding(id));
        const before = applyDecisions(findings, taken);
        const after = applyDecisions(findings, [...taken, next]);
        expect(after.map(({ id }) => id)).toEqual(present);
        expect(after.filter(({ id }) => id !== next.finding)).toEqual(
          before.filter(({ id }) => id !== next.finding),
        );
      }),
    );
  });
});
