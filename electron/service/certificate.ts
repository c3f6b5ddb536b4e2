/** The disclosure certificate: what every protected number could still be. For the board alone, never published. */
import type { ExportedFile } from '#shared/api/api.ts';
import type { BoardDefinition } from '#shared/definition/definition.ts';
import type { PublicEdition } from '#shared/edition/public.ts';
import { keyWords } from '#shared/figure/key-words.ts';
import type { UnderstoodReturn } from '#shared/meaning/understood.ts';

interface Board {
  readonly definition: BoardDefinition;
  readonly returns: readonly UnderstoodReturn[];
}

const MARKING = 'OFFICIAL-SENSITIVE: NOT FOR PUBLICATION';

/** A CSV beside the public pack, not one of its files: it tells which numbers are small. */
export function certificateFile({ pack, certificate }: PublicEdition, board: Board): ExportedFile {
  const { threshold, rounding, proofs } = certificate;
  const rule =
    rounding === null
      ? `Numbers from 1 to ${threshold} are withheld. Each could still be any of the values given, by every table, percentage and earlier edition together.`
      : `Numbers are rounded to the nearest ${rounding}. Each number from 1 to ${threshold} could still be any of the values given, by every table, percentage and earlier edition together. Rounding does not hide that a number is small.`;
  const places = placesOf(board.returns);
  const rows = proofs.map(({ id, possible }) => [
    nameOf(id, board.definition, places),
    [...possible].sort((a, b) => a - b).join('; '),
  ]);
  const lines = [
    [MARKING],
    [`Disclosure certificate of the public edition for ${pack.period}`],
    [rule],
    ['Figure', 'Values proved possible'],
    ...rows,
  ];
  const text = lines.map((line) => line.map(quoted).join(',')).join('\r\n');
  return {
    name: `NOT FOR PUBLICATION disclosure certificate ${pack.period}.csv`,
    bytes: Buffer.from(`\uFEFF${text}\r\n`, 'utf8').toString('base64'),
  };
}

/** Quoted always, and never read as a formula by a spreadsheet. */
function quoted(text: string): string {
  const plain = /^[=+\-@]/.test(text) ? `'${text}` : text;
  return `"${plain.replaceAll('"', '""')}"`;
}

function placesOf(returns: readonly UnderstoodReturn[]): ReadonlyMap<string, string> {
  return new Map(
    returns.flatMap(({ file, tables }) =>
      tables.flatMap(({ assertions }) =>
        assertions.map(({ id, source: { sheet, cell } }) => [id, `${file}, ${sheet}, ${cell}`] as const),
      ),
    ),
  );
}

function nameOf(id: string, definition: BoardDefinition, places: ReadonlyMap<string, string>): string {
  const earlier = /^was \d+ (.*)$/s.exec(id)?.[1];
  if (earlier !== undefined) return `As issued before: ${nameOf(earlier, definition, places)}`;
  if (id.startsWith('rest|')) {
    const [whole = '', part = ''] = restOf(id);
    return `Of ${nameOf(whole, definition, places)}, those not in ${nameOf(part, definition, places)}`;
  }
  return places.get(id) ?? keyWords(id, definition);
}

/** `rest|whole|part`, where both are keys of six parts, or ids without a stroke. */
function restOf(id: string): readonly string[] {
  const parts = id.split('|').slice(1);
  const half = parts.length / 2;
  return [parts.slice(0, half).join('|'), parts.slice(half).join('|')];
}
