/**
 * Whether the record stream of a legacy workbook is whole. The library reads what it can of a damaged one
 * and says nothing; a return that has lost its last rows must be refused instead.
 */

/** The opening record of a sheet or workbook, by version. */
const BOF: readonly number[] = [0x0009, 0x0209, 0x0409, 0x0809];
const EOF = 0x000a;
const SHEET = 0x0085;
/** From here on the stream is encrypted; the library says so. */
const FILEPASS = 0x002f;

/** Records that hold cells, by type, with the fewest bytes each can have; the library trusts them blindly. */
const LEAST: Readonly<Record<number, number>> = {
  6: 22, // FORMULA
  7: 3, // STRING, old
  519: 3, // STRING
  253: 10, // LABELSST
  515: 14, // NUMBER
  638: 10, // RK
  189: 6, // MULRK
  516: 8, // LABEL
  214: 8, // RSTRING
  517: 8, // BOOLERR
  520: 16, // ROW
  252: 8, // SST
  229: 2, // MERGECELLS
  1212: 10, // SHRFMLA
  545: 14, // ARRAY
};
const FORMULA = 6;

/** True when the stream opens with BOF, every record fits, and each sheet it announces begins and ends. */
export function isWholeBiff(stream: Buffer): boolean {
  if (stream.length < 8 || !BOF.includes(stream.readUInt16LE(0))) return false;
  const starts = [0];
  for (const { type, at, length } of records(stream, 0)) {
    if (type === FILEPASS) return true;
    if (!isPlausible(stream, type, at, length)) return false;
    if (type === SHEET && length >= 4) starts.push(stream.readUInt32LE(at));
  }
  return starts.every((start) => hasEnd(stream, start));
}

/** Long enough for its type; a formula no longer than the record it stands in. */
function isPlausible(stream: Buffer, type: number, at: number, length: number): boolean {
  if (length < (LEAST[type] ?? 0)) return false;
  return type !== FORMULA || stream.readUInt16LE(at + 20) + 22 <= length;
}

function hasEnd(stream: Buffer, start: number): boolean {
  let open = 0;
  for (const { type } of records(stream, start)) {
    if (BOF.includes(type)) open++;
    if (type === EOF) open--;
    if (open === 0) return type === EOF;
  }
  return false;
}

/** Records from a position until one does not fit. */
function* records(stream: Buffer, start: number): Generator<{ type: number; at: number; length: number }> {
  for (let at = start; at + 4 <= stream.length; ) {
    const [type, length] = [stream.readUInt16LE(at), stream.readUInt16LE(at + 2)];
    if (at + 4 + length > stream.length) return;
    yield { type, at: at + 4, length };
    at += 4 + length;
  }
}
