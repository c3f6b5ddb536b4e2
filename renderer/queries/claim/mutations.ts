/** Linking statements to figures, and forgetting a link. */
import { useMutation } from '#renderer/queries/use.ts';

export const useLinkStatement = () => useMutation('claim.link');
export const useForgetLink = () => useMutation('claim.forget');
