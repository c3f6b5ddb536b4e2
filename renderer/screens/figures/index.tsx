import { Screen } from '#renderer/parts/Screen.tsx';

export function Figures() {
  return <Screen title="figures">…</Screen>;
}
