/** The host that carries the window: Electron's bridge where there is one, else this page's own server. */
import { browserHost } from '#renderer/host/browser.ts';
import type { Host } from '#shared/api/api.ts';

declare global {
  interface Window {
    readonly eoc?: Host;
  }
}

export function thisHost(): Host {
  return window.eoc ?? browserHost();
}
