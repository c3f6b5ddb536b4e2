/** A copy for review: the pack to read, comments to make, and nothing else. */
import { Button } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { DrawnPage } from '#renderer/parts/DrawnPage.tsx';
import { Screen } from '#renderer/parts/Screen.tsx';
import { Ready } from '#renderer/parts/States.tsx';
import { useCloseBoard } from '#renderer/queries/board/mutations.ts';
import { useComments, useReviewCopy, useReviewPages } from '#renderer/queries/review/queries.ts';
import { Mine } from '#renderer/screens/review/Mine.tsx';
import type { BoardInfo, ReviewCopy } from '#shared/api/api.ts';
import '#renderer/screens/review/review.css';

interface Props {
  readonly board: BoardInfo;
  readonly messages: ReactNode;
}

export function ReviewScreen({ board, messages }: Props) {
  const copy = useReviewCopy();
  const closing = useCloseBoard();
  return (
    <div className="review-copy">
      {messages}
      <Screen
        fill
        title={`For review: ${board.board}, ${board.review}`}
        about="Read the pack and comment on it. Everything you write is kept in this file. Close it, then send the file back."
        actions={
          <Button appearance="primary" disabled={closing.busy} onClick={() => void closing.run(null)}>
            Close the copy
          </Button>
        }
      >
        <Ready query={copy} words="Opening the pack…">
          {(value) => <Reading copy={value} />}
        </Ready>
      </Screen>
    </div>
  );
}

function Reading({ copy }: { readonly copy: ReviewCopy }) {
  const { value: comments } = useComments(null);
  const [name, setName] = useState(copy.by);
  const [wanted, setWanted] = useState(copy.sections[0]?.code ?? '');
  const section = copy.sections.find(({ code }) => code === wanted) ?? copy.sections[0];
  if (!section) return <p>This copy holds no pack.</p>;
  const counted = (code: string) => (comments ?? []).filter((one) => one.section === code).length;
  return (
    <div className="review">
      <nav aria-label="Sections of the pack">
        <ul className="plain-list">
          {copy.sections.map(({ code, heading }) => (
            <li key={code}>
              <button
                type="button"
                className="review-section"
                aria-current={code === section.code}
                onClick={() => setWanted(code)}
              >
                {heading}
                {counted(code) > 0 ? <span className="quiet"> ({counted(code)})</span> : null}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <Sheets key={section.code} section={section.code} heading={section.heading} />
      <Mine
        key={`comments ${section.code}`}
        section={section}
        name={name}
        setName={setName}
        comments={(comments ?? []).filter((one) => one.section === section.code)}
      />
    </div>
  );
}

function Sheets({ section, heading }: { readonly section: string; readonly heading: string }) {
  const pages = useReviewPages(section);
  return (
    <section className="review-pages" tabIndex={0} aria-label={`Pages of ${heading}`}>
      <Ready query={pages} words="Drawing the pages…">
        {(list) =>
          list.map((svg, at) => (
            <DrawnPage
              key={svg.slice(-200) + String(svg.length)}
              svg={svg}
              alt={`Page ${at + 1} of ${heading}`}
            />
          ))
        }
      </Ready>
    </section>
  );
}
