/** Numbers typed by hand, with the figures they agree or disagree with. */
import { Button } from '@fluentui/react-components';
import { type Editor, replaceTyped } from '#renderer/screens/pack/editor.ts';
import type { TypedNumber } from '#shared/pack/typed.ts';

interface Props {
  readonly editor: Editor;
  readonly typed: readonly TypedNumber[];
}

function remark({ verdict, figure }: TypedNumber): string {
  if (verdict === 'stale') return 'names the quarter the text was written for';
  if (verdict === 'open') return 'is typed by hand; no figure of the board could be told for it';
  const of = figure ? `${figure.text}${figure.text ? ' (' : ''}${figure.name}${figure.text ? ')' : ''}` : '';
  if (verdict === 'chance' && figure) return `says more than the chart does: ${figure.name}, ${figure.text}`;
  if (verdict === 'agrees') return `agrees with ${of || 'the figures'}`;
  return figure ? `differs from the board: ${of}` : 'is not borne out by the figures';
}

export function Typed({ editor, typed }: Props) {
  if (typed.length === 0) return null;
  return (
    <section aria-label="Typed by hand">
      <h3>Typed by hand</h3>
      <ul className="plain-list">
        {typed.map((one) => (
          <li key={`${one.paragraph} ${one.start}`} className={`suggestion typed-${one.verdict}`}>
            <span>
              <strong>“{one.text}”</strong> {remark(one)}
            </span>
            {one.live ? (
              <Button
                size="small"
                onClick={() => replaceTyped(editor, one)}
                aria-label={`Replace ${one.text} by the live figure ${one.live.text}`}
              >
                Make it live
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
