import { describe, expect, test } from 'vitest';
import type { Decision } from '#shared/decision/decision.ts';
import { figuresOf } from '#shared/figure/figures.ts';
import { checkBoard } from '#shared/finding/check.ts';
import type { Finding } from '#shared/finding/finding.ts';
import type { UnderstoodReturn } from '#shared/meaning/understood.ts';
import { aDefinition, aReturn, type TableSketch } from '#test/finding/build.ts';

const definition = aDefinition();
const key: TableSketch['key'] = () => ({ measure: 'm', programme: 'alpha' });
const service = (text: string) =>
  aReturn({
    provider: 'fgc',
    tables: [
      {
        caption: 'Own',
        key,
        lines: [
          ['', 'Children'],
          ['Alpha', text],
        ],
      },
    ],
  });
const compiled = (text: string) =>
  aReturn({
    provider: 'board',
    tables: [
      {
        caption: 'Compiled',
        key,
        lines: [
          ['', 'Children'],
          ['Alpha', text],
        ],
      },
    ],
  });

function oneFigure(
  returns: readonly UnderstoodReturn[],
  findings: readonly Finding[] = checkBoard({ definition, returns }).findings,
  decisions: readonly Decision[] = [],
) {
  const figures = figuresOf({ definition, returns, findings, decisions });
  expect(figures).toHaveLength(1);
  return figures.map(({ quantity, status, sources }) => ({
    value: quantity.value,
    status,
    files: sources.map((source) => source.file),
  }))[0];
}

const OWN = 'fgc 2020-21 Q1.docx';
const BOARD = 'board 2020-21 Q1.docx';

describe('a figure', () => {
  test('said once is stated', () => {
    expect(oneFigure([service('12')])).toEqual({ value: 12, status: 'stated', files: [OWN] });
  });

  test('said twice alike is agreed, the service before the compiled table', () => {
    expect(oneFigure([compiled('12'), service('12')])).toEqual({
      value: 12,
      status: 'agreed',
      files: [OWN, BOARD],
    });
  });

  test('said differently is disputed and shows what the service says', () => {
    expect(oneFigure([compiled('13'), service('12')])).toEqual({
      value: 12,
      status: 'disputed',
      files: [OWN, BOARD],
    });
  });

  test('is what a decision took or entered', () => {
    const returns = [compiled('13'), service('12')];
    const { findings } = checkBoard({ definition, returns });
    const [finding] = findings;
    const cell = finding?.cells.findIndex((c) => c.ref.file === BOARD) ?? -1;
    const identity = finding?.cells[cell]?.identity ?? '';
    const made = { id: 'd', finding: finding?.id ?? '', fingerprint: finding?.fingerprint ?? '' };
    const said = {
      why: 'The case list has thirteen.',
      by: 'A',
      at: '2020-08-01T09:00:00Z',
      withdrawn: false,
    };
    const accept: Decision = { ...made, ...said, verdict: { kind: 'accept', cell, identity } };
    const value: Decision = { ...made, ...said, verdict: { kind: 'value', value: 14, identity } };
    expect(oneFigure(returns, findings, [accept])).toMatchObject({ value: 13, status: 'decided' });
    expect(oneFigure(returns, findings, [value])).toMatchObject({ value: 14, status: 'decided' });
  });

  test('whose finding was explained away is no longer disputed', () => {
    const returns = [compiled('13'), service('12')];
    const { findings } = checkBoard({ definition, returns });
    const dismissal: Decision = {
      ...{ id: 'd', finding: findings[0]?.id ?? '', fingerprint: findings[0]?.fingerprint ?? '' },
      ...{
        why: 'One child was counted by both teams.',
        by: 'A',
        at: '2020-08-01T09:00:00Z',
        withdrawn: false,
      },
      verdict: { kind: 'dismiss' },
    };
    expect(oneFigure(returns, findings, [dismissal])).toMatchObject({ value: 12, status: 'agreed' });
  });

  test('is never made from a cell without a key', () => {
    const unknown = aReturn({
      tables: [
        {
          lines: [
            ['', 'n'],
            ['x', '4'],
          ],
        },
      ],
    });
    expect(figuresOf({ definition, returns: [unknown], findings: [], decisions: [] })).toEqual([]);
  });
});
