/** Every method of the contract with what answers it. */
import { actionHandlers } from '#electron/service/api/action.ts';
import { boardHandlers } from '#electron/service/api/board.ts';
import { claimHandlers } from '#electron/service/api/claim.ts';
import type { Handlers } from '#electron/service/api/context.ts';
import { definitionHandlers } from '#electron/service/api/definition.ts';
import { diskHandlers, serviceHandlers } from '#electron/service/api/disk.ts';
import { exemptHandlers } from '#electron/service/api/exempt.ts';
import { figureHandlers } from '#electron/service/api/figure.ts';
import { findingHandlers } from '#electron/service/api/finding.ts';
import { houseHandlers } from '#electron/service/api/house.ts';
import { importHandlers } from '#electron/service/api/import.ts';
import { packHandlers } from '#electron/service/api/pack.ts';
import { quarterHandlers } from '#electron/service/api/quarter.ts';
import { returnHandlers } from '#electron/service/api/return.ts';
import { reviewHandlers } from '#electron/service/api/review.ts';
import { sampleHandlers } from '#electron/service/api/sample.ts';

export const handlers = {
  ...serviceHandlers,
  ...diskHandlers,
  ...boardHandlers,
  ...sampleHandlers,
  ...quarterHandlers,
  ...importHandlers,
  ...returnHandlers,
  ...findingHandlers,
  ...claimHandlers,
  ...figureHandlers,
  ...packHandlers,
  ...actionHandlers,
  ...definitionHandlers,
  ...houseHandlers,
  ...exemptHandlers,
  ...reviewHandlers,
} satisfies Handlers;
