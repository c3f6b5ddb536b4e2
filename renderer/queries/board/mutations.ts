/** Opening, keeping and changing boards. */
import { useMutation } from '#renderer/queries/use.ts';

export const useCreateBoard = () => useMutation('board.create');
export const useOpenBoard = () => useMutation('board.open');
export const useOpenSample = () => useMutation('board.sample');
export const useStageSample = () => useMutation('sample.stage');
export const useCloseBoard = () => useMutation('board.close');
export const useForgetRecent = () => useMutation('board.forgetRecent');
export const useSaveCopy = () => useMutation('board.saveCopy');
export const useDownloadBoard = () => useMutation('board.download');
export const useRestore = () => useMutation('board.restore');
export const useSetPassphrase = () => useMutation('board.passphrase');
export const useUndo = () => useMutation('board.undo');
export const useRedo = () => useMutation('board.redo');
export const useCancel = () => useMutation('service.cancel');
