/** What is known of the board, and of boards nearby. */
import { useQuery } from '#renderer/queries/use.ts';

export const useBoardInfo = () => useQuery('board.info', null);
export const useRecentBoards = () => useQuery('board.recent', null);
export const usePlaces = (wanted: boolean) => useQuery('disk.boards', null, !wanted);
export const useBackups = () => useQuery('board.backups', null);
export const useHistory = () => useQuery('board.history', null);
export const useSamplePlace = () => useQuery('sample.place', null);
export const useWaitingReturns = () => useQuery('sample.waiting', null);
