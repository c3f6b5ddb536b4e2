/** Starts the window. */
import '#renderer/theme/tokens.css';
import '#renderer/theme/base.css';
import '#renderer/parts/parts.css';
import { createRoot } from 'react-dom/client';
import { thisHost } from '#renderer/host/host.ts';
import { createClient } from '#renderer/queries/client.ts';
import { ClientContext } from '#renderer/queries/use.ts';
import { App } from '#renderer/shell/App.tsx';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <ClientContext value={createClient(thisHost())}>
      <App />
    </ClientContext>,
  );
}
