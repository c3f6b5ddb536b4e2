/** References between the parts of a definition: unknown codes, duplicates, circles, aliases used twice. */
import type {
  AxisReading,
  BoardDefinition,
  CategorySet,
  ChartRequest,
  Facets,
  IdentityTerm,
  TableDefinition,
} from '#shared/definition/definition.ts';
import type { DefinitionProblem } from '#shared/definition/schema.ts';

type Check = (place: string, value: string | null | undefined) => DefinitionProblem[];

interface Codes {
  readonly programme: Check;
  readonly measure: Check;
  readonly set: Check;
  readonly table: Check;
  readonly provider: Check;
  readonly member: (place: string, set: string, member: string) => DefinitionProblem[];
}

function known(what: string, codes: Iterable<string>): Check {
  const all = new Set(codes);
  return (place, value) =>
    value === null || value === undefined || all.has(value)
      ? []
      : [{ place, message: `There is no ${what} "${value}".` }];
}

function codesOf(definition: BoardDefinition): Codes {
  const members = new Map(definition.sets.map((set) => [set.code, new Set(set.members.map((m) => m.code))]));
  const of = (list: readonly { readonly code: string }[]) => list.map((entry) => entry.code);
  return {
    programme: known('programme', of(definition.programmes)),
    measure: known('measure', of(definition.measures)),
    set: known('category set', of(definition.sets)),
    table: known('table', of(definition.tables)),
    provider: known('provider', of(definition.providers)),
    member: (place, set, member) =>
      members.get(set)?.has(member) === false
        ? [{ place, message: `The set "${set}" has no member "${member}".` }]
        : [],
  };
}

function duplicates(
  place: string,
  list: readonly { readonly code: string }[],
  what: string,
): DefinitionProblem[] {
  const seen = new Set<string>();
  return list.flatMap(({ code }, at) => {
    const twice = seen.has(code);
    seen.add(code);
    return twice
      ? [{ place: `${place}[${at}].code`, message: `The ${what} "${code}" is defined twice.` }]
      : [];
  });
}

function dimProblems(
  codes: Codes,
  place: string,
  dims: Readonly<Record<string, string>> = {},
): DefinitionProblem[] {
  return Object.entries(dims).flatMap(([set, member]) => [
    ...codes.set(`${place}.${set}`, set),
    ...codes.member(`${place}.${set}`, set, member),
  ]);
}

function facetProblems(codes: Codes, place: string, facets: Facets | undefined): DefinitionProblem[] {
  if (!facets) return [];
  return [
    ...codes.measure(`${place}.measure`, facets.measure),
    ...codes.programme(`${place}.programme`, facets.programme),
    ...dimProblems(codes, `${place}.dims`, facets.dims),
  ];
}

function setListProblems(codes: Codes, place: string, sets: readonly string[] = []): DefinitionProblem[] {
  return sets.flatMap((set, at) => codes.set(`${place}[${at}]`, set));
}

function axisProblems(codes: Codes, place: string, axis: AxisReading): DefinitionProblem[] {
  if (axis.kind === 'set') {
    return [
      ...codes.set(`${place}.set`, axis.set),
      ...facetProblems(codes, `${place}.facets`, axis.facets),
      ...setListProblems(codes, `${place}.below`, axis.below),
    ];
  }
  if (axis.kind !== 'items') return [];
  return axis.items.flatMap((item, at) => [
    ...facetProblems(codes, `${place}.items[${at}].facets`, item.facets),
    ...facetProblems(codes, `${place}.items[${at}].share`, item.share),
    ...facetProblems(codes, `${place}.items[${at}].second`, item.second),
    ...setListProblems(codes, `${place}.items[${at}].below`, item.below),
  ]);
}

function tableProblems(codes: Codes, table: TableDefinition, at: number): DefinitionProblem[] {
  const place = `tables[${at}]`;
  return [
    ...table.providers.flatMap((provider, i) => codes.provider(`${place}.providers[${i}]`, provider)),
    ...facetProblems(codes, `${place}.facets`, table.facets),
    ...facetProblems(codes, `${place}.share`, table.share),
    ...facetProblems(codes, `${place}.second`, table.second),
    ...table.rows.flatMap((axis, i) => axisProblems(codes, `${place}.rows[${i}]`, axis)),
    ...table.columns.flatMap((axis, i) => axisProblems(codes, `${place}.columns[${i}]`, axis)),
  ];
}

/** An alias (or name) may stand for one member of a set only, whatever its case and spacing. */
function aliasProblems(set: CategorySet, at: number): DefinitionProblem[] {
  const owner = new Map<string, string>();
  return set.members.flatMap((member, i) =>
    [member.name, ...member.aliases].flatMap((alias) => {
      const key = alias.toLowerCase().replace(/\s+/g, ' ').trim();
      const other = owner.get(key);
      owner.set(key, other ?? member.code);
      return other && other !== member.code
        ? [
            {
              place: `sets[${at}].members[${i}].aliases`,
              message: `"${alias}" already stands for "${other}" in this set.`,
            },
          ]
        : [];
    }),
  );
}

