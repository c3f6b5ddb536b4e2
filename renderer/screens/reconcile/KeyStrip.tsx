/** The keys of this screen, always in sight. */
import { Keys } from '#renderer/parts/Keys.tsx';

export function KeyStrip() {
  return (
    <span className="row key-strip">
      <Keys keys={['J', 'K']} does="next, previous" />
      <Keys keys={['A']} does="accept suggestion" />
      <Keys keys={['1–9']} does="cell is right" />
      <Keys keys={['V']} does="value" />
      <Keys keys={['D']} does="dismiss" />
      <Keys keys={['U']} does="undo" />
    </span>
  );
}
