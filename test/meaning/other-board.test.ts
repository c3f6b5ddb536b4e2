/** Nothing of one council is in the code: another board's tables are read by another definition. */
import { expect, test } from 'vitest';
import type { BoardDefinition } from '#shared/definition/definition.ts';
import { parseDefinition } from '#shared/definition/schema.ts';
import { recogniseReturn } from '#shared/meaning/recognise.ts';
import { onlyTable, readingOf, textsByKey } from '#test/meaning/reading.ts';

const COMPLAINTS = {
  code: 'complaints',
  version: 1,
  council: 'Northshire Council',
  board: 'Complaints Board',
  programmes: [],
  providers: [
    {
      code: 'feedback',
      name: 'Customer feedback team',
      aliases: ['Complaints'],
      programmes: [],
      returns: ['volume'],
      compiles: false,
    },
  ],
  measures: [
    {
      code: 'complaints',
      name: 'Complaints',
      aliases: ['Complaints received'],
      unit: 'events',
      direction: 'down',
      overQuarters: 'sum',
      overProgrammes: 'none',
    },
    {
      code: 'in-time',
      name: 'Answered in time',
      aliases: ['Within timescale'],
      unit: 'percent',
      direction: 'up',
      overQuarters: 'none',
      overProgrammes: 'none',
    },
  ],
  sets: [
    {
      code: 'stage',
      name: 'Stage',
      members: [
        { code: 'one', name: 'Stage 1', aliases: ['Local resolution'], partOf: null },
        { code: 'two', name: 'Stage 2', aliases: ['Investigation'], partOf: null },
      ],
    },
  ],
  tables: [
    {
      code: 'volume',
      title: 'Complaints by stage',
      providers: ['feedback'],
      captions: ['Complaints received by stage and quarter'],
      facets: { measure: 'complaints', period: 'quarter' },
      rows: [{ kind: 'set', set: 'stage' }],
      columns: [
        { kind: 'quarters' },
        {
          kind: 'items',
          items: [
            {
              label: 'Answered in time',
              aliases: ['% in time'],
              facets: { measure: 'in-time', unit: 'percent' },
            },
          ],
        },
      ],
    },
  ],
  identities: [],
  targets: [],
  sections: [],
  glossary: [],
  smallNumber: { threshold: 5, symbol: 'c' },
  returnsDueAfterDays: 14,
};

function definitionOf(json: unknown): BoardDefinition {
  const parsed = parseDefinition(json);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.definition;
}

test("another council's complaints are read by its own definition", () => {
  const reading = readingOf('Complaints 2022-23 Q2.docx', [
    {
      caption: 'Volume of complaints by stage',
      rows: 'Stage|Q1 2022-23|Q2 2022-23|% in time\nLocal resolution|14|19|81%\nInvestigation|3|2|50%\nTotal|17|21|78%',
    },
  ]);
  const found = recogniseReturn(reading, definitionOf(COMPLAINTS));
  expect([found.provider, found.period, onlyTable(found).code]).toEqual(['feedback', '2022-23 Q2', 'volume']);
  expect(textsByKey(onlyTable(found).assertions)).toEqual({
    'complaints||2022-23 Q1|value|events|stage=one': '14',
    'complaints||2022-23 Q2|value|events|stage=one': '19',
    'in-time||2022-23 Q2|value|percent|stage=one': '81%',
    'complaints||2022-23 Q1|value|events|stage=two': '3',
    'complaints||2022-23 Q2|value|events|stage=two': '2',
    'in-time||2022-23 Q2|value|percent|stage=two': '50%',
    'complaints||2022-23 Q1|value|events|': '17',
    'complaints||2022-23 Q2|value|events|': '21',
    'in-time||2022-23 Q2|value|percent|': '78%',
  });
});