function circles(
  place: string,
  list: readonly { readonly code: string; readonly partOf: string | null }[],
  what: string,
): DefinitionProblem[] {
  const parent = new Map(list.map((entry) => [entry.code, entry.partOf]));
  return list.flatMap((entry, at) => {
    const where = `${place}[${at}].partOf`;
    if (entry.partOf === null) return [];
    if (!parent.has(entry.partOf))
      return [{ place: where, message: `There is no ${what} "${entry.partOf}".` }];
    const seen = new Set<string>([entry.code]);
    for (let up: string | null | undefined = entry.partOf; up; up = parent.get(up)) {
      if (seen.has(up)) return [{ place: where, message: `"${entry.code}" is part of itself.` }];
      seen.add(up);
    }
    return [];
  });
}

function setProblems(set: CategorySet, at: number): DefinitionProblem[] {
  return [
    ...duplicates(`sets[${at}].members`, set.members, 'member'),
    ...circles(`sets[${at}].members`, set.members, 'member'),
    ...aliasProblems(set, at),
  ];
}

function termProblems(codes: Codes, place: string, term: IdentityTerm): DefinitionProblem[] {
  return [
    ...codes.measure(`${place}.measure`, term.measure),
    ...codes.programme(`${place}.programme`, term.programme),
    ...dimProblems(codes, `${place}.dims`, term.dims),
  ];
}

function identityProblems(codes: Codes, definition: BoardDefinition): DefinitionProblem[] {
  return definition.identities.flatMap((identity, at) => [
    ...termProblems(codes, `identities[${at}].result`, identity.result),
    ...identity.terms.flatMap((term, i) => termProblems(codes, `identities[${at}].terms[${i}]`, term)),
    ...(identity.over ?? []).flatMap((term, i) => termProblems(codes, `identities[${at}].over[${i}]`, term)),
    ...(identity.programmes ?? []).flatMap((code, i) =>
      codes.programme(`identities[${at}].programmes[${i}]`, code),
    ),
  ]);
}

function chartProblems(codes: Codes, place: string, chart: ChartRequest): DefinitionProblem[] {
  const stages = chart.kind === 'before-after' ? ([chart.before, chart.after] as const) : [];
  return [
    ...codes.measure(`${place}.measure`, chart.measure),
    ...chart.programmes.flatMap((code, j) => codes.programme(`${place}.programmes[${j}]`, code)),
    ...('set' in chart ? codes.set(`${place}.set`, chart.set) : []),
    ...('set' in chart ? stages.flatMap((stage) => codes.member(place, chart.set, stage)) : []),
    ...('comparators' in chart
      ? (chart.comparators ?? []).flatMap((code, j) => codes.measure(`${place}.comparators[${j}]`, code))
      : []),
  ];
}

function sectionProblems(codes: Codes, definition: BoardDefinition): DefinitionProblem[] {
  return definition.sections.flatMap((section, at) => [
    ...section.programmes.flatMap((code, i) => codes.programme(`sections[${at}].programmes[${i}]`, code)),
    ...section.tables.flatMap((code, i) => codes.table(`sections[${at}].tables[${i}]`, code)),
    ...section.charts.flatMap((chart, i) => chartProblems(codes, `sections[${at}].charts[${i}]`, chart)),
  ]);
}

function providerProblems(codes: Codes, definition: BoardDefinition): DefinitionProblem[] {
  return definition.providers.flatMap((provider, at) => [
    ...provider.programmes.flatMap((code, i) => codes.programme(`providers[${at}].programmes[${i}]`, code)),
    ...provider.returns.flatMap((code, i) => codes.table(`providers[${at}].returns[${i}]`, code)),
  ]);
}

/** Every reference of a well-shaped definition that leads nowhere, or to two places. */
export function referenceProblems(definition: BoardDefinition): DefinitionProblem[] {
  const codes = codesOf(definition);
  return [
    ...duplicates('programmes', definition.programmes, 'programme'),
    ...duplicates('providers', definition.providers, 'provider'),
    ...duplicates('measures', definition.measures, 'measure'),
    ...duplicates('sets', definition.sets, 'category set'),
    ...duplicates('tables', definition.tables, 'table'),
    ...duplicates('identities', definition.identities, 'identity'),
    ...duplicates('sections', definition.sections, 'section'),
    ...circles('programmes', definition.programmes, 'programme'),
    ...providerProblems(codes, definition),
    ...definition.sets.flatMap(setProblems),
    ...definition.tables.flatMap((table, at) => tableProblems(codes, table, at)),
    ...identityProblems(codes, definition),
    ...definition.targets.flatMap((target, at) => [
      ...codes.measure(`targets[${at}].measure`, target.measure),
      ...codes.programme(`targets[${at}].programme`, target.programme),
    ]),
    ...sectionProblems(codes, definition),
  ];
}
