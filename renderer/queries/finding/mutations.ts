/** Deciding, and taking decisions back. */
import { useMutation } from '#renderer/queries/use.ts';

export const useDecide = () => useMutation('finding.decide');
export const useWithdrawDecision = () => useMutation('finding.withdraw');
export const useQueryFile = () => useMutation('finding.queryFile');
export const useQueryFiles = () => useMutation('finding.queryFiles');
export const useAnswer = () => useMutation('finding.answer');
