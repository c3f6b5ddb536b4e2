/** Where in the window one is, as the address after `#` says it: `#/reconcile?period=2020-21+Q1&focus=…`. */
import type { Screen } from '#shared/api/api.ts';

export interface Route {
  readonly screen: Screen;
  /** The quarter chosen, null for the latest on the board. */
  readonly period: string | null;
  /** What the screen is to show first: a finding, a figure, a return, a tab. */
  readonly focus: string | null;
}

export const screens: readonly Screen[] = [
  'quarter',
  'import',
  'reconcile',
  'figures',
  'trends',
  'pack',
  'board',
  'help',
];

export const screenTitles: Readonly<Record<Screen, string>> = {
  quarter: 'Quarter',
  import: 'Import',
  reconcile: 'Reconcile',
  figures: 'Figures',
  trends: 'Trends',
  pack: 'Pack',
  board: 'Board',
  help: 'Help',
};

export function readRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const values = new URLSearchParams(query);
  const screen = screens.find((one) => one === path) ?? 'quarter';
  return { screen, period: values.get('period'), focus: values.get('focus') };
}

export function writeRoute({ screen, period, focus }: Route): string {
  const values = new URLSearchParams();
  if (period !== null) values.set('period', period);
  if (focus !== null) values.set('focus', focus);
  const query = values.toString();
  return `#/${screen}${query ? `?${query}` : ''}`;
}

/** The quarter in hand: the one chosen while it is on the board, else the latest. */
export function periodInHand(chosen: string | null, periods: readonly string[]): string | null {
  return chosen !== null && periods.includes(chosen) ? chosen : (periods.at(-1) ?? null);
}
