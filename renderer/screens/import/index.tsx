import { Screen } from '#renderer/parts/Screen.tsx';

export function Import() {
  return <Screen title="import">…</Screen>;
}
