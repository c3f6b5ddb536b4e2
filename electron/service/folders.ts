/** Where the program keeps its own few files, and where people keep boards. */
import { homedir } from 'node:os';
import path from 'node:path';

export interface Folders {
  /** The program's own: recent boards, sample boards, the window's place. */
  readonly data: string;
  /** Where new boards go unless somebody chooses otherwise. */
  readonly documents: string;
}

const NAME = 'EOC Board';

/** `EOC_DATA` and `EOC_DOCUMENTS` where set (tests, managed machines), else what the system provides. */
export function usualFolders(environment: NodeJS.ProcessEnv = process.env): Folders {
  return {
    data: environment.EOC_DATA || path.join(applicationData(environment), NAME),
    documents: environment.EOC_DOCUMENTS || path.join(homedir(), 'Documents', 'Boards'),
  };
}

function applicationData(environment: NodeJS.ProcessEnv): string {
  if (process.platform === 'win32') return environment.APPDATA || path.join(homedir(), 'AppData', 'Roaming');
  if (process.platform === 'darwin') return path.join(homedir(), 'Library', 'Application Support');
  return environment.XDG_DATA_HOME || path.join(homedir(), '.local', 'share');
}
