/**
 * The evidence register as a document of tables: figures, cells, decisions, files. For the board only: it shows
 * every value in full, so it carries the board's marking and is never made from a public edition.
 */
import type { Decision } from '#shared/decision/decision.ts';
import type { BoardDefinition } from '#shared/definition/definition.ts';
import type { EvidenceEntry, EvidenceInput, EvidenceStatus } from '#shared/evidence/register.ts';
import type { Finding } from '#shared/finding/finding.ts';
import { countOf } from '#shared/finding/words.ts';
import type { Pack, PackSectionDoc, PackTable, TableCell } from '#shared/pack/document.ts';
import { textCell } from '#shared/pack/lookup.ts';

export interface RegisterInput extends EvidenceInput {
  readonly findings: readonly Finding[];
}

const STATUS: Readonly<Record<EvidenceStatus, string>> = {
  stated: 'stated by one cell',
  agreed: 'cells agree',
  decided: 'decided',
  disputed: 'disputed',
  derived: 'follows from other figures',
  'as-returned': 'as returned, not recognised',
  calculated: 'worked out from the figures beside it',
  counted: 'counted by the program',
  gone: 'no longer returned',
};

/** A document of its own, to be written as a workbook. */
export function registerDocument(pack: Pack, entries: readonly EvidenceEntry[], input: RegisterInput): Pack {
  const tables = [
    figuresTable(entries),
    cellsTable(entries),
    decisionsTable(entries, input),
    filesTable(input),
  ].filter((table) => table.rows.length > 0);
  const section: PackSectionDoc = {
    code: 'evidence',
    title: 'Evidence register',
    appendix: false,
    exempt: null,
    blocks: tables,
  };
  const { council, board, period, marking, date } = pack;
  const title = `${board}: ${period} evidence register`;
  const front = [
    { label: 'Pack', value: pack.title },
    { label: 'Figures in it', value: countOf(entries.length, 'figure') },
    {
      label: 'Not for publication',
      value: 'The register shows every value in full, small numbers included.',
    },
  ];
  return { title, council, board, period, edition: 'board', marking, date, front, sections: [section] };
}

/** `E12`: how the register's tables name an entry. */
const named = (number: number): string => `E${number}`;

function figuresTable(entries: readonly EvidenceEntry[]): PackTable {
  return tableOf(
    'evidence-figures',
    'Figures',
    'One row for every figure the pack shows, in the order of the pack.',
    [
      'Entry',
      'Figure',
      'Reads',
      'Value',
      'Unit',
      'Printed to',
      'Status',
      'Where it stands',
      'Rests on',
      'Key',
    ],
    entries.map((entry) => ({
      label: named(entry.number),
      cells: [
        textCell(entry.label),
        textCell(entry.texts.join('; ')),
        numberCell(entry.value),
        textCell(entry.unit),
        textCell(stepWords(entry)),
        textCell(STATUS[entry.status]),
        textCell(entry.places.join('; ')),
        textCell(restsOn(entry)),
        textCell(entry.key ?? ''),
      ],
    })),
  );
}

function stepWords({ step }: EvidenceEntry): string {
  if (step === null) return '';
  return step === 0 ? 'exact' : `nearest ${step}`;
}

function restsOn({ cells, decisions, worked }: EvidenceEntry): string {
  const parts = [
    ...(cells.length > 0 ? [countOf(cells.length, 'cell')] : []),
    ...(decisions.length > 0 ? [countOf(decisions.length, 'decision')] : []),
    ...(worked.length > 0 ? [`entries ${worked.map(named).join(', ')}`] : []),
  ];
  return parts.join('; ');
}

function cellsTable(entries: readonly EvidenceEntry[]): PackTable {
  const rows = entries.flatMap(({ number, cells }) => cells.map((cell) => ({ number, cell })));
  return tableOf(
    'evidence-cells',
    'Cells',
    'One row for every cell under a figure, the main one first.',
    ['Entry', 'File', 'Sheet', 'Cell', 'Text', 'SHA-256 of the file'],
    rows.map(({ number, cell: { ref, sha256 } }) => ({
      label: named(number),
      cells: [ref.file, ref.sheet, ref.cell, ref.text, sha256 ?? ''].map(textCell),
    })),
  );
}

function decisionsTable(entries: readonly EvidenceEntry[], input: RegisterInput): PackTable {
  const uses = Map.groupBy(
    entries.flatMap(({ number, decisions }) => decisions.map((id) => ({ number, id }))),
    ({ id }) => id,
  );
  const used = input.decisions.filter(({ id }) => uses.has(id));
  return tableOf(
    'evidence-decisions',
    'Decisions',
    'One row for every decision that settled a figure of the pack.',
    ['Decision', 'Finding', 'Took', 'Reason', 'By', 'When', 'Entries'],
    used.map((decision) => ({
      label: decision.id,
      cells: [
        titleOf(decision, input.findings),
        tookWords(decision, input.findings),
        decision.why,
        decision.by,
        decision.at,
        (uses.get(decision.id) ?? []).map(({ number }) => named(number)).join(', '),
      ].map(textCell),
    })),
  );
}

function titleOf({ finding }: Decision, findings: readonly Finding[]): string {
  return findings.find(({ id }) => id === finding)?.title ?? 'A finding that no longer arises';
}

function tookWords({ verdict, finding }: Decision, findings: readonly Finding[]): string {
  if (verdict.kind === 'dismiss') return 'explained';
  if (verdict.kind === 'value') return String(verdict.value);
  const cells = findings.find(({ id }) => id === finding)?.cells ?? [];
  return cells[verdict.cell]?.ref.text ?? 'a stated value';
}

function filesTable({ returns, definition }: RegisterInput): PackTable {
  return tableOf(
    'evidence-files',
    'Files',
    'One row for every return on the board, with the fingerprint of its bytes.',
    ['File', 'Provider', 'Period', 'Version', 'SHA-256'],
    returns.map(({ file, ref }) => ({
      label: file,
      cells: [
        textCell(providerName(ref.provider, definition)),
        textCell(ref.period),
        numberCell(ref.version),
        textCell(ref.sha256),
      ],
    })),
  );
}

function providerName(code: string, { providers }: BoardDefinition): string {
  return providers.find((one) => one.code === code)?.name ?? code;
}

/** As many decimals as the value has, so that a workbook shows it whole. */
function numberCell(value: number | null): TableCell {
  if (value === null) return textCell('');
  const text = String(Number(value.toPrecision(12)));
  return { text, value, format: text.includes('.') ? 'decimal' : 'count', key: null };
}

function tableOf(
  id: string,
  caption: string,
  summary: string,
  header: readonly string[],
  rows: readonly { readonly label: string; readonly cells: readonly TableCell[] }[],
): PackTable {
  const whole = rows.map((row) => ({ ...row, total: false }));
  return { kind: 'table', id, caption, summary, header, rows: whole, notes: [], sources: [] };
}
