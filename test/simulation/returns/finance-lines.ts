/** The lines of a performance summary and the words for them. */
import type { Words } from '#test/simulation/model/model.ts';
import type { Money, Team } from '#test/simulation/world/money.ts';

export type Sheet = Team | 'all';

export const TITLES: Record<
  Sheet,
  { readonly sheet: string; readonly caption: Words; readonly titles: readonly string[] }
> = {
  all: {
    sheet: 'ALL',
    caption: ['Table Showing Performance Summary All Programmes', 'Performance summary: all programmes'],
    titles: ['ALL PROGRAMMES'],
  },
  mst: {
    sheet: 'STD',
    caption: ['Table Showing Performance Summary STD 1 & 2', 'Performance summary: MST Standard 1 and 2'],
    titles: ['STD 1 AND 2'],
  },
  can: {
    sheet: 'CAN',
    caption: ['Table Showing Performance Summary CAN 1 & 2', 'Performance summary: MST CAN 1 and 2'],
    titles: ['CAN1&2'],
  },
  fft: {
    sheet: 'FFT',
    caption: ['PERFORMANCE SUMMARY FFT', 'Performance summary: FFT'],
    titles: ['FFT'],
  },
};

export interface Line {
  readonly key: keyof Money | 'success' | 'per-family' | 'in-year';
  readonly label: Words;
  readonly print: 'count' | 'k' | 'success' | 'per-family' | 'heading';
  /** Only printed in these sheets. */
  readonly only?: readonly Sheet[];
  readonly target?: false;
  readonly ofTarget?: true;
}

export const LINES: readonly Line[] = [
  {
    key: 'families',
    label: ['Number of families started', 'Families started'],
    print: 'count',
    ofTarget: true,
  },
  { key: 'success', label: ['Success rate to date', 'Success rate'], print: 'success' },
  {
    key: 'children',
    label: ['Number of children started', 'Children started'],
    print: 'count',
    ofTarget: true,
  },
  { key: 'year1', label: ['Savings in year 1', 'Year 1 savings'], print: 'k', target: false },
  { key: 'year2', label: ['Savings in year 2', 'Year 2 savings'], print: 'k', target: false },
  { key: 'year3', label: ['Savings in year 3', 'Year 3 savings'], print: 'k', target: false },
  { key: 'gross', label: ['Cumulative gross savings*', 'Cumulative savings (gross)'], print: 'k' },
  {
    key: 'post',
    label: ['Cumulative savings post targeting deflator', 'Savings after targeting deflator'],
    print: 'k',
    only: ['mst', 'all'],
    ofTarget: true,
  },
  { key: 'cost', label: ['Intervention cost', 'Cost of intervention'], print: 'k' },
  {
    key: 'net',
    label: ['Net savings over placement period avoided', 'Net savings over placement period'],
    print: 'k',
  },
  { key: 'in-year', label: ['In year only figures:', 'In year only'], print: 'heading' },
  {
    key: 'diverted',
    label: ['Number of children successfully diverted', 'In year children successfully diverted'],
    print: 'count',
    ofTarget: true,
  },
  {
    key: 'inYearGross',
    label: ['In year only gross savings', 'In year gross savings'],
    print: 'k',
    ofTarget: true,
  },
  { key: 'inYearNet', label: ['In year only net savings', 'In year net savings'], print: 'k' },
  { key: 'placement', label: ['Average placement cost', 'Average annual placement cost'], print: 'k' },
  { key: 'per-family', label: ['Children per family'], print: 'per-family' },
];

export const ADDED: readonly Line['key'][] = [
  'families',
  'children',
  'year1',
  'year2',
  'year3',
  'gross',
  'post',
  'cost',
  'net',
  'diverted',
  'inYearGross',
  'inYearNet',
];
