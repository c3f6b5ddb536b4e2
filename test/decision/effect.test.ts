/** What a decision does to the findings of any board: it settles its own and leaves all others as they are. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyDecisions } from '#shared/decision/apply.ts';
import { type Choice, decide } from '#shared/decision/decide.ts';
import { checkBoard } from '#shared/finding/check.ts';
import { definition, sources, table, visits, withText } from '#test/claim/build.ts';
import { aReturn, type TableSketch } from '#test/finding/build.ts';

const WHY = 'The service counts three siblings placed together as one referral, a difference of 2.';
const NOW = { by: 'Somebody', at: '2020-07-20T10:00:00Z' };

function withCell(sketch: TableSketch, row: number, col: number, text: string): TableSketch {
  const lines = sketch.lines.map((line, r) => line.map((cell, c) => (r === row && c === col ? text : cell)));
  return { ...sketch, lines };
}

const texts = fc.subarray([
  'Alpha had 48 families starting in the quarter.',
  'Alpha starts: 24% increase on last quarter',
  'Home visits saw a drop of 43% (15 to 7)',
  'Alpha starts from school: 21%',
  'Alpha visits made: 8',
]);

const board = fc.record({ texts, school: fc.nat(60), visits: fc.nat(20), other: fc.nat(60) }).map((made) => {
  const own = [
    withCell(sources, 1, 1, String(made.school)),
    withCell(visits, 1, 1, String(made.visits)),
    table,
  ];
  const others = [withCell(table, 1, 1, String(made.other))];
  return [
    withText(aReturn({ tables: own }), made.texts),
    aReturn({ provider: 'board', sha256: 'board', tables: others }),
  ];
});

test('a decision changes the state of its own finding and of no other', () => {
  fc.assert(
    fc.property(board, fc.nat(), fc.nat(3), (returns, pick, which) => {
      const { findings } = checkBoard({ definition, returns });
      const finding = findings[pick % Math.max(1, findings.length)];
      if (!finding) return;
      const verdicts: readonly Choice[] = [
        { kind: 'dismiss' },
        { kind: 'value', value: 7 },
        ...finding.cells.map((_, cell): Choice => ({ kind: 'accept', cell })),
      ];
      const verdict = verdicts[which % verdicts.length] ?? { kind: 'dismiss' };
      const taken = decide({ finding, verdict, why: WHY, ...NOW });
      if (!taken.ok) return;
      const before = applyDecisions(findings, []);
      const after = applyDecisions(findings, [taken.decision]);
      const changed = after.filter((one, at) => JSON.stringify(one) !== JSON.stringify(before[at]));
      expect(changed.map(({ id }) => id)).toEqual([finding.id]);
      expect(changed[0]?.status).not.toBe('open');
    }),
    { numRuns: 60 },
  );
});

test('a decision made on other cells comes back for review instead of settling anything', () => {
  fc.assert(
    fc.property(board, board, (returns, later) => {
      const [finding] = checkBoard({ definition, returns }).findings;
      const taken = finding ? decide({ finding, verdict: { kind: 'dismiss' }, why: WHY, ...NOW }) : null;
      if (!taken?.ok) return;
      const settled = applyDecisions(checkBoard({ definition, returns: later }).findings, [taken.decision]);
      for (const one of settled) {
        const same = one.id === taken.decision.finding;
        const read = one.fingerprint === taken.decision.fingerprint;
        expect(one.status).toBe(same ? (read ? 'dismissed' : 'review') : 'open');
      }
    }),
    { numRuns: 40 },
  );
});
