/** Outline, words and pages, side by side. */
import { useState } from 'react';
import { Ready } from '#renderer/parts/States.tsx';
import { useNarrative, useOutline } from '#renderer/queries/pack/queries.ts';
import { Narrative } from '#renderer/screens/pack/Narrative.tsx';
import { Outline } from '#renderer/screens/pack/Outline.tsx';
import { Pages } from '#renderer/screens/pack/Pages.tsx';
import { SectionComments } from '#renderer/screens/review/Comments.tsx';

export function Write({ period }: { readonly period: string }) {
  const outline = useOutline(period);
  const narrative = useNarrative(period);
  const [wanted, setWanted] = useState<string | null>(null);
  return (
    <Ready query={outline} words="Putting the pack together…">
      {(sections) => {
        const section =
          sections.find(({ code }) => code === wanted) ??
          sections.find(({ movable, empty }) => movable && !empty);
        return (
          <div className="write">
            <Outline sections={sections} chosen={section?.code ?? null} choose={setWanted} />
            {section && narrative.value ? (
              <div className="write-words">
                <Narrative
                  key={section.code}
                  period={period}
                  section={section}
                  entry={narrative.value.find((one) => one.section === section.code) ?? null}
                />
                <SectionComments period={period} section={section.code} />
              </div>
            ) : null}
            <Pages key={`pages ${section?.code}`} period={period} section={section ?? null} />
          </div>
        );
      }}
    </Ready>
  );
}
