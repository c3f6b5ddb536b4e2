/** A service in this process with folders of its own, for tests of the API. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach } from 'vitest';
import { type Context, newContext } from '#electron/service/api/context.ts';
import { dispatcher } from '#electron/service/api/dispatch.ts';
import type { Answer, ApiMethod, Argument, Result, ServiceEvent } from '#shared/api/api.ts';

const closing: (() => void)[] = [];

afterEach(() => {
  for (const close of closing.splice(0).reverse()) close();
});

/** A new folder that is gone after the test. */
export function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'eoc-api-'));
  closing.push(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

export interface TestService {
  readonly context: Context;
  readonly root: string;
  readonly events: ServiceEvent[];
  /** Answers the value; throws the error's code and message where there is one. */
  readonly ask: <M extends ApiMethod>(method: M, argument: Argument<M>) => Promise<Answer<M>>;
  readonly call: (method: string, argument: unknown) => Promise<Result<unknown>>;
}

export function testService(root: string = folder()): TestService {
  const events: ServiceEvent[] = [];
  const folders = { data: path.join(root, 'data'), documents: path.join(root, 'Documents') };
  const context = newContext(folders, (event) => events.push(event));
  closing.push(() => context.swap(null));
  const { dispatch } = dispatcher(context);
  return {
    context,
    root,
    events,
    call: dispatch,
    ask: async <M extends ApiMethod>(method: M, argument: Argument<M>) => {
      const result = await dispatch(method, argument);
      if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
      return result.value as Answer<M>;
    },
  };
}

export function given(name: string, text: string) {
  return { name, bytes: Buffer.from(text, 'utf8').toString('base64') };
}
