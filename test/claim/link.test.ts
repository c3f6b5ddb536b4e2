/** Statements against tables: what is called wrong, what holds, and what is left alone. */
import { describe, expect, test } from 'vitest';
import { keyText } from '#shared/assertion/assertion.ts';
import { withClaims } from '#shared/claim/table.ts';
import { checkBoard } from '#shared/finding/check.ts';
import { openBook } from '#shared/relation/book.ts';
import { unlinkedClaims } from '#shared/relation/rule/claim.ts';
import { definition, sources, table, visits, withText } from '#test/claim/build.ts';
import { aReturn } from '#test/finding/build.ts';

const home = aReturn({ tables: [table, sources, visits] });

function check(...lines: readonly string[]) {
  const { findings, coverage } = checkBoard({ definition, returns: [withText(home, lines)] });
  const unlinked = coverage.notCheckable.filter(({ relation }) => relation.includes('statement'));
  return { findings, held: coverage.held - checkedWithout.held, unlinked };
}

const checkedWithout = checkBoard({ definition, returns: [home] }).coverage;

const titles = (...lines: readonly string[]) => check(...lines).findings.map(({ title }) => title);

describe('levels', () => {
  test('a statement that agrees with its table holds', () => {
    expect(check('Alpha had 49 families starting in the quarter.')).toEqual({
      findings: [],
      held: 1,
      unlinked: [],
    });
  });

  test('a statement that disagrees is a finding with the words and the cell', () => {
    const [found, ...rest] = check('Alpha had 48 families starting in the quarter.').findings;
    expect(rest).toEqual([]);
    expect([found?.kind, found?.severity, found?.stated, found?.expected]).toEqual([
      'claim',
      'high',
      '48',
      '49',
    ]);
    expect(found?.cells.map(({ ref }) => `${ref.sheet} ${ref.cell}`)).toEqual(['Text P1', 'Table 1 B2']);
    expect(found?.message).toContain('(P1: “Alpha had 48 families starting in the quarter.”) says 48');
  });

  test('children and families are told apart', () => {
    expect(titles('# Alpha', 'There were 63 children starting.', 'There were 49 families starting.')).toEqual(
      [],
    );
    expect(titles('# Alpha', 'There were 49 children starting.')).toHaveLength(1);
  });

  test('a heading says which programme is meant', () => {
    expect(titles('# Beta', 'There were 12 new starts.')).toEqual([]);
    expect(titles('# Beta', 'There were 49 new starts.')).toHaveLength(1);
  });

  test('all programmes together are the sum of a table that lists them all', () => {
    expect(titles('All programmes had 61 families starting.')).toEqual([]);
    expect(titles('All programmes had 64 families starting.')).toHaveLength(1);
  });

  test('about so many is never wrong', () => {
    expect(titles('Alpha had around 50 starts.', 'Alpha had over 40 starts.')).toEqual([]);
  });

  test('words the board does not know leave a statement unlinked, counted once a return', () => {
    expect(check('Alpha had 48 starts in the north of the city.', 'Two staff left Alpha.')).toEqual({
      findings: [],
      held: 0,
      unlinked: [
        {
          relation: '2 statements in the text of fgc 2020-21 Q1.docx',
          why: 'no figure of the board could be told from these words',
        },
      ],
    });
  });

  test('a part of a figure is not taken for it', () => {
    expect(titles('Alpha lost 3 of the 12 starts.', 'Alpha had a further 5 starts.')).toEqual([]);
  });
});

describe('changes', () => {
  test('growth on the wrong base is told with the base that was used', () => {
    const [found] = check('Alpha starts: 24% increase on last quarter').findings;
    expect([found?.kind, found?.title]).toEqual([
      'growth',
      'Alpha starts: from 37 to 49 is an increase of 32.4%, not 24% increase',
    ]);
    expect(found?.message).toContain('12 ÷ 49: it was worked out on the later figure');
  });

  test('the right change holds, and so does a pair', () => {
    expect(check('Alpha starts: 32% increase on last quarter').held).toBe(1);
    expect(check('Alpha starts rose by 32% (37 to 49)').findings).toEqual([]);
  });

  test('a change that its own pair denies needs no table', () => {
    expect(titles('Home visits saw a drop of 43% (15 to 7)')).toEqual([
      'Home visits saw a drop of 43% (15 to 7): from 15 to 7 is a drop of 53.3%, not drop of 43%',
    ]);
  });

  test('a direction the figures deny is a finding', () => {
    expect(titles('Alpha starts have risen since last quarter.')).toEqual([]);
    expect(titles('Alpha starts have fallen since last quarter.')).toHaveLength(1);
  });
});

describe('shares and means', () => {
  test('a share follows from the counts of its table', () => {
    expect(titles('Alpha starts from school: 12%')).toEqual([]);
    expect(titles('Alpha starts from school: 21%')).toEqual([
      'Alpha starts from school: 6 ÷ 49 is 12%, not 21%',
    ]);
  });

  test('a mean follows from its total and its count', () => {
    expect(titles('# Alpha', 'Average cases closed per visit: 5.6')).toEqual([]);
    expect(titles('# Alpha', 'Average cases closed per visit: 4.6')).toEqual([
      'Average cases closed per visit: 39 ÷ 7 is 5.6, not 4.6',
    ]);
  });
});

test('a wrong cell that a true sentence contradicts is still one finding', () => {
  const wrong = {
    ...table,
    lines: [
      ['', 'Families', 'Children', 'Last quarter'],
      ['Alpha', '94', '63', '37'],
    ],
  };
  const returns = [withText(aReturn({ tables: [wrong, sources] }), ['Alpha had 49 families starting.'])];
  expect(checkBoard({ definition, returns }).findings).toHaveLength(1);
});

test('an unlinked statement is listed with what it may mean', () => {
  const from = withClaims(definition, withText(home, ['Alpha had a further 5 families starting.']));
  const [open, ...rest] = unlinkedClaims(openBook(definition, [from]));
  expect(rest).toEqual([]);
  expect([open?.scene.claim.said, open?.candidates.map(keyText)]).toEqual([
    '5',
    ['starts|alpha|2020-21 Q1|value|families|'],
  ]);
});
