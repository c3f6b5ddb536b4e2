/** The sections of the pack: on or off, in their order, and what is written in each. */
import { Button, Checkbox } from '@fluentui/react-components';
import { ArrowDownRegular, ArrowUpRegular } from '@fluentui/react-icons';
import { useArrange } from '#renderer/queries/pack/mutations.ts';
import { moved, switched } from '#renderer/screens/pack/outline.ts';
import type { OutlineSection } from '#shared/api/api.ts';

interface Props {
  readonly sections: readonly OutlineSection[];
  readonly chosen: string | null;
  readonly choose: (code: string) => void;
}

const STATE = {
  none: '',
  carried: 'carried over, not yet reviewed',
  written: 'written, not yet reviewed',
  reviewed: 'reviewed',
} as const;

function remarks({ appendix, exempt, empty, narrative, movable }: OutlineSection): string {
  return [
    empty ? 'nothing to show' : '',
    appendix ? 'appendix' : '',
    exempt ? 'exempt' : '',
    movable ? '' : 'always included',
    STATE[narrative],
  ]
    .filter(Boolean)
    .join(', ');
}

export function Outline({ sections, chosen, choose }: Props) {
  const arrange = useArrange();
  const move = (code: string, by: -1 | 1) => {
    const next = moved(sections, code, by);
    if (next) void arrange.run({ sections: next });
  };
  return (
    <section className="outline" aria-label="Sections">
      <ul>
        {sections.map((section) => (
          <li key={section.code} className={section.code === chosen ? 'chosen' : ''}>
            <Checkbox
              aria-label={`Include ${section.title}`}
              checked={section.on}
              disabled={!section.movable || arrange.busy}
              onChange={(_, { checked }) =>
                void arrange.run({ sections: switched(sections, section.code, checked === true) })
              }
            />
            <button
              type="button"
              className="outline-title"
              aria-current={section.code === chosen ? 'true' : undefined}
              onClick={() => choose(section.code)}
            >
              {section.title}
              <span className="quiet">{remarks(section)}</span>
            </button>
            {section.movable && section.code === chosen ? (
              <span className="outline-move">
                <Button
                  size="small"
                  appearance="subtle"
                  icon={<ArrowUpRegular />}
                  aria-label={`Move ${section.title} up`}
                  disabled={moved(sections, section.code, -1) === null}
                  onClick={() => move(section.code, -1)}
                />
                <Button
                  size="small"
                  appearance="subtle"
                  icon={<ArrowDownRegular />}
                  aria-label={`Move ${section.title} down`}
                  disabled={moved(sections, section.code, 1) === null}
                  onClick={() => move(section.code, 1)}
                />
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
