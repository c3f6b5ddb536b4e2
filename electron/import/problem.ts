/** Why a file cannot be read, in words its sender can act on. Thrown inside the readers, never past `readReturn`. */

export type ProblemCode =
  | 'empty-file'
  | 'corrupt'
  | 'password'
  | 'too-large'
  | 'pdf'
  | 'picture'
  | 'old-word'
  | 'misnamed'
  | 'unsupported'
  | 'encoding'
  | 'only-pictures'
  | 'no-content';

export class ReadProblem extends Error {
  readonly code: ProblemCode;

  constructor(code: ProblemCode, message: string) {
    super(message);
    this.name = 'ReadProblem';
    this.code = code;
  }
}

export function corrupt(file: string, detail: string): ReadProblem {
  return new ReadProblem(
    'corrupt',
    `“${file}” is damaged or was cut short (${detail}). Nothing was read from it. ` +
      'Open it in the program that made it, save it again, and import that copy; or ask for it to be sent again.',
  );
}

export function tooLarge(file: string, detail: string): ReadProblem {
  return new ReadProblem(
    'too-large',
    `“${file}” unpacks to far more than a return holds (${detail}), so it was not opened. ` +
      'Copy the tables into a new file, save it, and import that.',
  );
}

export function protectedFile(file: string): ReadProblem {
  return new ReadProblem(
    'password',
    `“${file}” is protected by a password and cannot be read. Open it with the password, ` +
      'remove the protection (File, Info, Protect), save it, and import that copy.',
  );
}

export function unsupported(file: string, what: string): ReadProblem {
  return new ReadProblem(
    'unsupported',
    `“${file}” is ${what}, which cannot be read here. ` +
      'Save it as an Excel workbook (.xlsx), a Word document (.docx) or a CSV file, and import that.',
  );
}
