/**
 * Opens the zip archive that a workbook or Word file is. Sizes are checked from the directory before
 * anything is unpacked, enforced again while unpacking, and every part is checked against its checksum:
 * one flipped bit must not become a wrong number.
 */
import { crc32, inflateRawSync } from 'node:zlib';
import { corrupt, protectedFile, type ReadProblem, tooLarge } from '#electron/import/problem.ts';

export interface Zip {
  /** Part names as stored, with forward slashes. */
  readonly names: readonly string[];
  /** The part's bytes, or null when the archive has no such part (names are compared without case). */
  readonly read: (name: string) => Uint8Array | null;
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

const MAX_ENTRIES = 10_000;
const MAX_TOTAL = 512 * 1024 * 1024;
/** Real parts, even a million blank formatted rows, pack about 1:30; deflate itself can reach 1:1030. */
const MAX_RATIO = 250;
const RATIO_FROM = 4 * 1024 * 1024;

const END = 0x06054b50;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_64_LOCATOR = 0x07064b50;
const END_64 = 0x06064b50;

/** Reads the archive's directory. Throws `ReadProblem` when it is cut short, hostile or encrypted. */
export function openZip(file: string, bytes: Uint8Array): Zip {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = guarded(file, () => directory(file, view));
  const objection = overweight(file, entries);
  if (objection) throw objection;
  const byName = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  return {
    names: entries.map((entry) => entry.name),
    read: (name) => {
      const entry = byName.get(name.toLowerCase());
      return entry ? guarded(file, () => unpack(file, view, entry)) : null;
    },
  };
}

/** Reading past the end of the bytes is a cut-off file, not a bug. */
function guarded<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) throw corrupt(file, 'its last part is missing');
    throw error;
  }
}

function overweight(file: string, entries: readonly Entry[]): ReadProblem | null {
  if (entries.length > MAX_ENTRIES) return tooLarge(file, `${entries.length} parts`);
  const total = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (total > MAX_TOTAL) return tooLarge(file, `${Math.round(total / 1024 / 1024)} MB`);
  const bomb = entries.find((entry) => entry.size > RATIO_FROM && entry.size > entry.packed * MAX_RATIO);
  return bomb ? tooLarge(file, `${bomb.name} is packed ${Math.round(bomb.size / bomb.packed)} to 1`) : null;
}

function directory(file: string, view: Buffer): Entry[] {
  const end = endRecord(file, view);
  const entries: Entry[] = [];
  let at = end.offset;
  for (let n = 0; n < Math.min(end.count, MAX_ENTRIES + 1); n++) {
    if (view.readUInt32LE(at) !== DIRECTORY) throw corrupt(file, 'its table of contents is broken');
    const [name, extra, comment] = [
      view.readUInt16LE(at + 28),
      view.readUInt16LE(at + 30),
      view.readUInt16LE(at + 32),
    ];
    const entry = entryAt(view, at, name, extra);
    const stored = view.subarray(entry.offset + 30, entry.offset + 30 + name);
    if (!stored.equals(view.subarray(at + 46, at + 46 + name))) {
      throw corrupt(file, `its table of contents names ${entry.name}, which is not there`);
    }
    entries.push(entry);
    at += 46 + name + extra + comment;
  }
  return entries;
}

function endRecord(file: string, view: Buffer): { count: number; offset: number } {
  for (let at = view.length - 22; at >= Math.max(0, view.length - 65_557); at--) {
    if (view.readUInt32LE(at) !== END) continue;
    const locator = at - 20;
    if (locator >= 0 && view.readUInt32LE(locator) === END_64_LOCATOR) {
      const large = Number(view.readBigUInt64LE(locator + 8));
      if (view.readUInt32LE(large) !== END_64) throw corrupt(file, 'its table of contents is broken');
      return {
        count: Number(view.readBigUInt64LE(large + 32)),
        offset: Number(view.readBigUInt64LE(large + 48)),
      };
    }
    return { count: view.readUInt16LE(at + 10), offset: view.readUInt32LE(at + 16) };
  }
  throw corrupt(file, 'the end of the file is missing');
}

function entryAt(view: Buffer, at: number, nameLength: number, extraLength: number): Entry {
  const extraAt = at + 46 + nameLength;
  const long = longSizes(view.subarray(extraAt, extraAt + extraLength));
  /** Values that do not fit 32 bits stand in the extra field, in this order. */
  const wide = (value: number): number => (value === 0xffffffff ? Number(long.shift() ?? 0n) : value);
  const size = wide(view.readUInt32LE(at + 24));
  const packed = wide(view.readUInt32LE(at + 20));
  const offset = wide(view.readUInt32LE(at + 42));
  return {
    name: view.toString('utf8', at + 46, extraAt).replaceAll('\\', '/'),
    method: view.readUInt16LE(at + 10),
    flags: view.readUInt16LE(at + 8),
    crc: view.readUInt32LE(at + 16),
    packed,
    size,
    offset,
  };
}

function longSizes(extra: Buffer): bigint[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    const length = extra.readUInt16LE(at + 2);
    return Array.from({ length: length >> 3 }, (_, n) => extra.readBigUInt64LE(at + 4 + n * 8));
  }
  return [];
}

function unpack(file: string, view: Buffer, entry: Entry): Uint8Array {
  if (entry.flags & 1) throw protectedFile(file);
  if (view.readUInt32LE(entry.offset) !== LOCAL)
    throw corrupt(file, `${entry.name} is not where it should be`);
  const start =
    entry.offset + 30 + view.readUInt16LE(entry.offset + 26) + view.readUInt16LE(entry.offset + 28);
  const data = view.subarray(start, start + entry.packed);
  const out = entry.method === 0 ? data : inflated(file, entry, data);
  if (out.length !== entry.size || crc32(out) !== entry.crc) {
    throw corrupt(file, `${entry.name} does not match its checksum`);
  }
  return out;
}

function inflated(file: string, entry: Entry, data: Buffer): Buffer {
  if (entry.method !== 8) throw corrupt(file, `${entry.name} is packed in an unknown way`);
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, entry.size) });
  } catch {
    throw corrupt(file, `${entry.name} cannot be unpacked`);
  }
}
