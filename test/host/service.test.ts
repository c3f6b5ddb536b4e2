/** The service in a process of its own: what is left of a board when that process is killed. */
import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { childService } from '#electron/worker/child.ts';
import { type ServiceClient, startService } from '#electron/worker/client.ts';
import type { Answer, ApiMethod, Argument, Result, ServiceEvent } from '#shared/api/api.ts';
import { QUARTER, RIGHT, returnText } from '#test/api/fixture.ts';
import { given } from '#test/api/service.ts';
import { atEnd, folder } from '#test/host/host.ts';

// Every test starts processes of its own: compiled once for all of them, and given time on a busy machine.
enableCompileCache();
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

interface Live {
  readonly service: ServiceClient;
  readonly events: ServiceEvent[];
  readonly kill: () => void;
  readonly call: <M extends ApiMethod>(method: M, argument: Argument<M>) => Promise<Result<Answer<M>>>;
}

function live(root = folder()): Live {
  const folders = { data: path.join(root, 'data'), documents: path.join(root, 'Documents') };
  const pids: number[] = [];
  const service = startService(childService(folders, (pid) => pids.push(pid)));
  const events: ServiceEvent[] = [];
  service.on((event) => events.push(event));
  atEnd(service.stop);
  return {
    service,
    events,
    kill: () => process.kill(pids.at(-1) ?? 0, 'SIGKILL'),
    call: async (method, argument) => JSON.parse(await service.call(method, JSON.stringify({ argument }))),
  };
}

async function settled<T>(result: Promise<Result<T>>): Promise<T> {
  const outcome = await result;
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value;
}

/** Stages three returns, ready to accept. */
async function threeStaged({ call }: Live): Promise<readonly string[]> {
  await settled(call('board.create', { path: 'Board', passphrase: null }));
  const files = ['A.csv', 'B.csv', 'C.csv'].map((name, at) => {
    return given(name, returnText({ ...RIGHT, rows: { ...RIGHT.rows, Other: at } }));
  });
  const staged = await settled(call('import.stage', { files }));
  for (const { id } of staged) {
    await settled(call('import.correct', { id, correction: { provider: 'fgc', period: QUARTER } }));
  }
  return staged.map(({ id }) => id);
}

test('a service killed in the middle of an import loses nothing that was stored, and is told', async () => {
  const running = live();
  const { service, events, call } = running;
  const ids = await threeStaged(running);
  const off = service.on((event) => {
    if (event.kind === 'progress' && event.task === 'accept' && event.done === 1) running.kill();
  });
  const [accepting, waiting] = await Promise.all([call('import.accept', { ids }), call('board.info', null)]);
  off();
  expect([accepting, waiting]).toMatchObject([
    { ok: false, error: { code: 'service-lost' } },
    { ok: false, error: { code: 'service-lost' } },
  ]);
  expect(events.filter(({ kind }) => kind === 'service-lost')).toHaveLength(1);
  expect(await call('board.info', null)).toMatchObject({ error: { code: 'service-lost' } });
  service.restart();
  expect(await call('board.info', null)).toEqual({ ok: true, value: null });
  await settled(call('board.open', { path: 'Board.eoc', passphrase: null }));
  const returns = await settled(call('return.list', null));
  expect(returns.length).toBeLessThan(3);
  const history = await settled(call('board.history', null));
  expect(history).toHaveLength(1 + returns.length);
  expect(await settled(call('import.staged', null))).toEqual([]);
});

test('a stopped service closes its board and answers nothing more', async () => {
  const running = live();
  await threeStaged(running);
  await running.service.stop();
  expect(running.events.some(({ kind }) => kind === 'service-lost')).toBe(false);
  expect(await running.call('board.info', null)).toMatchObject({ error: { code: 'service-lost' } });
});

test('two windows may have one board open, and each sees what the other stored', async () => {
  const root = folder();
  const [first, second] = [live(root), live(root)];
  await threeStaged(first);
  await settled(second.call('board.open', { path: 'Board.eoc', passphrase: null }));
  await settled(
    first.call('pack.front', { period: '2020-21 Q1', answers: { Author: 'One' }, meeting: null }),
  );
  await settled(
    second.call('pack.front', { period: '2020-21 Q1', answers: { Author: 'Two' }, meeting: null }),
  );
  expect(await settled(first.call('pack.answers', { period: '2020-21 Q1' }))).toEqual({
    answers: { Author: 'Two' },
    meeting: null,
  });
});

test('what is not JSON with an argument is refused by the service itself', async () => {
  const { service } = live();
  for (const body of ['', '{', 'null', '[]', '{"other":1}']) {
    expect(JSON.parse(await service.call('board.info', body))).toMatchObject({
      error: { code: 'bad-argument' },
    });
  }
});
