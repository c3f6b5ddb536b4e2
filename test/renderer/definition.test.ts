import { describe, expect, test } from 'vitest';
import {
  filled,
  freshCode,
  moved,
  numbered,
  replaced,
  withNew,
  without,
} from '#renderer/screens/board/definition/entries.ts';
import { placeWords } from '#renderer/screens/board/definition/place.ts';
import { defaultDefinition } from '#shared/definition/default/index.ts';
import { parseDefinition } from '#shared/definition/schema.ts';

describe('entries of a definition', () => {
  test('are replaced, taken away and moved, and stay where there is nowhere to go', () => {
    const list = ['a', 'b', 'c'];
    expect([
      replaced(list, 1, 'x'),
      without(list, 0),
      moved(list, 0, 1),
      moved(list, 2, -1),
      moved(list, 0, -1),
      moved(list, 2, 1),
    ]).toEqual([['a', 'x', 'c'], ['b', 'c'], ['b', 'a', 'c'], ['a', 'c', 'b'], list, list]);
  });

  test('get a code of their own from their name', () => {
    const taken = [{ code: 'night-shelter' }, { code: 'night-shelter-2' }];
    expect([freshCode('Night Shelter', taken), freshCode('Day', taken), freshCode('…', taken)]).toEqual([
      'night-shelter-3',
      'day',
      'entry',
    ]);
  });

  test('a new one of every kind leaves the definition sound', () => {
    const parts = ['programmes', 'providers', 'measures', 'tables', 'identities', 'sections'] as const;
    const all = parts.reduce(
      (definition, part) => withNew(definition, part, 'Something new').definition,
      defaultDefinition,
    );
    const parsed = parseDefinition(all);
    expect(parsed.ok ? parts.map((part) => parsed.definition[part].length) : parsed.problems).toEqual(
      parts.map((part) => defaultDefinition[part].length + 1),
    );
  });

  test('that say nothing are left out, and keys change with the length of the list', () => {
    expect(filled({ a: 'x', b: '', c: undefined, d: 0 })).toEqual({ a: 'x', d: 0 });
    expect(numbered(['p', 'q'])).toEqual([
      { one: 'p', index: 0, key: '0 of 2' },
      { one: 'q', index: 1, key: '1 of 2' },
    ]);
  });
});

test('the place of a mistake is said in words, by the names of what it is in', () => {
  const [first] = defaultDefinition.tables;
  expect([
    placeWords(defaultDefinition, 'tables[0].rows[1].set'),
    placeWords(defaultDefinition, 'programmes[99].partOf'),
    placeWords(defaultDefinition, 'council'),
    placeWords(defaultDefinition, ''),
  ]).toEqual([`Tables, “${first?.title}”, rows, 2, set`, 'Programmes, 100, part of', 'council', '']);
});
