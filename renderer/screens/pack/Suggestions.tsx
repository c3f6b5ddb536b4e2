/** Sentences made from the figures: offered, never put in unasked. */
import { Button } from '@fluentui/react-components';
import { type Paragraphs, plainWords } from '#shared/pack/inline.ts';

interface Props {
  readonly list: Paragraphs;
  readonly add: (chosen: Paragraphs[number]) => void;
}

export function Suggestions({ list, add }: Props) {
  if (list.length === 0) return null;
  return (
    <section aria-label="Suggested sentences">
      <h3>Suggested sentences</h3>
      <ul className="plain-list">
        {list.map((inlines, i) => (
          <li key={plainWords(inlines)} className="suggestion">
            <span>{plainWords(inlines)}</span>
            <Button size="small" onClick={() => add(inlines)} aria-label={`Insert: ${plainWords(inlines)}`}>
              Insert <kbd>Alt+{i + 1}</kbd>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
