/** The host built on `fetch`: calls are posts to this page's own server, events a stream from it. */
import type { ApiMethod, Argument, ExportedFile, Host, Result, ServiceEvent } from '#shared/api/api.ts';

const LOST = 'The program behind this page has stopped. Nothing on the board is harmed. Start it again.';

const TYPES: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  html: 'text/html',
};

export function browserHost(): Host {
  return {
    kind: 'browser',
    call: (method, argument) => post(method, argument),
    on: listen,
    choose: () => Promise.resolve(null),
    save: (file) => Promise.resolve(download(file)),
    restart,
    keychain: null,
  };
}

async function post<M extends ApiMethod, T>(method: M, argument: Argument<M>): Promise<Result<T>> {
  try {
    const response = await fetch(`/api/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ argument }),
      credentials: 'same-origin',
    });
    return (await response.json()) as Result<T>;
  } catch {
    return { ok: false, error: { code: 'service-lost', message: LOST } };
  }
}

/** A stream that ends is tried again by the browser itself; the listener hears of it once. */
function listen(listener: (event: ServiceEvent) => void): () => void {
  const stream = new EventSource('/events');
  let lost = false;
  stream.onopen = () => {
    if (lost) listener({ kind: 'changed', tables: ['board'] });
    lost = false;
  };
  stream.onmessage = (message) => listener(JSON.parse(message.data) as ServiceEvent);
  stream.onerror = () => {
    if (!lost) listener({ kind: 'service-lost', message: LOST });
    lost = true;
  };
  return () => stream.close();
}

function download({ name, bytes }: ExportedFile): string {
  const content = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
  const type = TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return name;
}

async function restart(): Promise<boolean> {
  try {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch('/restart', { method: 'POST', headers, body: '{}' });
    return response.ok;
  } catch {
    return false;
  }
}
