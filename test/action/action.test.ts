/** Actions from meeting to meeting. */
import { expect, test } from 'vitest';
import { type Action, actionName, actionsAt, actionsIn } from '#shared/action/action.ts';
import { actionChange } from '#shared/action/words.ts';

const action = (more: Partial<Action>): Action => ({
  ...{ id: '1', programme: 'fgc', text: 'Report on waiting times', owner: 'Head of Service' },
  ...{ due: '2020-09-15', raised: '2020-21 Q1', closed: null, updates: [] },
  ...more,
});

test('an action stands in every pack from the one that raised it to the one that closed it', () => {
  const closed = action({ closed: '2020-21 Q3' });
  const states = ['2019-20 Q4', '2020-21 Q1', '2020-21 Q2', '2020-21 Q3', '2020-21 Q4'].map((period, i) => {
    const date = ['2020-03-31', '2020-06-30', '2020-09-30', '2020-12-31', '2021-03-31'][i] ?? '';
    return actionsAt([closed], period, date).map(({ status }) => status);
  });
  expect(states).toEqual([[], ['open'], ['overdue'], ['done'], []]);
});

test('a pack knows only what had been said by its own meeting', () => {
  const said = (period: string, text: string) => ({ period, on: '2020-10-01', by: 'A', text });
  const updates = [said('2020-21 Q1', 'Begun'), said('2020-21 Q2', 'Nearly done')];
  const [view] = actionsAt([action({ updates })], '2020-21 Q1', '2020-06-30');
  expect(view?.updates.map(({ text }) => text)).toEqual(['Begun']);
});

test('actions are read from settings, oldest first; what is none is left aside', () => {
  const later = action({ id: '2', raised: '2020-21 Q2' });
  const settings = {
    front: {},
    [actionName('2')]: later,
    [actionName('1')]: action({}),
    'action.x': 'words',
  };
  expect(actionsIn(settings).map(({ id }) => id)).toEqual(['1', '2']);
});

test('the history tells every change of an action by what it does', () => {
  const update = { period: '2020-21 Q2', on: '2020-10-01', by: 'A', text: 'Begun' };
  expect([
    actionChange(null, action({})),
    actionChange(action({}), action({ owner: 'Another' })),
    actionChange(action({}), action({ updates: [update] })),
    actionChange(action({}), action({ closed: '2020-21 Q2', updates: [update] })),
    actionChange(action({ closed: '2020-21 Q2' }), action({})),
    actionChange(action({}), null),
  ]).toEqual([
    'Added the action “Report on waiting times”',
    'Changed the action “Report on waiting times”',
    'Told the progress of the action “Report on waiting times”',
    'Closed the action “Report on waiting times”',
    'Opened the action “Report on waiting times” again',
    'Removed the action “Report on waiting times”',
  ]);
});
