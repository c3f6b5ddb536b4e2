/** A column of 1, 2, 3 … beside the labels numbers the rows, also where a row stands twice. */
import { expect, test } from 'vitest';
import { recogniseTables } from '#shared/table/recognise.ts';
import { gridFrom, rowsOf } from '#test/helpers/grid.ts';

const rolesOf = (rows: string) =>
  recogniseTables(gridFrom(rowsOf(rows))).map((table) => table.columns.map(({ role }) => role));

const TABLE = (numbers: readonly string[]) => `
 | Outcome | MST | FFT | Total
${numbers[0]} | Exited from care | 2 | 1 | 3
${numbers[1]} | Closed to social care | 4 | 3 | 7
${numbers[2]} | Stayed open | 5 | 6 | 11
${numbers[3]} | Remained in care | 0 | 2 | 2
${numbers[4]} | Came into care | 1 | 1 | 2
 | Total | 12 | 13 | 25`;

const ROLES = ['number', 'body', 'body', 'total'];

test.each([
  ['every number once', ['1', '2', '3', '4', '5']],
  ['a row pasted twice with its number', ['1', '2', '2', '3', '4']],
  ['a row taken out', ['1', '2', '4', '5', '6']],
])('%s', (_, numbers) => {
  expect(rolesOf(TABLE(numbers))).toEqual([ROLES]);
});

test('counts before the labels that happen to rise stay counts', () => {
  expect(rolesOf(TABLE(['1', '2', '2', '3', '3']))[0]?.[0]).toBe('body');
  expect(rolesOf(TABLE(['2', '3', '4', '5', '6']))[0]?.[0]).toBe('body');
});
