/** Files waiting to be accepted, returns on the board, and what was remembered. */
import { useQuery } from '#renderer/queries/use.ts';

export const useStaged = () => useQuery('import.staged', null);
export const useReturns = () => useQuery('return.list', null);
export const useMemory = () => useQuery('import.memory', null);
export const useReturnView = (id: number | null) => useQuery('return.view', { id: id ?? 0 }, id === null);
