/** The words of a section, saved as they are written, with figures that stay true. */
import { useSignoffs } from '#renderer/queries/pack/queries.ts';
import { Words } from '#renderer/screens/pack/Words.tsx';
import type { NarrativeText, OutlineSection } from '#shared/api/api.ts';

interface Props {
  readonly period: string;
  readonly section: OutlineSection;
  readonly entry: NarrativeText | null;
}

export function Narrative({ period, section, entry }: Props) {
  const { code, title, movable } = section;
  const asked = (useSignoffs(period).value ?? []).filter((one) => one.section === code);
  const cleared = asked.filter(({ state }) => state === 'cleared').length;
  return (
    <section className="narrative" aria-label={title}>
      <header className="panel-head">
        <h2>{title}</h2>
      </header>
      {asked.length > 0 ? (
        <p className="quiet">
          Its questions are answered and cleared under Sign-off: {cleared} of {asked.length} cleared so far.
          What is written here stands above them.
        </p>
      ) : null}
      {movable ? (
        <Words period={period} code={code} title={title} entry={entry} reviewed />
      ) : (
        <p className="quiet">
          The program writes this section from the board itself: there is nothing to write here.
        </p>
      )}
    </section>
  );
}
