/** Changing the definition of the board. */
import { useMutation } from '#renderer/queries/use.ts';

export const useSetDefinition = () => useMutation('definition.set');
