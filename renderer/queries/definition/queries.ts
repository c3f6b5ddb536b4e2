/** The definition of the board. */
import { useQuery } from '#renderer/queries/use.ts';

export const useDefinition = () => useQuery('definition.get', null);
