/** What each kind of finding is called and means, in words for the person who settles it. */
import type { FindingKind } from '#shared/finding/finding.ts';

export interface KindWords {
  readonly name: string;
  readonly means: string;
  readonly todo: string;
}

export const kindWords: Readonly<Record<FindingKind, KindWords>> = {
  total: {
    name: 'Total',
    means: 'A total is not the sum of the rows or columns it stands for.',
    todo: 'Ask which number was mistyped: a part or the total. The arithmetic shows what each would have to be.',
  },
  percent: {
    name: 'Percentage',
    means: 'A percentage cannot come from the counts beside it, however it was rounded.',
    todo: 'Look at the count first: a wrong count is commoner than a wrong percentage.',
  },
  'cross-table': {
    name: 'Two tables',
    means: 'Two tables of one provider give the same thing different values.',
    todo: 'Choose the table nearer to the cases, and tell the provider about the other.',
  },
  'cross-provider': {
    name: 'Two providers',
    means: 'Two providers report the same thing and do not agree.',
    todo: 'Prefer whoever does the work counted; a compiled table is usually a copy.',
  },
  restated: {
    name: 'Restated',
    means: 'A figure of an earlier quarter is not what was reported then.',
    todo: 'Ask what was corrected. A correction is shown as a restatement of that quarter.',
  },
  'year-to-date': {
    name: 'Year to date',
    means: 'A year-to-date figure is not the sum of its quarters.',
    todo: 'Check whether a quarter was restated, or the year to date was not carried forward.',
  },
  unit: {
    name: 'Unit',
    means: 'One thing is counted under the heading of another: families as children, for instance.',
    todo: 'Settle what was counted before the number goes to the board.',
  },
  growth: {
    name: 'Change',
    means: 'A stated rise or fall does not follow from the two figures it compares.',
    todo: 'Check which quarter or year it was worked out from.',
  },
  average: {
    name: 'Average',
    means: 'An average does not follow from the numbers beneath it.',
    todo: 'Check whether a case was left out or counted twice.',
  },
  mapping: {
    name: 'Category',
    means: 'A provider’s category is filed under different board categories in different tables.',
    todo: 'Decide once which category it belongs to; it is remembered for the provider.',
  },
  label: {
    name: 'Label',
    means: 'A label names no category the board knows.',
    todo: 'Choose the category on Import, or add it as another name on Board.',
  },
  target: {
    name: 'Target',
    means: 'A target is given differently in different places.',
    todo: 'Use the target the board agreed for the year.',
  },
  identity: {
    name: 'Ties',
    means: 'Figures that belong together do not: net is not gross less cost, for instance.',
    todo: 'See which of the figures was changed without the others.',
  },
  duplicate: {
    name: 'Repeated',
    means: 'The same row or table stands in a return twice.',
    todo: 'Ask for the return without the repetition, or dismiss it with the reason.',
  },
  claim: {
    name: 'Statement',
    means: 'A sentence says something that the tables do not.',
    todo: 'Believe the table unless the provider says otherwise, and correct the sentence.',
  },
  missing: {
    name: 'Missing',
    means: 'Something that is expected every quarter is not there. It is never taken to be zero.',
    todo: 'Ask for it, or say why it will not come.',
  },
  unreadable: {
    name: 'Unread',
    means: 'A cell holds digits that could not be read with certainty.',
    todo: 'Enter the value it means, or ask for a corrected return.',
  },
};
