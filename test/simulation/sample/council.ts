/** Westmoor, the council of the sample board: its places, its board and the services' ways of setting out. */

import { SAMPLE_CODE } from '#electron/service/samples.ts';
import { defaultDefinition } from '#shared/definition/default/index.ts';
import type { BoardDefinition, CategorySet } from '#shared/definition/definition.ts';
import { parseDefinition } from '#shared/definition/schema.ts';
import { type Style, sampleLike } from '#test/simulation/layout/style.ts';
import { AREAS } from '#test/simulation/world/words.ts';

export const COUNCIL = 'Westmoor Council';

/** Districts and wards that exist nowhere together, for those of the simulation in their order. */
const WARDS = [
  'Larkfield',
  'Millgate',
  'Harbourne Rise',
  'Eastmere',
  'Colliers Wood End',
  'Tannery Row',
  'Saltmarsh',
  'Priory Fields',
  'Brackenhill',
  'Westholme',
  'Quarry Bank',
  'Fernley',
  'Beacon Heath',
  'Bellfold',
  'Rushton Mere',
  'Abbotsway',
  'Evenlode Park',
  'Thornwick',
  'Coppice Green',
  'Hamble Cross',
] as const;

const codeOf = (name: string): string => name.toLowerCase().replaceAll(' ', '-');

const RENAMED: ReadonlyMap<string, string> = new Map([
  ...AREAS.map(({ key }, n): readonly [string, string] => [key, `WM${n + 1}`]),
  ...AREAS.flatMap(({ wards }) => wards).map((ward, n): readonly [string, string] => [
    ward,
    WARDS[n] ?? ward,
  ]),
]);

const PLACE = new RegExp(
  `\\b(${[...RENAMED.keys()].sort((a, b) => b.length - a.length).join('|')})\\b(?! (British|Irish|other|Other))`,
  'g',
);

/** Any plain data with the simulation's places called by Westmoor's names. */
export function inWestmoor<T>(data: T): T {
  const text = JSON.stringify(data, (key, value) =>
    typeof value === 'string' && !['id', 'at', 'result', 'under', 'key'].includes(key)
      ? value.replace(PLACE, (place) => RENAMED.get(place) ?? place)
      : value,
  );
  return JSON.parse(text);
}

const member = (name: string) => ({ code: codeOf(name), name, aliases: [], partOf: null });

function placesOf(set: CategorySet): CategorySet {
  const elsewhere = set.members.filter(({ code }) => code === 'out-of-city');
  const ours = set.code === 'ward' ? [...WARDS].sort() : AREAS.map((_, n) => `WM${n + 1}`);
  return { ...set, members: [...ours.map(member), ...elsewhere] };
}

/** The board's definition when it began: the usual one, for this council. */
export function firstDefinition(): BoardDefinition {
  const { sets, ...rest } = defaultDefinition;
  return sound({
    ...rest,
    code: SAMPLE_CODE,
    version: 1,
    council: COUNCIL,
    sets: sets.map((set) => (['ward', 'postcode'].includes(set.code) ? placesOf(set) : set)),
  });
}

export const WIDENED_TERM = 'Request for a parenting assessment';

/** From the third quarter of 2024-25 a request is counted for each child, and the board writes down that it is. */
export function secondDefinition(): BoardDefinition {
  const first = firstDefinition();
  return sound({
    ...first,
    version: 2,
    glossary: [
      ...first.glossary,
      {
        term: WIDENED_TERM,
        meaning:
          'From 2024-25 Q3 a request counts once for each child, unborn children included. Before, requests for unborn children were counted by the hospital team and are not in these figures: the step in the trend is the change of definition.',
      },
    ],
  });
}

function sound(definition: BoardDefinition): BoardDefinition {
  const parsed = parseDefinition(definition);
  if (parsed.ok) return parsed.definition;
  throw new Error(parsed.problems.map(({ place, message }) => `${place}: ${message}`).join('\n'));
}

/** Each service has a way of its own, and keeps to it. */
const STYLES: Readonly<Record<string, Partial<Style>>> = {
  fgc: { format: 'docx', wording: 1, months: 'Apr', zero: '-', header: 'merged' },
  board: { format: 'docx', zero: '' },
  'mst-fft': { format: 'xlsx', wording: 0, header: 'repeated' },
  finance: { format: 'xlsx', arrangement: 'stacked', exact: true },
  'safe-families': { format: 'docx', wording: 1, zero: '0' },
  ccfs: { format: 'xlsx', arrangement: 'side-by-side', wording: 2, zero: 'nil', months: 'April 2021' },
  performance: { format: 'csv' },
};

export function westmoorStyle(provider: string): Style {
  return { ...sampleLike(provider), ...STYLES[provider] };
}
