import { Screen } from '#renderer/parts/Screen.tsx';

export function BoardScreen() {
  return <Screen title="board">…</Screen>;
}
