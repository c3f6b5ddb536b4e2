/** The built program under a stand-in for Electron: every lock on the window, and every method through the bridge. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sampleReturns } from '#electron/service/samples.ts';
import type { ApiMethods, ServiceEvent } from '#shared/api/api.ts';
import { commands } from '#shared/api/commands.ts';
import { methods } from '#shared/api/schema.ts';
import { type Built, type MenuItem, startBuilt, until } from '#test/shell/built.ts';

let built: Built;

beforeAll(async () => {
  built = await startBuilt();
}, 60_000);

afterAll(() => built.stop());

beforeEach(() => {
  built.standIn.sender = null;
});

const contents = () => {
  const [window] = built.standIn.windows;
  if (!window) throw new Error('there is no window');
  return window.webContents;
};

describe('the window', () => {
  test('is one, of our own page, isolated, sandboxed and without Node', () => {
    expect(built.standIn.windows).toHaveLength(1);
    expect(contents().mainFrame.url).toBe('app://board/');
    expect(built.standIn.windows[0]?.options.webPreferences).toEqual({
      preload: path.join(built.dist, 'electron', 'preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    });
    expect(built.standIn.calls).toContainEqual(['enableSandbox']);
  });

  test('goes nowhere, opens nothing and embeds nothing', () => {
    const tried = (name: string, url: string) => {
      let prevented = false;
      const event = { url, preventDefault: () => (prevented = true) };
      contents().emit(name, event, url);
      return prevented;
    };
    for (const name of ['will-navigate', 'will-redirect', 'will-frame-navigate']) {
      expect(tried(name, 'https://example.org/')).toBe(true);
      expect(tried(name, 'file:///etc/passwd')).toBe(true);
      expect(tried(name, 'app://other/')).toBe(true);
      expect(tried(name, 'app://board/')).toBe(false);
    }
    expect(tried('will-attach-webview', 'app://board/')).toBe(true);
    expect(contents().windowOpen({ url: 'app://board/' })).toEqual({ action: 'deny' });
  });

  test('is denied every permission and the network', () => {
    const { permissionRequest, permissionCheck, devicePermission, beforeRequest } =
      built.electron.session.defaultSession;
    const answers: boolean[] = [];
    for (const name of ['media', 'geolocation', 'notifications', 'clipboard-read', 'fullscreen']) {
      permissionRequest(null, name, (yes) => answers.push(yes));
    }
    expect(answers).toEqual([false, false, false, false, false]);
    expect([permissionCheck(), devicePermission()]).toEqual([false, false]);
    const cancelled = (url: string) => {
      const verdicts: boolean[] = [];
      beforeRequest({ url }, ({ cancel }) => verdicts.push(cancel));
      return verdicts[0];
    };
    expect(cancelled('app://board/assets/main.js')).toBe(false);
    expect(cancelled('blob:app://board/7a')).toBe(false);
    for (const url of [
      'https://example.org/',
      'http://127.0.0.1/',
      'file:///etc/hosts',
      'app://other/',
      'ws://x/',
    ]) {
      expect(cancelled(url)).toBe(true);
    }
  });

  test('is served only the built files, under the strict policy', async () => {
    expect(built.standIn.schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ]);
    const serve = built.standIn.protocols.get('app');
    const get = async (url: string, method = 'GET') => serve?.(new Request(url, { method }));
    const page = await get('app://board/');
    expect(await page?.text()).toBe('<p>The window</p>');
    expect(page?.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self';/);
    expect((await get('app://board/../electron/main.js'))?.status).toBe(404);
    expect((await get('app://board/%2e%2e/electron/main.js'))?.status).toBe(404);
    expect((await get('app://other/'))?.status).toBe(404);
    expect((await get('app://board/', 'POST'))?.status).toBe(404);
  });

  test('stands where it stood when it was closed', () => {
    built.standIn.windows[0]?.emit('close');
    const kept = JSON.parse(readFileSync(path.join(built.root, 'data', 'window.json'), 'utf8'));
    expect(kept).toEqual({ x: 10, y: 20, width: 1000, height: 700, maximised: true });
  });
});

describe('the bridge', () => {
  test('exposes the host of the contract and nothing else', () => {
    expect(Object.keys(built.standIn.exposed)).toEqual(['eoc']);
    expect(Object.keys(built.host).sort()).toEqual(
      ['call', 'choose', 'keychain', 'kind', 'on', 'restart', 'save'].sort(),
    );
    const code = readFileSync(path.join(built.dist, 'electron', 'preload.cjs'), 'utf8');
    expect([...code.matchAll(/require\("([^"]+)"\)/g)].map(([, name]) => name)).toEqual(['electron']);
  });

  test('messages of any other frame, page or window are refused on every channel', async () => {
    const frame = { url: 'app://board/', parent: null };
    const strangers = [
      { sender: {}, senderFrame: frame },
      { sender: contents(), senderFrame: { url: 'app://board/', parent: frame } },
      { sender: contents(), senderFrame: { url: 'https://example.org/', parent: null } },
      { sender: contents(), senderFrame: { url: 'app://board.evil/', parent: null } },
      { sender: contents(), senderFrame: null },
    ];
    expect(built.standIn.handlers.size).toBe(8);
    for (const [channel, handler] of built.standIn.handlers) {
      for (const stranger of strangers) {
        const handle = handler as (event: unknown, ...words: unknown[]) => unknown;
        expect(() => handle(stranger, 'board.info', '{"argument":null}'), channel).toThrow(
          'did not come from',
        );
      }
    }
  });

  test('a wrong argument is refused in the window, and a forged one again by the service', async () => {
    const { host, standIn } = built;
    expect(await host.call('board.open', { path: 7 } as never)).toMatchObject({
      error: { code: 'bad-argument' },
    });
    expect(await host.call('board.burn' as never, null as never)).toMatchObject({
      error: { code: 'no-method' },
    });
    const call = standIn.handlers.get('eoc:call') as (event: unknown, ...words: unknown[]) => Promise<string>;
    const event = { sender: contents(), senderFrame: contents().mainFrame };
    const forged = await call(event, 'board.open', '{"argument":{"path":7}}');
    expect(JSON.parse(forged)).toMatchObject({ error: { code: 'bad-argument' } });
    expect(() => call(event, 'constructor', '{}')).toThrow();
    expect(() => call(event, 'board.info', { argument: null })).toThrow();
  });

  test('every method of the contract reaches the service and comes back', async () => {
    const { host } = built;
    const created = await host.call('board.create', { path: 'Board', passphrase: null });
    expect(created).toMatchObject({ ok: true, value: { name: 'Board' } });
    for (const method of methods.filter((one) => one !== 'board.sample')) {
      const argument = ARGUMENTS[method] as never;
      const answer = await host.call(method, argument);
      const code = answer.ok ? 'ok' : answer.error.code;
      expect([method, code]).toEqual([method, EXPECTED[method] ?? 'ok']);
      if (method === 'board.close') await host.call('board.open', { path: 'Board.eoc', passphrase: null });
    }
  });

  test('saves where the dialog says, and nowhere when it is dismissed', async () => {
    const { host, standIn, root } = built;
    const file = { name: 'Pack.docx', bytes: Buffer.from('the pack').toString('base64') };
    expect(await host.save(file)).toBeNull();
    standIn.dialogs.save = path.join(root, 'Chosen.docx');
    expect(await host.save(file)).toBe(standIn.dialogs.save);
    expect(readFileSync(standIn.dialogs.save, 'utf8')).toBe('the pack');
    await expect(host.save({ ...file, name: '../Pack.docx' })).rejects.toThrow();
    standIn.dialogs.open = path.join(root, 'Board.eoc');
    expect(await host.choose('open-board', '')).toBe(standIn.dialogs.open);
    await expect(host.choose('any-file' as never, '')).rejects.toThrow();
  });

  test('passphrases are kept only sealed, and not at all where the system cannot seal them', async () => {
    const { host, standIn, root } = built;
    expect(await host.keychain?.remember('/a.eoc', 'four plain words')).toBe(true);
    expect(await host.keychain?.recall('/a.eoc')).toBe('four plain words');
    expect(readFileSync(path.join(root, 'data', 'keychain.json'), 'utf8')).not.toContain('plain');
    expect(await host.keychain?.forget('/a.eoc')).toBe(true);
    expect(await host.keychain?.recall('/a.eoc')).toBeNull();
    standIn.backend = 'basic_text';
    const kept = await host.keychain?.remember('/a.eoc', 'four plain words');
    expect(kept).toBe(process.platform !== 'linux');
    standIn.backend = undefined;
  });
});

describe('the menu and the system', () => {
  const items = () => (built.standIn.menu ?? []).flatMap(({ submenu = [] }) => submenu);
  const item = (label: string): MenuItem | undefined => items().find((one) => one.label?.startsWith(label));

  test('the menu is the table of commands, enabled as the board allows', async () => {
    const { host } = built;
    const lines = items().filter(({ type }) => type !== 'separator');
    expect(lines.map(({ accelerator }) => accelerator ?? null)).toEqual(commands.map(({ key }) => key));
    await host.call('board.close', null);
    await until(() => item('Import returns')?.enabled === false);
    await host.call('board.create', { path: 'Menu', passphrase: null });
    await host.call('pack.front', { period: PERIOD, answers: { Author: 'Somebody' }, meeting: null });
    await until(() => item('Undo')?.label?.startsWith('Undo: Changed the front page') === true);
    expect(item('Import returns')?.enabled).toBe(true);
    expect(item('Open recent')?.submenu?.[0]?.label).toBe('Menu');
  });

  test('a menu item, a second start and an opened file reach the window as commands', async () => {
    const { host, electron } = built;
    const heard: ServiceEvent[] = [];
    const off = host.on((event) => heard.push(event));
    item('Reconcile')?.click?.();
    electron.app.emit('second-instance', {}, ['program', '--flag', '/boards/Second.eoc']);
    electron.app.emit('open-file', { preventDefault: () => undefined }, '/boards/Third.eoc');
    await until(() => heard.length >= 3);
    off();
    expect(heard).toEqual([
      { kind: 'command', command: 'go.reconcile', argument: null },
      { kind: 'command', command: 'board.openPath', argument: '/boards/Second.eoc' },
      { kind: 'command', command: 'board.openPath', argument: '/boards/Third.eoc' },
    ]);
    expect(built.standIn.calls).toContainEqual(['focus']);
  });

  test('a killed service is told to the window and can be started again', async () => {
    const { host, standIn } = built;
    const returns = sampleReturns().map((file) => ({
      name: path.basename(file),
      bytes: readFileSync(file).toString('base64'),
    }));
    const heard: ServiceEvent[] = [];
    const off = host.on((event) => heard.push(event));
    await host.call('board.create', { path: 'Busy', passphrase: null });
    const calling = host.call('import.stage', { files: returns });
    await until(() => heard.some(({ kind }) => kind === 'progress'));
    process.kill(standIn.children.at(-1)?.pid ?? 0, 'SIGKILL');
    expect(await calling).toMatchObject({ ok: false, error: { code: 'service-lost' } });
    await until(() => heard.some(({ kind }) => kind === 'service-lost'));
    off();
    expect(await host.restart()).toBe(true);
    expect(await host.call('board.info', null)).toEqual({ ok: true, value: null });
    expect(existsSync(path.join(built.root, 'Boards', 'Menu.eoc'))).toBe(true);
  });
});

const PERIOD = '2024-25 Q1';
const PLAIN_HOUSE = { accent: null, font: null, logo: null, template: null };
const TWO_PACKS = { from: { kind: 'issued', id: 1 }, to: { kind: 'issued', id: 2 } } as const;

/** An argument for every method that takes one, in the order of the contract. */
const ARGUMENTS: { readonly [M in keyof ApiMethods]?: ApiMethods[M][0] } = {
  ...Object.fromEntries(methods.map((method) => [method, null])),
  'service.cancel': { task: 'pack' },
  'board.forgetRecent': { path: '/nowhere.eoc' },
  'board.create': { path: 'Board 2', passphrase: null },
  'board.open': { path: 'Board.eoc', passphrase: null },
  'board.saveCopy': { path: 'Copy' },
  'board.restore': { path: '/nowhere.eoc' },
  'board.passphrase': { passphrase: null },
  'quarter.summary': { period: PERIOD },
  'import.stage': { files: [{ name: 'Empty.csv', bytes: '' }] },
  'import.correct': { id: 'x', correction: {} },
  'import.accept': { ids: [] },
  'import.discard': { ids: [] },
  'import.forget': { provider: 'fgc', label: 'x' },
  'return.withdraw': { id: 1, why: 'Sent twice', reinstate: false },
  'return.view': { id: 1 },
  'return.file': { id: 1 },
  'finding.list': { period: null },
  'finding.sources': { id: 'x' },
  'finding.decide': { id: 'x', verdict: { kind: 'dismiss' }, why: 'x' },
  'finding.withdraw': { decision: 'x', why: 'x' },
  'finding.queries': { period: null },
  'finding.queryFile': { provider: 'nobody', period: null },
  'finding.answer': { id: 'x', text: 'x', by: 'x', on: '2020-07-20' },
  'finding.queryFiles': { provider: 'nobody', period: PERIOD },
  'claim.list': { period: null },
  'claim.link': { name: 'link.x', key: null },
  'claim.forget': { name: 'link.x' },
  'figure.list': { period: null },
  'figure.explain': { key: 'x' },
  'pack.outline': { period: PERIOD },
  'pack.arrange': { sections: [] },
  'pack.document': { period: PERIOD, edition: 'board' },
  'pack.preview': { period: PERIOD, edition: 'board', from: 1, count: 1 },
  'pack.certificate': { period: PERIOD },
  'pack.narrative': { period: PERIOD },
  'pack.narrate': { period: PERIOD, section: 'x', paragraphs: [], reviewed: false },
  'pack.front': { period: PERIOD, answers: {}, meeting: null },
  'pack.suggestions': { period: PERIOD, section: 'x' },
  'pack.typed': { period: PERIOD },
  'pack.signoffs': { period: PERIOD },
  'pack.assign': { period: PERIOD, code: 'x', officer: '' },
  'pack.clear': { period: PERIOD, code: 'x', cleared: null },
  'pack.answers': { period: PERIOD },
  'action.list': { period: PERIOD },
  'action.put': {
    ...{ period: PERIOD, id: null, programme: null },
    ...{ text: 'Look into it', owner: 'The service', due: '2020-09-30' },
  },
  'action.tell': { period: PERIOD, id: 'x', text: null, closed: true },
  'action.remove': { id: 'x' },
  'pack.export': { period: PERIOD, edition: 'board', formats: ['html'], section: null },
  'pack.evidence': { period: PERIOD },
  'pack.issue': { period: PERIOD, edition: 'board', formats: ['html'], override: null },
  'pack.issuedFile': { id: 1, name: 'x' },
  'pack.verify': { id: 1 },
  'pack.compare': TWO_PACKS,
  'pack.compareFile': TWO_PACKS,
  'house.set': { house: null },
  'house.logo': { file: { name: 'x.png', bytes: '' }, alt: 'x', everyPage: false },
  'house.template': { file: { name: 'x.docx', bytes: '' } },
  'house.preview': { house: PLAIN_HOUSE },
  'review.send': { period: PERIOD, passphrase: 'three short words' },
  'review.merge': { file: { name: 'x.eoc', bytes: '' }, passphrase: null },
  'review.comments': { period: null },
  'review.resolve': { id: 'x', resolved: true },
  'review.pages': { section: 'x' },
  'review.comment': { id: null, section: 'x', figure: null, about: '', text: 'x', by: '' },
  'review.remove': { id: 'x' },
  'exempt.list': { period: PERIOD },
  'exempt.add': { period: PERIOD, title: 'x', reason: '1', file: { name: 'x.pdf', bytes: '' } },
  'exempt.settle': { id: 'x', hits: [], as: null },
  'exempt.include': { id: 'x' },
  'exempt.remove': { id: 'x' },
  'definition.set': { definition: {} },
};

