/** Findings through recognition: another name for a category, known to the definition, changes nothing. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readReturn } from '#electron/import/read.ts';
import { defaultDefinition } from '#shared/definition/default/index.ts';
import { checkBoard } from '#shared/finding/check.ts';
import type { Reading } from '#shared/grid/grid.ts';
import { understandReturn } from '#shared/meaning/recognise.ts';

const folder = path.resolve(import.meta.dirname, '../../electron/sample/returns/2020-21 Q2');
const FILES = { 'EOC summary Q2 2020-21.docx': 'board', 'PA Q2 2020-21.docx': 'ccfs' };

async function readings(): Promise<readonly (readonly [Reading, string])[]> {
  return Promise.all(
    Object.entries(FILES).map(async ([file, provider]) => {
      const read = await readReturn(file, readFileSync(path.join(folder, file)));
      if (!read.ok) throw new Error(read.error.message);
      return [read.reading, provider] as const;
    }),
  );
}

/** The reading with every cell that is exactly `from` reading `to`. */
function renamed(reading: Reading, names: Readonly<Record<string, string>>): Reading {
  const grids = reading.grids.map((grid) => ({
    ...grid,
    cells: grid.cells.map((cell) => {
      const to = names[cell.text.trim()];
      return to === undefined ? cell : { ...cell, text: to, value: to };
    }),
  }));
  return { ...reading, grids };
}

function seen(sources: readonly (readonly [Reading, string])[]) {
  const returns = sources.map(([reading, provider]) => {
    const ref = { provider, period: '2020-21 Q2', version: 1, sha256: reading.sha256 };
    return understandReturn(reading, defaultDefinition, ref);
  });
  return checkBoard({ definition: defaultDefinition, returns }).findings.map((finding) => ({
    ...{ kind: finding.kind, severity: finding.severity, provider: finding.provider },
    cells: finding.cells.map(({ ref }) => `${ref.sheet} ${ref.cell}`),
    suspect: finding.suspect,
    expected: finding.expected,
  }));
}

test('renaming categories to other names the definition knows leaves every finding as it was', async () => {
  const sources = await readings();
  const names = {
    'White British': 'British',
    'Dual Heritage': 'Mixed Heritage',
    'Info Not Yet Obtained': 'Information not obtained',
    'Black Caribbean': 'Black British Caribbean',
  };
  const before = seen(sources);
  expect(before.length).toBeGreaterThan(3);
  expect(seen(sources.map(([reading, provider]) => [renamed(reading, names), provider] as const))).toEqual(
    before,
  );
});
