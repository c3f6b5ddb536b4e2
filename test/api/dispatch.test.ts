/** The door of the service: what is let in, and how what goes wrong is told. */
import { expect, test } from 'vitest';
import { newContext } from '#electron/service/api/context.ts';
import { dispatch } from '#electron/service/api/dispatch.ts';
import { handlers } from '#electron/service/api/handlers.ts';
import { methods } from '#shared/api/schema.ts';
import { newBoard } from '#test/api/fixture.ts';
import { testService } from '#test/api/service.ts';

test('every method of the contract has a schema and a handler', () => {
  expect(Object.keys(handlers).sort()).toEqual([...methods].sort());
  expect(methods.length).toBeGreaterThan(50);
});

test('an argument of the wrong shape is refused with the field named, and nothing is done', async () => {
  const { call } = testService();
  expect(await call('board.create', { path: 7, passphrase: null })).toMatchObject({
    ok: false,
    error: { code: 'bad-argument', message: expect.stringContaining('path') },
  });
  expect(await call('import.stage', { files: [{ name: '../x.csv', bytes: '' }] })).toMatchObject({
    error: { code: 'bad-argument', message: expect.stringContaining('files.0.name') },
  });
  expect(await call('board.info', { more: 1 })).toMatchObject({ error: { code: 'bad-argument' } });
});

test('a name that only an object inherits is no method', async () => {
  const { call } = testService();
  for (const name of ['constructor', '__proto__', 'board.destroy', '']) {
    expect(await call(name, null)).toMatchObject({ ok: false, error: { code: 'no-method' } });
  }
});

test('without a board every method about one says so', async () => {
  const { call } = testService();
  expect(await call('finding.list', { period: null })).toEqual({
    ok: false,
    error: { code: 'no-board', message: 'No board is open. Open one, or start a new one.' },
  });
  expect(await call('board.info', null)).toEqual({ ok: true, value: null });
});

test('a fault of our own is answered as a bug, not thrown', async () => {
  const context = newContext({ data: 'x', documents: 'y' }, () => undefined);
  const broken = {
    ...context,
    current: () => {
      throw new TypeError('x is not a function');
    },
  };
  expect(await dispatch(broken, 'board.info', null)).toMatchObject({
    ok: false,
    error: { code: 'bug', message: expect.stringContaining('x is not a function') },
  });
});

test('a change to the board is told once, by the tables it touched', async () => {
  const { ask, events } = await newBoard();
  events.length = 0;
  await ask('pack.front', {
    period: '2020-21 Q1',
    answers: { 'Lead director': 'The director' },
    meeting: null,
  });
  await ask('pack.front', {
    period: '2020-21 Q1',
    answers: { 'Lead director': 'The director' },
    meeting: null,
  });
  await ask('board.history', null);
  expect(events).toEqual([{ kind: 'changed', tables: ['setting'] }]);
});

test('calls are carried out in the order they came', async () => {
  const { ask } = await newBoard();
  const names = ['One', 'Two', 'Three'];
  await Promise.all(
    names.map((name) =>
      ask('pack.front', { period: '2020-21 Q1', answers: { Author: name }, meeting: null }),
    ),
  );
  expect(await ask('pack.answers', { period: '2020-21 Q1' })).toEqual({
    answers: { Author: 'Three' },
    meeting: null,
  });
});
