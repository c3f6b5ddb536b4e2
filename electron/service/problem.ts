/** What went wrong, in words for the person in front of the program. */

/** A problem the service can put in words: something to be put right by the person, not a bug. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

const FILE_PROBLEMS: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file',
  EISDIR: 'That is a folder, not a file',
  EACCES: 'You are not allowed to read or write there',
  EPERM: 'You are not allowed to read or write there',
  ENOSPC: 'The disk is full; make room and try again',
  EROFS: 'That place is read-only; choose another',
  EBUSY: 'The file is in use by another program; close it there and try again',
  ENOTDIR: 'Part of that path is a file, not a folder',
};

/** Whether the file system refused something it has a sentence for. */
export function isFileProblem(error: unknown): boolean {
  return error instanceof Error && 'code' in error && Object.hasOwn(FILE_PROBLEMS, String(error.code));
}

/** A sentence for any error; a bug keeps its own message, so that it can be reported. */
export function plainMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const path = 'path' in error && typeof error.path === 'string' ? `: ${error.path}` : '';
  return FILE_PROBLEMS[code] ? `${FILE_PROBLEMS[code]}${path}.` : error.message;
}
