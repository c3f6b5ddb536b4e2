/** Opening an address in the person's own browser. */
import { spawn } from 'node:child_process';

/** The command that opens an address on each system. */
function opener(url: string): readonly [string, readonly string[]] {
  switch (process.platform) {
    case 'win32':
      // Through rundll32, because `start` is a shell's word and a shell would read the address.
      return ['rundll32', ['url.dll,FileProtocolHandler', url]];
    case 'darwin':
      return ['open', [url]];
    default:
      return ['xdg-open', [url]];
  }
}

/** Resolves to false where there is nothing to open it with; the address has been printed in any case. */
export function openInBrowser(url: string): Promise<boolean> {
  const [command, args] = opener(url);
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'ignore', detached: true });
    child.on('error', () => resolve(false));
    child.on('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}
