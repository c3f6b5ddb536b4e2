/** The service's side: every message in, its answer out. Knows nothing of what carries them. */
import { newContext } from '#electron/service/api/context.ts';
import { dispatcher } from '#electron/service/api/dispatch.ts';
import type { Folders } from '#electron/service/folders.ts';
import type { FromService, ToService } from '#electron/worker/protocol.ts';

/** @returns what to do with a message from the host; `end` is called once the board is closed. */
export function serve(
  folders: Folders,
  post: (message: FromService) => void,
  end: () => void,
): (message: ToService) => void {
  const context = newContext(folders, (event) => post({ kind: 'event', event }));
  const { dispatch } = dispatcher(context);
  return (message) => {
    if (message.kind === 'stop') {
      context.swap(null);
      end();
      return;
    }
    answered(dispatch, message.method, message.body).then((result) =>
      post({ kind: 'answer', id: message.id, result }),
    );
  };
}

type Dispatch = ReturnType<typeof dispatcher>['dispatch'];

async function answered(dispatch: Dispatch, method: string, body: string): Promise<string> {
  const asked = parsed(body);
  if (asked) return JSON.stringify(await dispatch(method, asked.argument));
  const message = 'What was asked of the service is not JSON with an “argument”.';
  return JSON.stringify({ ok: false, error: { code: 'bad-argument', message } });
}

function parsed(text: string): { readonly argument: unknown } | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'argument' in value ? value : null;
  } catch {
    return null;
  }
}
