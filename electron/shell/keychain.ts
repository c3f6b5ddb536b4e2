/**
 * Passphrases the person asked to be remembered: encrypted by the system's keychain, readable only for this
 * person on this machine. Where the system cannot encrypt, nothing is remembered.
 */
import { safeStorage } from 'electron';
import { z } from 'zod';
import { inFolder, isFile, makeFolder, readBytes, writeWhole } from '#electron/service/disk.ts';
import { CHANNELS } from '#electron/shell/channels.ts';
import type { Ipc } from '#electron/shell/ipc.ts';

const path = z.string().min(1).max(4096);
const shape = z.record(z.string(), z.base64());

/** @param data the program's own folder */
export function answerKeychain(ipc: Ipc, data: string): void {
  ipc.handle(CHANNELS.recall, (...words) => {
    const sealed = stored(data)[z.tuple([path]).parse(words)[0]];
    return sealed && canSeal() ? safeStorage.decryptString(Buffer.from(sealed, 'base64')) : null;
  });
  ipc.handle(CHANNELS.remember, (...words) => {
    const [board, passphrase] = z.tuple([path, z.string().min(1).max(1000)]).parse(words);
    if (!canSeal()) return false;
    const sealed = safeStorage.encryptString(passphrase).toString('base64');
    store(data, { ...stored(data), [board]: sealed });
    return true;
  });
  ipc.handle(CHANNELS.forget, (...words) => {
    const [board] = z.tuple([path]).parse(words);
    const { [board]: known, ...rest } = stored(data);
    if (known) store(data, rest);
    return known !== undefined;
  });
}

/** On Linux without a keyring Electron would only disguise the text: that is not keeping a secret. */
function canSeal(): boolean {
  if (!safeStorage.isEncryptionAvailable()) return false;
  return process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text';
}

function stored(data: string): Readonly<Record<string, string>> {
  const file = inFolder(data, 'keychain.json');
  if (!isFile(file)) return {};
  try {
    return shape.safeParse(JSON.parse(Buffer.from(readBytes(file)).toString('utf8'))).data ?? {};
  } catch {
    return {};
  }
}

function store(data: string, sealed: Readonly<Record<string, string>>): void {
  makeFolder(data);
  writeWhole(inFolder(data, 'keychain.json'), new TextEncoder().encode(JSON.stringify(sealed)));
}
