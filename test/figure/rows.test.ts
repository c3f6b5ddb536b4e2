/** Figures packed into columns and opened again. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Aspect } from '#shared/assertion/assertion.ts';
import { keyText } from '#shared/assertion/assertion.ts';
import type { Figure, FigureStatus } from '#shared/figure/figure.ts';
import { figureRows, figureTable } from '#shared/figure/rows.ts';
import { formatQuantity } from '#shared/quantity/format.ts';

const words = (...list: string[]) => fc.constantFrom(...list);
const ids = fc.array(words('a', 'b'), { maxLength: 3 });

const figure: fc.Arbitrary<Figure> = fc
  .record({
    measure: words('starts', 'cost'),
    programme: fc.constantFrom('mst', 'null', null),
    period: words('2030-31 Q1', 'Apr 2030'),
    aspect: fc.constantFrom<Aspect>('value', 'target'),
    dims: fc.dictionary(words('source', 'status'), words('x', 'y')),
    value: fc.integer({ min: -9999, max: 9999 }),
    status: fc.constantFrom<FigureStatus>('stated', 'disputed'),
    assertions: ids,
    decisions: ids,
    findings: ids,
  })
  .map(({ measure, programme, period, aspect, dims, value, ...rest }) => ({
    key: { measure, programme, period, aspect, unit: 'children', dims: { ...dims } },
    quantity: { value, step: 0, low: value, high: value, unit: 'children', whole: true, approximate: false },
    sources: [],
    ...rest,
  }));

test('every figure comes out as it went in, in its place', () => {
  fc.assert(
    fc.property(fc.array(figure), (figures) => {
      const rows = figureRows(JSON.parse(JSON.stringify(figureTable(figures))));
      expect(rows).toEqual(
        figures.map(({ key, quantity, status, ...beneath }) => ({
          ...key,
          id: keyText(key),
          status,
          value: quantity.value,
          text: formatQuantity(quantity),
          sources: beneath.sources.length,
          decisions: beneath.decisions.length,
          findings: beneath.findings.length,
        })),
      );
    }),
  );
});

test('columns that do not fit together are refused', () => {
  const table = figureTable([]);
  expect(() => figureRows({ ...table, value: [1] })).toThrow(RangeError);
});
