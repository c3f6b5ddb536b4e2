/** The whole window takes files: wherever they are dropped, they are read and shown on Import. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { droppedFiles } from '#renderer/shell/files.ts';
import { useImportFiles } from '#renderer/shell/importing.ts';

const carriesFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false;

export function DropArea({ children }: { readonly children: ReactNode }) {
  const over = useDrop(useImportFiles());
  return (
    <div className="app">
      {children}
      {over ? <div className="drop">Drop the returns here to read them</div> : null}
    </div>
  );
}

type Take = (files: readonly File[]) => Promise<void>;

function useDrop(take: Take): boolean {
  const [over, setOver] = useState(false);
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => listenForDrops(setOver, (files) => void latest.current(files)), []);
  return over;
}

function listenForDrops(
  setOver: (over: boolean) => void,
  take: (files: readonly File[]) => void,
): () => void {
  const events = new AbortController();
  const options = { signal: events.signal };
  const enter = (event: DragEvent) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    setOver(true);
  };
  const drop = async (event: DragEvent) => {
    const { dataTransfer } = event;
    if (!dataTransfer || !carriesFiles(event)) return;
    event.preventDefault();
    setOver(false);
    take(await droppedFiles(dataTransfer));
  };
  window.addEventListener('dragover', enter, options);
  window.addEventListener('drop', (event) => void drop(event), options);
  window.addEventListener('dragleave', (event) => event.relatedTarget === null && setOver(false), options);
  return () => events.abort();
}
