/** The words of a section or an answer: the editor, what can go into it, and what to look at in it. */
import { Button } from '@fluentui/react-components';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useSuggestions, useTyped } from '#renderer/queries/pack/queries.ts';
import { addParagraph, caretIn, type Editor, putInline, useEditor } from '#renderer/screens/pack/editor.ts';
import { InsertFigure } from '#renderer/screens/pack/InsertFigure.tsx';
import { clearMarks, markTyped } from '#renderer/screens/pack/marks.ts';
import { Suggestions } from '#renderer/screens/pack/Suggestions.tsx';
import { Typed } from '#renderer/screens/pack/Typed.tsx';
import type { NarrativeText } from '#shared/api/api.ts';
import type { TypedNumber } from '#shared/pack/typed.ts';

interface Props {
  readonly period: string;
  /** Section, or section and question: `implications.legal`. */
  readonly code: string;
  readonly title: string;
  readonly entry: NarrativeText | null;
  /** An answer is cleared, not reviewed. */
  readonly reviewed: boolean;
}

const NONE: readonly TypedNumber[] = [];

export function Words({ period, code, title, entry, reviewed }: Props) {
  const [inserting, setInserting] = useState(false);
  const editor = useEditor(period, code, entry);
  const suggestions = useSuggestions(period, code).value ?? [];
  const typed = useTyped(period).value?.[code] ?? NONE;
  const caret = useRef<Range | null>(null);
  const begin = () => {
    caret.current = caretIn(editor.box.current);
    setInserting(true);
  };
  useMarks(editor, typed);
  const keys = (event: KeyboardEvent) => {
    if (event.ctrlKey && event.key === 'Enter' && reviewed) editor.review(true);
    else if (event.altKey && event.code === 'KeyF') begin();
    else if (event.altKey && /^Digit[1-9]$/.test(event.code)) {
      const chosen = suggestions[Number(event.code.slice(5)) - 1];
      if (!chosen) return;
      addParagraph(editor, chosen);
    } else return;
    event.preventDefault();
  };
  return (
    <>
      {entry?.carriedFrom ? (
        <p className="carried" role="note">
          Carried over from {entry.carriedFrom} with this quarter’s figures; not yet reviewed.
        </p>
      ) : null}
      <div className="row">
        <Button size="small" onClick={begin} title="Alt+F">
          Insert figure…
        </Button>
        {reviewed ? <Review editor={editor} entry={entry} /> : null}
        <span className="quiet" role="status">
          {editor.state}
        </span>
      </div>
      <Box editor={editor} title={title} keys={keys} />
      {typed.length > 0 || suggestions.length > 0 ? (
        <div className="narrative-aside">
          <Typed editor={editor} typed={typed} />
          <Suggestions list={suggestions} add={(chosen) => addParagraph(editor, chosen)} />
        </div>
      ) : null}
      {inserting ? (
        <InsertFigure
          period={period}
          insert={(inline) => {
            setInserting(false);
            putInline(editor, caret.current, inline);
          }}
          close={() => setInserting(false)}
        />
      ) : null}
    </>
  );
}

function Review({ editor, entry }: { readonly editor: Editor; readonly entry: NarrativeText | null }) {
  const done = entry?.reviewed === true;
  return (
    <Button
      size="small"
      appearance={entry?.carriedFrom ? 'primary' : 'secondary'}
      disabled={entry === null || entry.paragraphs.length === 0}
      aria-pressed={done}
      title="Ctrl+Enter"
      onClick={() => editor.review(!done)}
    >
      {done ? 'Reviewed ✓' : 'Mark as reviewed'}
    </Button>
  );
}

/** Typed numbers are marked in the box without touching its words; after every drawing, as words come and go. */
function useMarks({ box }: Editor, typed: readonly TypedNumber[]): void {
  useEffect(() => {
    if (box.current) markTyped(box.current, typed);
    return clearMarks;
  });
}

interface BoxProps {
  readonly editor: Editor;
  readonly title: string;
  readonly keys: (event: KeyboardEvent) => void;
}

function Box({ editor, title, keys }: BoxProps) {
  return (
    <div
      ref={editor.box}
      className="narrative-box"
      contentEditable
      suppressContentEditableWarning
      role="textbox"
      tabIndex={0}
      aria-multiline="true"
      aria-label={`Words of ${title}`}
      spellCheck
      onInput={editor.changed}
      onKeyDown={keys}
      onPaste={(event) => {
        event.preventDefault();
        document.execCommand('insertText', false, event.clipboardData.getData('text/plain'));
      }}
    />
  );
}
