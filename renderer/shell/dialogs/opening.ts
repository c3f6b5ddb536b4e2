/** Opening, making and copying boards: where a native dialog is missing, the window asks itself. */
import { useCallback, useState } from 'react';
import {
  useCreateBoard,
  useDownloadBoard,
  useOpenBoard,
  useOpenSample,
  useSaveCopy,
} from '#renderer/queries/board/mutations.ts';
import { useTell } from '#renderer/queries/tell.ts';
import { useClient } from '#renderer/queries/use.ts';

/** What is being asked of the person, if anything. */
export type Asking =
  | { readonly kind: 'open' }
  | { readonly kind: 'new'; readonly suggested: string | null }
  | { readonly kind: 'passphrase'; readonly path: string; readonly wrong: string | null };

export interface Opening {
  readonly asking: Asking | null;
  readonly busy: boolean;
  readonly cancel: () => void;
  readonly ask: (what: 'open-board' | 'save-board') => Promise<void>;
  readonly open: (path: string, passphrase?: string | null, remember?: boolean) => Promise<void>;
  readonly create: (path: string, passphrase: string | null) => Promise<boolean>;
  readonly sample: () => Promise<void>;
  readonly copy: () => Promise<void>;
}

const ASKS_FOR_PASSPHRASE: readonly string[] = ['passphrase-needed', 'passphrase-wrong'];

export function useOpening(): Opening {
  const { host } = useClient();
  const [asking, setAsking] = useState<Asking | null>(null);
  const cancel = useCallback(() => setAsking(null), []);
  const making = useCreateBoard();
  const sample = useOpenSample();
  const opening = useOpen(setAsking);
  const copy = useCopy();
  const ask = async (what: 'open-board' | 'save-board') => {
    const path = await host.choose(what, 'Edge of Care board.eoc');
    if (what === 'save-board')
      setAsking(host.kind === 'electron' && path === null ? null : { kind: 'new', suggested: path });
    else if (path !== null) await opening.open(path);
    else if (host.kind === 'browser') setAsking({ kind: 'open' });
  };
  const create = async (path: string, passphrase: string | null) => {
    const done = await making.run({ path, passphrase });
    if (done) cancel();
    return done !== null;
  };
  return {
    asking,
    busy: making.busy || sample.busy || opening.busy,
    cancel,
    ask,
    open: opening.open,
    create,
    sample: async () => void (await sample.run(null)),
    copy,
  };
}

/** A board with a passphrase: the keychain is tried, then the person. */
function useOpen(setAsking: (asking: Asking | null) => void) {
  const { host } = useClient();
  const { attempt, busy } = useOpenBoard();
  const tell = useTell();
  const open: Opening['open'] = async (path, passphrase = null, remember = false) => {
    const known = passphrase ?? (await host.keychain?.recall(path)) ?? null;
    const answer = await attempt({ path, passphrase: known });
    if (answer.ok) {
      if (remember && passphrase !== null) await host.keychain?.remember(path, passphrase);
      setAsking(null);
    } else if (ASKS_FOR_PASSPHRASE.includes(answer.error.code)) {
      setAsking({ kind: 'passphrase', path, wrong: passphrase === null ? null : answer.error.message });
    } else tell({ kind: 'error', text: answer.error.message });
  };
  return { open, busy };
}

/** In a browser a copy is a download. */
function useCopy(): () => Promise<void> {
  const { host } = useClient();
  const save = useSaveCopy();
  const download = useDownloadBoard();
  const tell = useTell();
  return async () => {
    if (host.kind === 'browser') {
      const file = await download.run(null);
      if (file) await host.save(file.value);
      return;
    }
    const path = await host.choose('save-board', 'Copy of the board.eoc');
    if (path !== null && (await save.run({ path }))) tell({ kind: 'done', text: `The copy is at ${path}.` });
  };
}
