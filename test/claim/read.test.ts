/** Numbers and claims in lines of text: what is read, as what, and that nothing with a digit is lost. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clausesOf } from '#shared/claim/clauses.ts';
import { numbersIn } from '#shared/claim/numbers.ts';
import { claimsIn } from '#test/claim/build.ts';

const uses = (text: string) => numbersIn(text).map((one) => `${one.text.trim()} ${one.use}`);

describe('every number is recognised', () => {
  test.each([
    ['We met on 17 Sept and on 24th March 2020.', ['17 Sept date', '24th March 2020 date']],
    ['Funding ends in April 21.', ['April 21 period']],
    ['In 2019-20 and in Q2 there were 12.', ['2019-20 period', 'Q2 period', '12 value']],
    ['Children aged 0-5 and 6 to 11 year olds', ['aged 0-5 age', '6 to 11 year olds age']],
    ['A review after 3 months, a three-year cycle', ['3 months interval', 'three-year interval']],
    ['MST 1 & 2 and Covid-19, see Table 3', ['MST 1 & 2 name', 'Covid-19 name', 'Table 3 name']],
    ['3.6 In total 41 children', ['3.6 reference', '41 value']],
    ['Placed on a scale of 0-10', ['scale of 0-10 scale']],
    ['Nine families, thirty-four in all', ['Nine value', 'thirty-four value']],
    ['No one came', ['No one name']],
    ['LE1 had 4', ['LE1 name', '4 value']],
    ['two thirds of them', ['two thirds fraction']],
  ])('%s', (text, expected) => {
    expect(uses(text)).toEqual(expected);
  });

  test('percentages, money and approximations are read with their precision', () => {
    const values = numbersIn('Thirty four per cent, 45.1 percent, £2.2m, £800k and just over 50%');
    expect(values.map(({ quantity }) => [quantity?.value, quantity?.step, quantity?.approximate])).toEqual([
      [0.34, 0.01, false],
      [0.451, 0.001, false],
      [2_200_000, 100_000, false],
      [800_000, 1000, false],
      [0.5, 0.01, true],
    ]);
  });

  test('no digit is left over', () => {
    const words = fc.constantFrom(
      'FGC',
      'Q2',
      'aged',
      'of',
      'to',
      '(',
      ')',
      '%',
      '£',
      ',',
      '-',
      'April',
      'MST',
      '12',
      '3.5',
    );
    const line = fc
      .array(fc.oneof(words, fc.nat(3000).map(String)), { maxLength: 9 })
      .map((all) => all.join(' '));
    fc.assert(
      fc.property(line, (text) => {
        const covered = numbersIn(text).reduce(
          (left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end),
          text,
        );
        expect(covered).not.toMatch(/\d/);
      }),
    );
  });
});

describe('clauses', () => {
  test('a boundary between two numbers parts them; brackets and bare neighbours do not', () => {
    const texts = (line: string) => clausesOf(line).map(({ text }) => text.trim());
    expect(texts('We worked with 9 families, 4 cases closed')).toEqual([
      'We worked with 9 families,',
      '4 cases closed',
    ]);
    expect(texts('There were 9 children across 4 families')).toEqual([
      'There were 9 children across 4 families',
    ]);
    expect(texts('Of referrals 54% (22) were from schools')).toEqual([
      'Of referrals 54% (22) were from schools',
    ]);
  });

  test('a comparison is set aside unless it holds a number of its own', () => {
    const [first] = clausesOf('Starts: 24% increase (compared with 2019-20 Q4)');
    expect([first?.text.trim(), first?.compared]).toEqual([
      'Starts: 24% increase',
      '(compared with 2019-20 Q4)',
    ]);
    const own = clausesOf('Starts were 49 compared with 37 last quarter');
    expect(own.map(({ compared }) => compared)).toEqual([null, null]);
  });
});

describe('what a number claims', () => {
  const forms = (text: string) =>
    claimsIn(text).map(({ form, said, quantity }) => `${form} ${said} ${quantity.value}`);

  test.each([
    ['Seven starts this quarter', ['level Seven 7']],
    ['81% of starts were at home', ['share 81% 0.81']],
    ['Starts: 24% increase', ['change 24% increase 0.24']],
    ['Starts are up 5% from last quarter', ['change up 5% 0.05']],
    ['Starts saw a drop of 53% (15 to 7)', ['change drop of 53% -0.53', 'level 15 15', 'level 7 7']],
    ['Starts have reached 37% of the annual target', ['of-target 37% 0.37']],
    ['Starts against an annual target of 120', ['target 120 120']],
    ['Average visits per start: 4.7', ['mean 4.7 4.7']],
    ['Starts have risen', ['direction up 1']],
    ['Starts have not risen', []],
    ['On 3 May we met', []],
  ])('%s', (text, expected) => {
    expect(forms(text)).toEqual(expected);
  });

  test('a clause knows its period and what it compares with', () => {
    const [last] = claimsIn('There were 31 starts last quarter');
    const [change] = claimsIn('Starts: 12% decrease on the same quarter last year');
    expect([last?.period, change?.period, change?.base]).toEqual(['2019-20 Q4', null, '2019-20 Q1']);
  });

  test('a part of a number and an addition to one are told from the number itself', () => {
    expect(claimsIn('3 of the 12 starts were late').map(({ vague }) => vague)).toEqual([false, true]);
    expect(claimsIn('A further 5 starts').map(({ vague }) => vague)).toEqual([true]);
  });
});