/** On a new board some methods have nothing to answer; the refusal is the service's own, so it was reached. */
const EXPECTED: { readonly [M in keyof ApiMethods]?: string } = {
  'board.restore': 'not-a-backup',
  'board.undo': 'refused',
  'board.redo': 'refused',
  'import.correct': 'not-staged',
  'return.withdraw': 'invalid',
  'return.view': 'no-return',
  'return.file': 'no-return',
  'finding.sources': 'no-finding',
  'finding.decide': 'no-finding',
  'finding.withdraw': 'invalid',
  'finding.queryFile': 'no-query',
  'finding.answer': 'no-finding',
  'finding.queryFiles': 'provider',
  'claim.link': 'no-statement',
  'claim.forget': 'no-link',
  'figure.explain': 'no-figure',
  'pack.outline': 'no-returns',
  'pack.document': 'no-returns',
  'pack.certificate': 'no-returns',
  'pack.preview': 'no-returns',
  'pack.narrate': 'no-section',
  'pack.assign': 'no-question',
  'pack.clear': 'no-question',
  'action.tell': 'no-action',
  'action.remove': 'no-action',
  'pack.export': 'no-returns',
  'pack.evidence': 'no-returns',
  'pack.issue': 'no-returns',
  'pack.issuedFile': 'no-pack',
  'review.send': 'no-returns',
  'review.merge': 'not-a-board',
  'review.resolve': 'no-comment',
  'review.copy': 'not-a-copy',
  'review.pages': 'not-a-copy',
  'review.comment': 'not-a-copy',
  'review.remove': 'not-a-copy',
  'exempt.add': 'unsupported',
  'exempt.settle': 'no-document',
  'exempt.include': 'no-document',
  'exempt.remove': 'no-document',
  'house.logo': 'not-a-logo',
  'house.template': 'unsupported',
  'pack.verify': 'no-pack',
  'pack.compare': 'no-pack',
  'pack.compareFile': 'no-pack',
};
