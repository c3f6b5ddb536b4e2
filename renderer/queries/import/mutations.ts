/** Staging, correcting, accepting and taking back returns. */
import { useMutation } from '#renderer/queries/use.ts';

export const useStage = () => useMutation('import.stage');
export const useCorrect = () => useMutation('import.correct');
export const useAccept = () => useMutation('import.accept');
export const useDiscard = () => useMutation('import.discard');
export const useForget = () => useMutation('import.forget');
export const useWithdrawReturn = () => useMutation('return.withdraw');
export const useReturnFile = () => useMutation('return.file');
