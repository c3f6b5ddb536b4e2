/** Raising, changing, telling and closing actions. */
import { useMutation } from '#renderer/queries/use.ts';

export const usePutAction = () => useMutation('action.put');
export const useTellAction = () => useMutation('action.tell');
export const useRemoveAction = () => useMutation('action.remove');
