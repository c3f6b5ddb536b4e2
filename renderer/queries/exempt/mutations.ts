/** Adding exempt documents, settling what was found in them, putting them in, taking them away. */
import { useMutation } from '#renderer/queries/use.ts';

export const useAddExempt = () => useMutation('exempt.add');
export const useSettle = () => useMutation('exempt.settle');
export const useInclude = () => useMutation('exempt.include');
export const useRemoveExempt = () => useMutation('exempt.remove');
