/**
 * The package as people install it, made offline from stand-in distribution files: a file with Electron's fuses
 * for its program, and small files in the place of native modules.
 */
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { build, Platform } from 'electron-builder';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildElectron, NATIVE } from '#electron/build.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const MODULES = path.join(ROOT, 'node_modules');
const FUSES = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const project = mkdtempSync(path.join(tmpdir(), 'eoc-package-'));
const unpacked = path.join(project, 'out', 'linux-unpacked');
const asar = path.join(unpacked, 'resources', 'app.asar');

beforeAll(async () => {
  await buildElectron(path.join(project, 'dist'));
  writeAt('dist/renderer/index.html', '<p>The window</p>');
  writeProject();
  writeElectron();
  await build({
    projectDir: project,
    targets: Platform.LINUX.createTarget('dir'),
    publish: 'never',
    config: {
      extends: path.join(ROOT, 'electron-builder.yml'),
      electronDist: 'electron-dist',
      electronVersion: '45.0.0',
    },
  });
}, 60_000);

afterAll(() => rmSync(project, { recursive: true, force: true }));

function writeAt(name: string, content: string | Uint8Array): void {
  const file = path.join(project, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** The modules with native code and those of their platforms beside them. */
function nativeModules(): readonly string[] {
  return NATIVE.flatMap((name) => {
    const folder = path.dirname(name);
    if (folder === '.') return [name];
    const family = readdirSync(path.join(MODULES, folder)).map((one) => `${folder}/${one}`);
    return family.filter((one) => one.startsWith(name));
  });
}

/** The real modules, each `.node` file replaced by its name; and one module that must not travel. */
function writeProject(): void {
  for (const name of nativeModules()) {
    const files = readdirSync(path.join(MODULES, name), { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((one) => statSync(path.join(MODULES, name, one)).isFile())) {
      const place = path.join('node_modules', name, file);
      if (file.endsWith('.node')) writeAt(place, file);
      else cpSync(path.join(MODULES, name, file), path.join(project, place), { recursive: true });
    }
  }
  writeAt('node_modules/react/package.json', '{"name":"react","version":"1.0.0"}');
  writeAt('node_modules/react/index.js', 'void 0');
  const { name, version, main, type } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  const dependencies = Object.fromEntries([...NATIVE, 'react'].map((one) => [one, '*']));
  const description = { name, version, main, type, description: name, author: name, dependencies };
  writeAt('package.json', JSON.stringify(description));
}

/** What the packager needs of a distribution, with every fuse the wrong way round. */
function writeElectron(): void {
  const wire = Buffer.concat([Buffer.from(FUSES), Buffer.from([1, 8]), Buffer.from('10110011')]);
  writeAt('electron-dist/electron', Buffer.concat([Buffer.from('program '), wire, Buffer.from(' end')]));
  writeAt('electron-dist/version', '45.0.0');
  writeAt('electron-dist/resources/place', '');
}

function files(): readonly string[] {
  return listPackage(asar, { isPack: false }).map((file) => file.slice(1).replaceAll('\\', '/'));
}

test('the archive holds the built program, what it reads, and no source', () => {
  const held = files();
  for (const file of [
    'package.json',
    'dist/electron/main.js',
    'dist/electron/preload.cjs',
    'dist/electron/worker.js',
    'dist/electron/fonts/Arimo-Regular.ttf',
    'dist/electron/pdf/pack.typ',
    'dist/renderer/index.html',
  ]) {
    expect(held).toContain(file);
  }
  expect(
    held.filter((file) => /^dist\/sample\/returns\/.+\.(docx|xlsx|csv)$/.test(file)).length,
  ).toBeGreaterThan(0);
  expect(held).toContain('dist/sample/council/board.eoc.br');
  expect(
    held.filter((file) => /^dist\/sample\/council\/waiting\/.+\.(docx|xlsx|csv)$/.test(file)).length,
  ).toBe(3);
  expect(held.filter((file) => /\.(ts|tsx|map)$|^(electron|shared|db|test)\//.test(file))).toEqual([]);
  expect(JSON.parse(extractFile(asar, 'package.json').toString()).main).toBe('dist/electron/main.js');
});

test('only modules with native code travel, and their code lies outside the archive', () => {
  const modules = files().filter((file) => /^node_modules\/(@[^/]+\/)?[^@/]+$/.test(file));
  expect(modules.map((file) => file.slice('node_modules/'.length)).sort()).toEqual(
    [...nativeModules()].sort(),
  );
  const outside = readdirSync(`${asar}.unpacked`, { recursive: true, encoding: 'utf8' });
  const native = files().filter((file) => file.endsWith('.node'));
  expect(native.length).toBeGreaterThanOrEqual(NATIVE.length);
  expect(native.filter((file) => !outside.includes(path.normalize(file)))).toEqual([]);
});

test('every module the built program asks for is built in, native or Electron’s', () => {
  const built = files().filter((file) => /^dist\/electron\/.*\.c?js$/.test(file));
  const asked = built.flatMap((file) => {
    const code = extractFile(asar, file).toString();
    const names = [...code.matchAll(/^import .*?from "([^"]+)";|\bimport\("([^"]+)"\)/gm)];
    return names.map(([, from, dynamic]) => from ?? dynamic ?? '');
  });
  const outside = [...new Set(asked)].filter((name) => !name.startsWith('./') && !isBuiltin(name));
  expect(outside.filter((name) => ![...NATIVE, 'electron'].includes(name))).toEqual([]);
});

test('the fuses are set: no Node mode, no options from outside, only our own archive', () => {
  const program = readFileSync(path.join(unpacked, 'eoc-board')).toString('latin1');
  const wire = program.slice(program.indexOf(FUSES) + FUSES.length + 2).slice(0, 8);
  // runAsNode, cookies, NODE_OPTIONS, inspect, asar integrity, only asar, snapshot, file privileges
  expect(wire).toBe('01001100');
});
