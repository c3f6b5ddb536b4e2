import { Screen } from '#renderer/parts/Screen.tsx';

export function Trends() {
  return <Screen title="trends">…</Screen>;
}
