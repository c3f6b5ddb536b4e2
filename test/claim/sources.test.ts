/** Where a statement's figure comes from when no cell prints it: a whole, the cases listed, or another statement. */
import { describe, expect, test } from 'vitest';
import { withClaims } from '#shared/claim/table.ts';
import { checkBoard } from '#shared/finding/check.ts';
import { openBook } from '#shared/relation/book.ts';
import { unlinkedClaims } from '#shared/relation/rule/claim.ts';
import { definition, table, visits, withText } from '#test/claim/build.ts';
import { aReturn, type TableSketch } from '#test/finding/build.ts';
import { aMeasure } from '#test/relation/build.ts';

const home = aReturn({ tables: [table, visits] });

const titles = (...lines: readonly string[]) =>
  checkBoard({ definition, returns: [withText(home, lines)] }).findings.map(({ title }) => title);

function unlinked(...lines: readonly string[]): readonly string[] {
  const from = withClaims(definition, withText(home, lines));
  return unlinkedClaims(openBook(definition, [from])).map(({ scene }) => scene.claim.said);
}

describe('a share of a whole that the sentence names', () => {
  test('has to be possible for that whole', () => {
    expect(titles('57% of Alpha visits made were identified as urgent.')).toEqual([]);
    expect(titles('55% of Alpha visits made were identified as urgent.')).toEqual([
      '55% of Alpha visits made were identified as urgent: 55% is not possible for 7',
    ]);
  });

  test('is left alone where the sentence narrows the whole', () => {
    expect(titles('55% of Alpha visits made in the north were identified as urgent.')).toEqual([]);
    expect(unlinked('55% of Alpha visits made in the north were identified as urgent.')).toEqual(['55%']);
  });

  test('goes with the count the line before gives in the same words', () => {
    expect(unlinked('# Alpha', 'Visits made: by night: 3', 'Visits made: by night, share: 43%')).toEqual([]);
  });
});

test('a sentence that denies something is never called wrong', () => {
  expect(titles('Alpha had 48 families not starting in the quarter.')).toEqual([]);
});

const scored = {
  ...definition,
  measures: [
    ...definition.measures,
    aMeasure('score', { name: 'Wellbeing score', unit: 'score', overQuarters: 'none' }),
  ],
  sets: [
    ...definition.sets,
    {
      code: 'stage',
      name: 'Stage',
      members: [
        { code: 'before', name: 'Before', aliases: [], partOf: null },
        { code: 'after', name: 'After', aliases: [], partOf: null },
      ],
    },
    {
      code: 'plan',
      name: 'Plan',
      members: [
        { code: 'cp', name: 'Child protection', aliases: ['CP'], partOf: null },
        { code: 'cin', name: 'Child in need', aliases: ['CIN'], partOf: null },
        { code: 'closed', name: 'Closed', aliases: [], partOf: null },
      ],
    },
  ],
};

const cases: TableSketch = {
  caption: 'Scores by case',
  code: 'cases',
  layout: 'cases',
  lines: [
    ['', 'Plan at start', 'Plan at end', 'Before', 'After'],
    ['1', 'CP', 'Closed', '3', '7'],
    ['2', 'CIN', 'Closed', '4', '5'],
    ['3', 'CP', 'CIN', '5', '9'],
  ],
  relations: [],
  key: (row, column) => ({
    measure: 'score',
    programme: 'alpha',
    unit: 'score',
    dims: { case: row, stage: column.toLowerCase() },
  }),
};

const listed = (...lines: readonly string[]) =>
  checkBoard({
    definition: scored,
    returns: [withText(aReturn({ tables: [cases] }), ['# Alpha', ...lines])],
  }).findings.map(({ title }) => title);

describe('statements about cases are counted again', () => {
  test('by status at the start or the end, in number and in share', () => {
    expect(
      listed(
        'Plan at start: CP: 67%',
        'Plan at start: CIN: 1',
        'Plan at end: closed: 2',
        '33% child in need',
      ),
    ).toEqual([]);
    expect(listed('Status at start: CP: 66%')).toEqual([
      'Status at start: CP: 66% in the text, 2 of the 3 cases listed',
    ]);
    expect(listed('Status at end: closed: 3')).toEqual([
      'Status at end: closed: 3 in the text, 2 of the 3 cases listed',
    ]);
  });

  test('in whatever order the columns stand, and without a number in the table', () => {
    const swapped: TableSketch = {
      caption: 'Plans',
      code: null,
      lines: [
        ['', 'Plan at close', 'Plan on referral'],
        ['A', 'CIN', 'CP'],
        ['B', 'Closed', 'CP'],
        ['C', 'Closed', 'CIN'],
      ],
      relations: [],
    };
    const from = aReturn({ tables: [swapped] });
    const found = (...lines: readonly string[]) =>
      checkBoard({ definition: scored, returns: [withText(from, ['# Alpha', ...lines])] }).findings.filter(
        ({ kind }) => kind === 'claim',
      );
    expect(found('At referral 67% were on a child protection plan.', 'At close: closed: 2')).toEqual([]);
    expect(found('At referral 33% were on a child protection plan.')).toHaveLength(1);
  });

  test('by their mean, where no cell states it', () => {
    expect(listed('The average wellbeing score at referral was 4.0.')).toEqual([]);
    expect(listed('The average wellbeing score at referral was 4.4.')).toHaveLength(1);
  });

  test('by what they gained on average', () => {
    expect(listed('Average improvement in wellbeing score: 3.0')).toEqual([]);
    expect(listed('Average improvement in wellbeing score: 2.4')).toHaveLength(1);
  });
});

describe('statements no table has a figure for', () => {
  const quarter = (period: string, ...lines: readonly string[]) =>
    withText(aReturn({ period, file: `Return ${period}.docx`, sha256: period, tables: [visits] }), [
      '# Alpha',
      ...lines,
    ]);
  const over = (...returns: readonly ReturnType<typeof quarter>[]) =>
    checkBoard({ definition, returns }).findings.filter(({ kind }) => kind === 'claim');

  test('are held to one another, whoever says them', () => {
    expect(
      over(quarter('2020-21 Q1', 'Starts: 12'), quarter('2020-21 Q2', 'Starts in 2020-21 Q1: 12')),
    ).toEqual([]);
    const [found, ...rest] = over(
      quarter('2020-21 Q1', 'Starts: 12'),
      quarter('2020-21 Q2', 'Starts in 2020-21 Q1: 14'),
    );
    expect(rest).toEqual([]);
    expect([found?.stated, found?.expected].sort()).toEqual(['12', '14']);
  });

  test('add up to the year so far', () => {
    const first = quarter('2020-21 Q1', 'Starts: 12');
    expect(over(first, quarter('2020-21 Q2', 'Starts: 9', 'Starts, year to date: 21'))).toEqual([]);
    expect(over(first, quarter('2020-21 Q2', 'Starts: 9', 'Starts, year to date: 30'))).toHaveLength(1);
  });
});
