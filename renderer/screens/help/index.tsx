import { Screen } from '#renderer/parts/Screen.tsx';

export function Help() {
  return <Screen title="help">…</Screen>;
}
