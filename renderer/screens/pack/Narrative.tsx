/** The words of a section, saved as they are written, with figures that stay true. */
import { Button, Checkbox } from '@fluentui/react-components';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useNarrate } from '#renderer/queries/pack/mutations.ts';
import { InsertFigure } from '#renderer/screens/pack/InsertFigure.tsx';
import { chip, type Paragraphs, readEditor, writeEditor } from '#renderer/screens/pack/words.ts';
import type { NarrativeText, OutlineSection } from '#shared/api/api.ts';

interface Props {
  readonly period: string;
  readonly section: OutlineSection;
  readonly entry: NarrativeText | null;
}

/** How long after the last key the words are saved. */
const PAUSE = 150;

export function Narrative({ period, section, entry }: Props) {
  const [inserting, setInserting] = useState(false);
  const editor = useEditor(period, section.code, entry);
  const caret = useRef<Range | null>(null);
  const begin = () => {
    caret.current = caretIn(editor.box.current);
    setInserting(true);
  };
  const insert = (key: string, text: string) => {
    setInserting(false);
    putChip(editor.box.current, caret.current, chip(key, text));
    editor.changed();
  };
  return (
    <section className="narrative" aria-label={section.title}>
      <header className="panel-head">
        <h2>{section.title}</h2>
        <span className="quiet" role="status">
          {editor.state}
        </span>
      </header>
      {section.movable ? (
        <>
          <div className="row">
            <Button size="small" onClick={begin}>
              Insert figure…
            </Button>
            <Checkbox
              label="Reviewed"
              checked={entry?.reviewed ?? false}
              disabled={entry === null}
              onChange={(_, { checked }) => editor.review(checked === true)}
            />
          </div>
          <Box editor={editor} title={section.title} />
          <p className="quiet">
            Figures put in here change with the board. The tables and charts of the section follow the words.
          </p>
        </>
      ) : (
        <p className="quiet">
          The program writes this section from the board itself: there is nothing to write here.
        </p>
      )}
      {inserting ? <InsertFigure period={period} insert={insert} close={() => setInserting(false)} /> : null}
    </section>
  );
}

function Box({ editor, title }: { readonly editor: ReturnType<typeof useEditor>; readonly title: string }) {
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
      onPaste={(event) => {
        event.preventDefault();
        document.execCommand('insertText', false, event.clipboardData.getData('text/plain'));
      }}
    />
  );
}

function useEditor(period: string, section: string, entry: NarrativeText | null) {
  const narrate = useNarrate();
  const box = useRef<HTMLDivElement>(null);
  const saved = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const [state, setState] = useState('');
  const stored = JSON.stringify(entry?.paragraphs ?? []);
  const run = narrate.run;
  const save = useCallback(
    async (paragraphs: Paragraphs, reviewed: boolean) => {
      saved.current = JSON.stringify(paragraphs);
      const done = await run({ period, section, paragraphs, reviewed });
      setState(done ? 'Saved' : 'Not saved');
    },
    [run, period, section],
  );
  useEffect(() => {
    // What comes back from the board is written into the box unless it is what the box itself sent.
    if (!box.current || stored === saved.current || timer.current) return;
    saved.current = stored;
    writeEditor(box.current, JSON.parse(stored) as Paragraphs);
  }, [stored]);
  const flush = useCallback(() => {
    if (timer.current) clearTimeout(timer.current);
    timer.current = null;
    const paragraphs = box.current ? readEditor(box.current) : null;
    if (paragraphs && JSON.stringify(paragraphs) !== saved.current) void save(paragraphs, false);
  }, [save]);
  useEffect(() => () => (timer.current ? flush() : undefined), [flush]);
  const changed = () => {
    setState('Saving…');
    if (timer.current) clearTimeout(timer.current);
    timer.current = setTimeout(flush, PAUSE);
  };
  return { box, state, changed, review: (reviewed: boolean) => void save(entry?.paragraphs ?? [], reviewed) };
}

function caretIn(box: HTMLElement | null): Range | null {
  const selection = getSelection();
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  return range && box?.contains(range.commonAncestorContainer) ? range.cloneRange() : null;
}

/** At the caret, or at the end where the caret was elsewhere. */
function putChip(box: HTMLElement | null, caret: Range | null, element: HTMLElement): void {
  if (!box) return;
  box.focus();
  if (caret) {
    caret.deleteContents();
    caret.insertNode(element);
  } else (box.lastElementChild ?? box).append(element);
  element.after(' ');
  getSelection()?.collapse(element.nextSibling, 1);
}
