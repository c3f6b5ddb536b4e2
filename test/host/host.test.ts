/** Who the browser host lets in, and what it gives them. */
import { expect, test } from 'vitest';
import { ask, enter, testHost } from '#test/host/host.ts';

const JSON_TYPE = { 'content-type': 'application/json' };

test('an invitation opens the window once, and its cookie is kept from scripts and other sites', async () => {
  const host = await testHost();
  const { pathname } = new URL(host.invite());
  const first = await ask(host.port, pathname);
  expect(first).toMatchObject({ status: 303, headers: { location: '/' } });
  expect(String(first.headers['set-cookie'])).toMatch(
    /^eoc-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/,
  );
  const again = await ask(host.port, pathname);
  expect(again).toMatchObject({ status: 403, text: expect.stringContaining('has been used') });
  expect(again.headers['set-cookie']).toBeUndefined();
  const cookie = String(first.headers['set-cookie']).split(';')[0] ?? '';
  expect(await ask(host.port, '/', { cookie })).toMatchObject({ status: 200, text: '<p>The window</p>' });
});

test('nothing is given without the cookie, whatever is asked', async () => {
  const host = await testHost();
  const { origin } = host;
  for (const url of ['/', '/assets/main-1a2b3c4d.js', '/events', '/api/board.info', '/open/guess']) {
    expect(await ask(host.port, url)).toMatchObject({ status: 403 });
  }
  const headers = { ...JSON_TYPE, origin, cookie: `eoc-${host.port}=guess` };
  expect(await ask(host.port, '/api/board.info', headers, '{}')).toMatchObject({ status: 403 });
});

test('another name for this machine, another origin and another site are refused with the cookie too', async () => {
  const host = await testHost();
  const { origin, port } = host;
  const cookie = await enter(host);
  const post = (headers: Record<string, string>) =>
    ask(port, '/api/board.info', { ...JSON_TYPE, cookie, ...headers }, '{"argument":null}');
  expect(await post({ origin })).toMatchObject({ status: 200 });
  expect(await post({})).toMatchObject({ status: 403 });
  expect(await post({ origin: 'http://evil.example' })).toMatchObject({ status: 403 });
  expect(await post({ origin: 'null' })).toMatchObject({ status: 403 });
  expect(await post({ origin: `http://localhost:${port}` })).toMatchObject({ status: 403 });
  expect(await post({ origin, host: `evil.example:${port}` })).toMatchObject({ status: 403 });
  expect(await post({ origin, 'sec-fetch-site': 'cross-site' })).toMatchObject({ status: 403 });
  const get = (headers: Record<string, string>) => ask(port, '/', { cookie, ...headers });
  expect(await get({ origin: 'http://evil.example' })).toMatchObject({ status: 403 });
  expect(await get({ host: `localhost:${port}` })).toMatchObject({ status: 403 });
  expect(await get({ 'sec-fetch-site': 'same-site' })).toMatchObject({ status: 403 });
  expect(await get({ 'sec-fetch-site': 'none' })).toMatchObject({ status: 200 });
});

test('an invitation asked for by another page is refused and not used up', async () => {
  const host = await testHost();
  const { pathname } = new URL(host.invite());
  expect(await ask(host.port, pathname, { 'sec-fetch-site': 'cross-site' })).toMatchObject({ status: 403 });
  expect(await ask(host.port, pathname)).toMatchObject({ status: 303 });
});

test('only the built window’s files are served', async () => {
  const host = await testHost();
  const cookie = await enter(host);
  const get = (url: string) => ask(host.port, url, { cookie });
  expect(await get('/assets/main-1a2b3c4d.js')).toMatchObject({
    status: 200,
    headers: {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'max-age=31536000, immutable',
    },
  });
  const outside = [
    '/../secret.html',
    '/%2e%2e/secret.html',
    '/..%2fsecret.html',
    '/%5c..%5csecret.html',
    '/%zz',
  ];
  for (const url of [...outside, '/assets', '/package.json', '/index.html%00.js']) {
    expect(await get(url)).toMatchObject({ status: 404 });
  }
});

test('every answer, refusals too, carries the policy and lets no other origin read it', async () => {
  const host = await testHost();
  const cookie = await enter(host);
  const { origin } = host;
  const answers = [
    await ask(host.port, '/', { cookie }),
    await ask(host.port, '/'),
    await ask(host.port, '/nothing', { cookie }),
    await ask(host.port, new URL(host.invite()).pathname),
    await ask(host.port, '/api/board.info', { ...JSON_TYPE, cookie, origin }, '{"argument":null}'),
    await ask(host.port, '/', { cookie, origin }, null, 'OPTIONS'),
  ];
  for (const { headers } of answers) {
    expect(headers).toMatchObject({
      'content-security-policy': expect.stringContaining("default-src 'none'; script-src 'self';"),
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
    });
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
  }
});

test('a method is called with what was posted, and nothing else is', async () => {
  const host = await testHost();
  const cookie = await enter(host);
  const headers = { ...JSON_TYPE, cookie, origin: host.origin };
  const body = '{"argument":{"period":null}}';
  const called = await ask(host.port, '/api/finding.list', headers, body);
  expect(JSON.parse(called.text)).toEqual({ method: 'finding.list', body });
  expect(await ask(host.port, '/api/board.burn', headers, body)).toMatchObject({ status: 404 });
  expect(await ask(host.port, '/api/constructor', headers, body)).toMatchObject({ status: 404 });
  const plain = { ...headers, 'content-type': 'text/plain' };
  expect(await ask(host.port, '/api/finding.list', plain, body)).toMatchObject({ status: 415 });
  expect(await ask(host.port, '/api/finding.list', headers, body, 'PUT')).toMatchObject({ status: 405 });
});

test('windows hear the service, and the host stops a while after the last of them is gone', async () => {
  const host = await testHost(50);
  const cookie = await enter(host);
  const leaving = new AbortController();
  const stream = await fetch(`${host.origin}/events`, { headers: { cookie }, signal: leaving.signal });
  expect(stream.headers.get('content-type')).toBe('text/event-stream');
  host.service.tell({ kind: 'changed', tables: ['decision'] });
  let heard = '';
  const reader = stream.body?.getReader();
  while (!heard.includes('decision')) heard += new TextDecoder().decode((await reader?.read())?.value);
  expect(heard).toContain('data: {"kind":"changed","tables":["decision"]}\n\n');
  leaving.abort();
  await host.stopped;
  await expect(fetch(host.origin)).rejects.toThrow();
});
