import { Screen } from '#renderer/parts/Screen.tsx';

export function PackScreen() {
  return <Screen title="pack">…</Screen>;
}
