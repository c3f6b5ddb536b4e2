/** The window's own files: what the build put into its folder, and nothing else. */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
};

export interface ServedFile {
  readonly bytes: Uint8Array;
  readonly type: string;
  /** Its name holds a hash of its content: it never changes under this name. */
  readonly fixed: boolean;
}

/** The file at a URL's path; `/` is `index.html`. Null for anything outside the folder or of another kind. */
export function fileAt(folder: string, urlPath: string): ServedFile | null {
  const file = placeOf(folder, urlPath === '/' ? '/index.html' : urlPath);
  const type = file && TYPES[path.extname(file)];
  if (!file || !type || !statSync(file, { throwIfNoEntry: false })?.isFile()) return null;
  return { bytes: readFileSync(file), type, fixed: /-[\w-]{8,}\.\w+$/.test(file) };
}

function placeOf(folder: string, urlPath: string): string | null {
  const decoded = decoding(urlPath);
  if (decoded === null || /[\\\0]/.test(decoded)) return null;
  const file = path.resolve(folder, `.${decoded}`);
  return file.startsWith(folder + path.sep) ? file : null;
}

function decoding(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
