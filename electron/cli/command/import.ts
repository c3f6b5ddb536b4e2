import type { Command } from '#electron/cli/commands.ts';
import { columns } from '#electron/cli/terminal.ts';
import { type ImportedFile, importReturns } from '#electron/service/import.ts';
import { openSession } from '#electron/service/session.ts';

export const importFiles: Command = {
  name: 'import',
  use: 'import BOARD.eoc FILE… [--provider CODE] [--period "2020-21 Q1"]',
  does: 'reads returns; provider and period are recognised when not given',
  needs: ['a board file', 'at least one return'],
  options: ['provider', 'period', 'by'],
  run: async ({ rest: [board = '', ...paths], options }, to) => {
    using session = openSession(board);
    const files = await importReturns(session, paths, options, to.note);
    return {
      value: { files: files.map(jsonOf) },
      text: importText(files),
      needsPerson: files.some((file) => file.refused !== null),
    };
  },
};

export function jsonOf(file: ImportedFile) {
  return {
    file: file.file,
    sha256: file.sha256,
    provider: file.provider,
    period: file.period,
    version: file.version,
    tables: file.tables.map((table) => ({
      sheet: table.shape.sheet,
      range: table.shape.range,
      caption: table.shape.caption,
      table: table.code,
      score: table.score,
      assertions: table.assertions.length,
      unread: table.unread.map(({ source, why }) => ({ cell: source.cell, text: source.text, why })),
    })),
    refused: file.refused,
  };
}

function importText(files: readonly ImportedFile[]): string {
  const rows = files.map((file) =>
    file.refused
      ? [file.file, 'refused', '', file.refused]
      : [file.file, file.provider ?? '', file.period ?? '', tablesText(file)],
  );
  return columns([['File', 'Provider', 'Period', 'Read'], ...rows]);
}

function tablesText(file: ImportedFile): string {
  const known = file.tables.filter((table) => table.code !== null).length;
  const numbers = file.tables.reduce((sum, table) => sum + table.assertions.length, 0);
  const unread = file.tables.reduce((sum, table) => sum + table.unread.length, 0);
  const version = file.already
    ? ', already imported'
    : file.version && file.version > 1
      ? `, version ${file.version}`
      : '';
  return `${known} of ${file.tables.length} tables recognised, ${numbers} numbers, ${unread} unread${version}`;
}
