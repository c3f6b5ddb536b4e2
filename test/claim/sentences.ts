/** A service's quarter, and sentences about it that are true or false. */
import { defaultDefinition } from '#shared/definition/default/index.ts';
import type { UnderstoodReturn } from '#shared/meaning/understood.ts';
import { aReturn, type TableSketch } from '#test/finding/build.ts';

export { defaultDefinition as definition };

const REFERRALS = { measure: 'referrals', programme: 'fgc', unit: 'children' } as const;

function counted(
  caption: string,
  set: string,
  counts: Readonly<Record<string, readonly [string, number]>>,
  facets: { readonly measure: string; readonly programme: string; readonly unit: 'children' | 'families' },
): TableSketch {
  const lines = Object.values(counts).map(([label, count]) => [label, String(count)]);
  const total = Object.values(counts).reduce((sum, [, count]) => sum + count, 0);
  const codes = new Map(Object.entries(counts).map(([code, [label]]) => [label, code]));
  return {
    caption,
    code: set,
    lines: [['', 'Number'], ...lines, ['Total', String(total)]],
    relations: [],
    key: (row) => {
      const code = codes.get(row);
      return { ...facets, dims: code === undefined ? {} : { [set]: code } };
    },
  };
}

/** 37 children referred; 30 families concluded; 8 cases of which 4 went well, 3 stayed and 1 got worse. */
export const TABLES: readonly TableSketch[] = [
  counted(
    'Referrals by source',
    'source',
    { cin: ['CIN', 6], cp: ['CP', 14], eh: ['Early help', 9], lac: ['LAC', 3], 'social-care': ['SC', 5] },
    REFERRALS,
  ),
  counted(
    'Referrals by ethnicity',
    'ethnicity',
    {
      'white-british': ['White British', 21],
      'asian-indian': ['Indian', 7],
      'black-african': ['African', 4],
      'dual-heritage': ['Dual heritage', 3],
      'not-known': ['Not known', 2],
    },
    REFERRALS,
  ),
  counted(
    'Closures',
    'closing',
    {
      home: ['Remained at home', 20],
      'came-into-care': ['Came into care', 4],
      'exited-care': ['Left care', 6],
    },
    { measure: 'concluded', programme: 'fgc', unit: 'families' },
  ),
  {
    caption: 'Status of cases',
    code: null,
    sheet: 'Cases',
    lines: [
      ['', 'Status at start', 'Status at end'],
      ['1', 'CP', 'CIN'],
      ['2', 'CP', 'Closed'],
      ['3', 'CIN', 'CIN'],
      ['4', 'CIN', 'CP'],
      ['5', 'LAC', 'LAC'],
      ['6', 'Early help', 'Closed'],
      ['7', 'CP', 'CP'],
      ['8', 'PLO', 'CP'],
    ],
    relations: [],
  },
];

export const home: UnderstoodReturn = aReturn({ provider: 'fgc', tables: TABLES });

export const TRUE: readonly string[] = [
  'The highest number of referrals came from CP.',
  'The largest source of referrals was child protection.',
  'Child protection was the largest source of referrals.',
  'CP made the most referrals.',
  'The most referrals of children came from CP.',
  'The lowest number of referrals came from LAC.',
  'The fewest referrals came from looked after children.',
  'The majority of children referred were White British.',
  'Most children referred were White British.',
  'White British children made up the majority of referrals.',
  'More than half of the children referred were White British.',
  'Over half of referrals were White British.',
  'White British children accounted for over half of referrals.',
  'A third of referrals came from CP.',
  'A quarter of referrals came from early help.',
  'One in five of the children referred were Indian.',
  'Less than half of referrals came from CP.',
  'Overall, the largest ethnic group among children referred was White British.',
  'The largest group of children referred was White British.',
  'Two thirds of the families concluded remained at home.',
  'In the quarter, the highest number of referrals came from child protection.',
  'Largest source of referrals: CP',
  'Referrals were high, while the lowest number of referrals came from LAC.',
  'The service engaged 60 of the 80 families it contacted (75%).',
  'Engagement stood at 75% (60 of 80).',
  'Of the 80 families, 60 took part (75%).',
  'Questionnaires came back from 9 of 12 parents, or 75%.',
  'Feedback was positive from 67% of carers (8 out of 12).',
  'Training was finished by 5 of 8 volunteers (63%).',
  'Eight visits in ten days; 45 of the 50 planned (90%).',
  'Four cases stepped down.',
  'Cases with positive progress: 4',
  'One case escalated.',
  '50% of cases stepped down.',
  'Status improved in 4 cases, all known to the team.',
];

