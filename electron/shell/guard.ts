/**
 * What no page in this program may do, whatever it holds: leave `app://board/`, open a window, embed another
 * page, ask for a permission or reach the network.
 */
import { type App, app, type Session, session, type WebContents } from 'electron';
import { HOME } from '#electron/shell/scheme.ts';

/** Must be called before the app is ready. */
export function guardApp(): void {
  app.enableSandbox();
  guardContents(app);
}

function guardContents(of: App): void {
  of.on('web-contents-created', (_, contents: WebContents) => {
    const stay = (event: { preventDefault: () => void }, url: string) => {
      if (url !== HOME) event.preventDefault();
    };
    contents.on('will-navigate', stay);
    contents.on('will-redirect', stay);
    contents.on('will-frame-navigate', (event) => {
      if (event.url !== HOME) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

/** Must be called once the app is ready. */
export function guardSession(of: Session = session.defaultSession): void {
  of.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  of.setPermissionCheckHandler(() => false);
  of.setDevicePermissionHandler(() => false);
  of.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isLocal(details.url) }));
  of.on('will-download', (event, item) => {
    if (!isLocal(item.getURL())) event.preventDefault();
  });
  of.setSpellCheckerEnabled(false);
}

/** Our own files, and what our own pages made in memory. */
function isLocal(url: string): boolean {
  return [HOME, `blob:${HOME}`, 'data:', 'devtools:'].some((start) => url.startsWith(start));
}
