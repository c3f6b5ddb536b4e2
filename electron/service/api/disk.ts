/** Where boards are, for a window without a file dialog; and stopping long work. */
import type { HandlersOf } from '#electron/service/api/context.ts';
import { boardPlaces } from '#electron/service/api/places.ts';

export const diskHandlers: HandlersOf<'disk'> = {
  'disk.boards': (_, { folders }) => boardPlaces(folders),
};

export const serviceHandlers: HandlersOf<'service'> = {
  'service.cancel': ({ task }, { tasks }) => {
    tasks.cancel(task);
    return null;
  },
};
