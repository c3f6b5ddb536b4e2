/** The categories of the board and the other wordings people use for them. */
import type { Named } from '#test/simulation/model/build.ts';

/** Board categories of ethnicity: what the compiled tables and some services use. */
export const BOARD_ETHNICITY: readonly Named[] = [
  { key: 'white-british', label: ['White British'] },
  { key: 'white-irish', label: ['White Irish'] },
  { key: 'white-other', label: ['White other', 'White Other'] },
  { key: 'black-caribbean', label: ['Black Caribbean'] },
  { key: 'black-african', label: ['Black African'] },
  { key: 'black-other', label: ['Black other', 'Black Other'] },
  { key: 'asian-indian', label: ['Asian Indian'] },
  { key: 'asian-pakistani', label: ['Asian Pakistani'] },
  { key: 'asian-other', label: ['Asian other', 'Asian Other'] },
  { key: 'dual-heritage', label: ['Dual Heritage', 'Mixed Heritage'] },
  { key: 'not-known', label: ['Not known', 'Not Known'] },
  { key: 'other', label: ['Other'] },
];

export interface Detailed extends Named {
  readonly board: string;
  readonly weight: number;
}

/** Codes of the case system, with the board category each belongs to. */
export const DETAILED_ETHNICITY: readonly Detailed[] = [
  { key: 'A1', label: ['A1 - White British', 'White British'], board: 'white-british', weight: 50 },
  { key: 'A2', label: ['A2 - White Irish', 'White Irish'], board: 'white-irish', weight: 1 },
  {
    key: 'A3',
    label: ['A3 - Any Other White Background', 'Any other White background'],
    board: 'white-other',
    weight: 5,
  },
  {
    key: 'B1',
    label: ['B1 - White and Black Caribbean', 'White/Black Caribbean'],
    board: 'dual-heritage',
    weight: 5,
  },
  {
    key: 'B2',
    label: ['B2 - White and Black African', 'White and Black African'],
    board: 'dual-heritage',
    weight: 2,
  },
  { key: 'B3', label: ['B3 - White and Asian', 'White and Asian'], board: 'dual-heritage', weight: 3 },
  {
    key: 'B4',
    label: ['B4 - Any Other Mixed Background', 'Any other mixed background'],
    board: 'dual-heritage',
    weight: 4,
  },
  { key: 'C1', label: ['C1 - Indian', 'Asian Indian'], board: 'asian-indian', weight: 9 },
  { key: 'C2', label: ['C2 - Pakistani', 'Asian Pakistani'], board: 'asian-pakistani', weight: 3 },
  { key: 'C3', label: ['C3 - Bangladeshi', 'Asian Bangladeshi'], board: 'asian-other', weight: 2 },
  {
    key: 'C4',
    label: ['C4 - Any other Asian Background', 'Any other Asian background'],
    board: 'asian-other',
    weight: 3,
  },
  { key: 'D1', label: ['D1 - Caribbean', 'Black Caribbean'], board: 'black-caribbean', weight: 2 },
  { key: 'D2', label: ['D2 - African', 'Black African'], board: 'black-african', weight: 4 },
  {
    key: 'D3',
    label: ['D3 - Any Other Black Background', 'Any other Black background'],
    board: 'black-other',
    weight: 2,
  },
  { key: 'E2', label: ['Any Other Ethnic Group', 'Any other ethnic group'], board: 'other', weight: 2 },
  {
    key: 'N1',
    label: ['Info Not Yet Obtained', 'Information not yet obtained'],
    board: 'not-known',
    weight: 4,
  },
];

export const OUTCOMES: readonly Named[] = [
  { key: 'exited', label: ['Exited from care', 'Exit from care'] },
  { key: 'closed', label: ['Closed to social care and early help', 'Closed to social care'] },
  { key: 'same', label: ['Stayed open to the same plan', 'Remained open on the same plan'] },
  { key: 'remained', label: ['Remained in care', 'Remain in care'] },
  { key: 'came', label: ['Came into care (LAC)', 'Became looked after (CLA)'] },
  { key: 'down', label: ['Risk to child decreased (stepped down)', 'Risk to child decreased'] },
  { key: 'up', label: ['Risk to child increased (stepped up)', 'Risk to child increased'] },
];

/** Status of a case at referral to MST and the like, with the case-data row it is counted in. */
export const STARTS: readonly Named[] = [
  { key: 'lac', label: ['LAC', 'Looked After Children'] },
  { key: 'pwp', label: ['LAC PWP', 'LAC placed with parents'] },
  { key: 'plo', label: ['CP & PLO (LPM route)', 'CP and PLO (LPM route)'] },
  { key: 'cp', label: ['CP', 'Child Protection'] },
  { key: 'so', label: ['CiN and SO', 'CIN and SO'] },
  { key: 'cin', label: ['CiN', 'Child in Need'] },
  { key: 'front', label: ['Front door – DAS & SAT', 'Front door - DAS and SAT'] },
  { key: 'yos', label: ['YOS', 'Youth Offending Service'] },
  { key: 'eh', label: ['Other EH with HoS approval', 'Other Early Help with HoS approval'] },
];

export const EXITS: readonly Named[] = [
  { key: 'lac', label: ['LAC', 'Looked After Children'] },
  { key: 'pwp', label: ['LAC PWP', 'LAC placed with parents'] },
  { key: 'plo', label: ['CP & PLO', 'CP and PLO'] },
  { key: 'cp', label: ['CP', 'Child Protection'] },
  { key: 'cin', label: ['CiN', 'Child in Need'] },
  { key: 'none', label: ['None', 'None (closed)'] },
];

export const ROUTES: readonly Named[] = [
  { key: 'eoc', label: ['EOC', 'Edge of Care Panel'] },
  { key: 'plo', label: ['PLO', 'Legal planning meeting'] },
  { key: 'other', label: ['Other', 'Other routes'] },
];

export const SOURCES: readonly Named[] = [
  { key: 'cin', label: ['CIN', 'Child in Need'] },
  { key: 'cp', label: ['CP', 'Child Protection'] },
  { key: 'eh', label: ['EH', 'Early Help'] },
  { key: 'lac', label: ['LAC', 'CLA'] },
];

export const ACTIVITY: readonly Named[] = [
  { key: 'held', label: ['Completed - FGC took place', 'Completed'] },
  { key: 'change', label: ['Change of Circumstances FGC stopped', 'Change of circumstances - FGC stopped'] },
  { key: 'family', label: ['Family Withdraw', 'Family Withdrawn'] },
  { key: 'lead', label: ['Lead Professional Withdraw', 'Lead Professional Withdrew'] },
  { key: 'mst', label: ['Withdrawn as MST/FFT', 'Withdrawn - MST/FFT instead'] },
];

/** Areas with the wards in them. */
export const AREAS: readonly (Named & { readonly wards: readonly string[] })[] = [
  { key: 'LE1', label: ['LE1'], wards: ['Wycliffe', 'Castle'] },
  {
    key: 'LE2',
    label: ['LE2'],
    wards: ['Knighton', 'Aylestone', 'Stoneygate', 'Spinney Hills', 'Saffron', 'Eyres Monsell'],
  },
  { key: 'LE3', label: ['LE3'], wards: ['Braunstone', 'Westcotes', 'Western', 'Fosse'] },
  { key: 'LE4', label: ['LE4'], wards: ['Beaumont Leys', 'Belgrave', 'Rushey Mead', 'Abbey'] },
  { key: 'LE5', label: ['LE5'], wards: ['Evington', 'Troon', 'Thurncourt', 'Humberstone'] },
];