export const FALSE: readonly string[] = [
  'The highest number of referrals came from early help.',
  'The largest source of referrals was children in need.',
  'Early help was the largest source of referrals.',
  'CIN made the most referrals.',
  'The most referrals of children came from social care.',
  'The lowest number of referrals came from CIN.',
  'The fewest referrals came from early help.',
  'The majority of children referred were Indian.',
  'Most children referred were Indian.',
  'African children made up the majority of referrals.',
  'More than half of the children referred were Indian.',
  'Over half of referrals came from CP.',
  'Indian children accounted for over half of referrals.',
  'Half of the referrals came from early help.',
  'A quarter of referrals came from CP.',
  'One in five of the children referred were White British.',
  'Less than half of referrals were White British.',
  'Overall, the largest ethnic group among children referred was Indian.',
  'The largest group of children referred was dual heritage.',
  'All referrals came from child protection.',
  'No referrals came from early help.',
  'In the quarter, the highest number of referrals came from social care.',
  'Largest source of referrals: EH',
  'Referrals were high, while the lowest number of referrals came from CP.',
  'The service engaged 60 of the 80 families it contacted (66%).',
  'Engagement stood at 66% (60 of 80).',
  'Of the 80 families, 60 took part (57%).',
  'Questionnaires came back from 9 of 12 parents, or 57%.',
  'Feedback was positive from 76% of carers (8 out of 12).',
  'Training was finished by 5 of 8 volunteers (36%).',
  'Eight visits in ten days; 45 of the 50 planned (95%).',
  'Two cases stepped down.',
  'Cases with positive progress: 2',
  'Three cases escalated.',
  '60% of cases stepped down.',
  'Status improved in 6 cases, all known to the team.',
];

/** True, or not to be judged from these tables: the words look like those above and mean something else. */
export const OTHER: readonly string[] = [
  'The highest number of referrals since the service began came from early help.',
  'Early help was the second largest source of referrals.',
  'Early help was one of the largest sources of referrals.',
  'Most White British children remained at home.',
  'All referrals from early help were allocated within a week.',
  'All early help referrals were seen.',
  'The majority of Indian families attended.',
  'Most staff are Indian.',
  'Nearly half of referrals came from CP.',
  'About a third of referrals came from early help.',
  'The largest increase in referrals was from early help.',
  'The biggest challenge was the number of referrals from early help.',
  'At most, referrals came from early help once a week.',
  'Last quarter most referrals came from early help.',
  'Half of the early help team has moved.',
  'A third of sessions were held in early help hubs.',
  'One in five children in England is Indian.',
  'Not all referrals came from CP.',
  'The highest number of referrals was in June.',
  'The most recent referrals came from early help.',
  'The longest case was on CP.',
  'Most referrals to early help were closed.',
  'The council closed half of its early help hubs.',
  '40% of staff replied, and 6 of 12 said yes.',
  'We saw 6 of 12 families (40% last year).',
  '40% more than the 6 of 12 before.',
  '6 of 12 families came, which was 40% of the year before.',
  'In the north, 30% were seen (6 of 12 in the south).',
  'Escalation of complaints: 2',
  'Two staff stepped down from the team.',
  'Two children in the north stepped down.',
  'No referrals from early help were declined.',
];
