/** The names of the bridge's channels, once for both sides. */
export const CHANNELS = {
  call: 'eoc:call',
  choose: 'eoc:choose',
  save: 'eoc:save',
  restart: 'eoc:restart',
  recall: 'eoc:recall',
  remember: 'eoc:remember',
  forget: 'eoc:forget',
  /** The window listens: what waited for it can be sent. */
  ready: 'eoc:ready',
  /** From the main process to the window: a `ServiceEvent`. */
  event: 'eoc:event',
} as const;
