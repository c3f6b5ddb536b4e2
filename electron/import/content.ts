/** What each reader delivers. */
import type { Reading } from '#shared/grid/grid.ts';

export interface Content extends Pick<Reading, 'kind' | 'grids' | 'text' | 'warnings'> {
  /** Counted to tell an empty file from a photographed one. */
  readonly pictures: number;
}
