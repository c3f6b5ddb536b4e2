/** The house style, and how a style would look. */
import { useQuery } from '#renderer/queries/use.ts';
import type { HouseStyle } from '#shared/house/house.ts';

export const useHouse = () => useQuery('house.get', null);
export const useHousePreview = (house: HouseStyle) => useQuery('house.preview', { house });
