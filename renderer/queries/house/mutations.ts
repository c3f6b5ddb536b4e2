/** Keeping the house style, and reading a logo or a template for it. */
import { useMutation } from '#renderer/queries/use.ts';

export const useSetHouse = () => useMutation('house.set');
export const useReadLogo = () => useMutation('house.logo');
export const useReadTemplate = () => useMutation('house.template');
