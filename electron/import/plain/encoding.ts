/** Text files as characters: UTF-8, UTF-16 with or without its mark, or the Windows code page of old exports. */
import { ReadProblem } from '#electron/import/problem.ts';

/** The text without byte order mark. Throws `ReadProblem` (encoding) when the bytes are no text at all. */
export function decodeText(file: string, bytes: Uint8Array): string {
  const label = encodingOf(bytes);
  const text = withoutEndMark(new TextDecoder(label).decode(bytes));
  const stray = [...text.slice(0, 100_000)].filter(isControl).length;
  if (stray === 0) return text;
  throw new ReadProblem(
    'encoding',
    `“${file}” is not text in any encoding known here, so its figures cannot be trusted. ` +
      'Open it in the program that made it and save it as “CSV UTF-8” or as an Excel workbook (.xlsx).',
  );
}

/** Old programs close a text file with character 26. */
function withoutEndMark(text: string): string {
  return text.endsWith('\u001A') ? text.slice(0, -1) : text;
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, 4096);
  const zeros = (odd: number): number => sample.filter((byte, at) => byte === 0 && at % 2 === odd).length;
  if (zeros(1) > sample.length / 8 && zeros(0) === 0) return 'utf-16le';
  if (zeros(0) > sample.length / 8 && zeros(1) === 0) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Control characters other than tab, line end and form feed; text has none. */
function isControl(char: string): boolean {
  const code = char.charCodeAt(0);
  return (code < 32 && ![9, 10, 12, 13].includes(code)) || (code >= 127 && code < 160 && code !== 0x85);
}
