/** Arranging, writing, exporting and issuing packs. */
import { useMutation } from '#renderer/queries/use.ts';

export const useArrange = () => useMutation('pack.arrange');
export const useNarrate = () => useMutation('pack.narrate');
export const useSetFront = () => useMutation('pack.front');
export const useAssign = () => useMutation('pack.assign');
export const useClear = () => useMutation('pack.clear');
export const useExport = () => useMutation('pack.export');
export const useEvidence = () => useMutation('pack.evidence');
export const useComparisonFile = () => useMutation('pack.compareFile');
export const useIssue = () => useMutation('pack.issue');
export const useCertificate = () => useMutation('pack.certificate');
export const useIssuedFile = () => useMutation('pack.issuedFile');
