import { describe, expect, test } from 'vitest';
import { concerns, inTurn } from '#renderer/queries/tables.ts';
import { codeFrom, namesIn, withTarget } from '#renderer/screens/board/state.ts';
import { quartersToChoose } from '#renderer/screens/import/state.ts';
import { moved, switched } from '#renderer/screens/pack/outline.ts';
import { type EditorNode, readEditor } from '#renderer/screens/pack/words.ts';
import { commandFor, keyWords } from '#renderer/shell/keys.ts';
import { periodInHand, readRoute, writeRoute } from '#renderer/shell/state.ts';
import type { OutlineSection } from '#shared/api/api.ts';
import { defaultDefinition } from '#shared/definition/default/index.ts';

const press = (key: string, change = {}) => ({
  key,
  ctrlKey: true,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...change,
});

describe('the address', () => {
  test('says the screen, the quarter and what to show, there and back', () => {
    const route = { screen: 'reconcile', period: '2020-21 Q1', focus: 'finding a&b' } as const;
    expect(readRoute(writeRoute(route))).toEqual(route);
  });

  test('means Quarter where it says nothing known', () => {
    expect(readRoute('#/nowhere')).toEqual({ screen: 'quarter', period: null, focus: null });
  });

  test('a quarter that is not on the board gives way to the latest', () => {
    expect(periodInHand('2030-31 Q1', ['2020-21 Q1', '2020-21 Q2'])).toBe('2020-21 Q2');
    expect(periodInHand(null, [])).toBeNull();
  });
});

describe('keys of commands', () => {
  test('find their command, and no other modifier will do', () => {
    expect(commandFor(press('3'))?.id).toBe('go.reconcile');
    expect(commandFor(press('S', { shiftKey: true }))?.id).toBe('board.saveCopy');
    expect(commandFor(press('s'))).toBeNull();
    expect(commandFor(press('z', { altKey: true }))).toBeNull();
  });

  test('those of the system are left to it', () => {
    expect(commandFor(press('c'))).toBeNull();
  });

  test('are written as on the keyboard', () => {
    expect(keyWords('CmdOrCtrl+Shift+S')).toBe('Ctrl+Shift+S');
  });
});

test('a change makes old what depends on it, and a file waiting touches little', () => {
  expect(concerns('finding.list', ['decision'])).toBe(true);
  expect(concerns('finding.list', ['staged'])).toBe(false);
  expect(concerns('quarter.summary', ['staged'])).toBe(true);
  expect(concerns('board.recent', ['decision'])).toBe(false);
});

test('the page somebody writes on is asked for before all else, the rest in its order', () => {
  const asked = (['pack.outline', 'pack.typed', 'pack.preview', 'board.info'] as const).map((method) => ({
    method,
  }));
  expect(inTurn(asked).map(({ method }) => method)).toEqual([
    'pack.preview',
    'pack.outline',
    'pack.typed',
    'board.info',
  ]);
});

describe('the outline', () => {
  const section = (code: string, change: Partial<OutlineSection> = {}): OutlineSection => ({
    code,
    title: code,
    appendix: false,
    exempt: null,
    on: true,
    movable: true,
    empty: false,
    narrative: 'none',
    ...change,
  });
  const sections = [
    section('a'),
    section('b'),
    section('fixed', { movable: false }),
    section('z', { appendix: true }),
  ];

  test('switches one section and leaves those that cannot be moved out of it', () => {
    expect(switched(sections, 'b', false)).toEqual([
      { code: 'a', on: true },
      { code: 'b', on: false },
      { code: 'z', on: true },
    ]);
  });

  test('moves a section, but not among the appendices nor past the ends', () => {
    expect(moved(sections, 'b', -1)?.map(({ code }) => code)).toEqual(['b', 'a', 'z']);
    expect(moved(sections, 'b', 1)).toBeNull();
    expect(moved(sections, 'a', -1)).toBeNull();
  });
});

describe('words with figures', () => {
  const text = (textContent: string): EditorNode => ({
    nodeType: 3,
    nodeName: '#text',
    textContent,
    childNodes: [],
  });
  const element = (nodeName: string, childNodes: readonly EditorNode[], dataset = {}): EditorNode => ({
    nodeType: 1,
    nodeName,
    textContent: childNodes.map((one) => one.textContent).join(''),
    childNodes,
    dataset,
  });

  test('paragraphs, loose lines and figures are read; empty ones are left out', () => {
    const inline = JSON.stringify({ kind: 'figure', text: '', key: 'referrals|fgc' });
    const chip = element('SPAN', [text('31')], { inline });
    const root = element('DIV', [
      text('First\u00a0line'),
      element('DIV', [text('Up to '), chip, text(' from '), text('28')]),
      element('P', [element('BR', [])]),
    ]);
    expect(readEditor(root)).toEqual([
      [{ kind: 'text', text: 'First line' }],
      [
        { kind: 'text', text: 'Up to ' },
        { kind: 'figure', text: '31', key: 'referrals|fgc' },
        { kind: 'text', text: ' from 28' },
      ],
    ]);
  });
});

describe('the definition', () => {
  test('names are told apart by commas, semicolons and lines, each once', () => {
    expect(namesIn(' CLA, LAC; LAC\nLooked after ,')).toEqual(['CLA', 'LAC', 'Looked after']);
  });

  test('a code is made of a name', () => {
    expect(codeFrom(' Early Help (EH) ')).toBe('early-help-eh');
  });

  test('a target replaces the one of the same year, and null takes it away', () => {
    const target = { measure: 'm', programme: null, year: '2020-21' };
    const empty = { ...defaultDefinition, targets: [] };
    const twice = withTarget(withTarget(empty, target, 1), target, 2);
    expect(twice.targets).toEqual([{ ...target, value: 2 }]);
    expect(withTarget(twice, target, null).targets).toEqual([]);
  });
});

test('quarters to choose from go back from today, those known among them', () => {
  const list = quartersToChoose(['2010-11 Q1', 'not one'], new Date(2021, 0, 15));
  expect([list[0], list[1], list.at(-1)]).toEqual(['2020-21 Q4', '2020-21 Q3', '2010-11 Q1']);
});
