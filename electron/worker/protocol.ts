/**
 * What crosses between a host and the service's process. Arguments and answers travel as JSON text: the host
 * passes them on without opening them, so that no large answer holds up the window.
 */
import type { ServiceEvent } from '#shared/api/api.ts';

export type ToService =
  /** `body` is the JSON text of `{"argument": …}`. */
  | { readonly kind: 'call'; readonly id: number; readonly method: string; readonly body: string }
  /** Close the board and end. */
  | { readonly kind: 'stop' };

export type FromService =
  | { readonly kind: 'answer'; readonly id: number; readonly result: string }
  | { readonly kind: 'event'; readonly event: ServiceEvent };

/** One running service, whatever carries its messages. */
export interface Port {
  readonly post: (message: ToService) => void;
  readonly onMessage: (listener: (message: FromService) => void) => void;
  /** Called once when the process has ended, however it did. */
  readonly onEnd: (listener: () => void) => void;
  /** Ends it at once. */
  readonly kill: () => void;
}
