/** The real pages, drawn by the same writer as the PDF. */
import { Button, Input, Select } from '@fluentui/react-components';
import { ChevronLeftRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import { DrawnPage } from '#renderer/parts/DrawnPage.tsx';
import { Problem, Waiting } from '#renderer/parts/States.tsx';
import { useKept } from '#renderer/parts/useKept.ts';
import { usePages } from '#renderer/queries/pack/queries.ts';
import type { OutlineSection } from '#shared/api/api.ts';

interface Props {
  readonly period: string;
  readonly section: OutlineSection | null;
}

export function Pages({ period, section }: Props) {
  const [page, setPage] = useState(1);
  const [whole, setWhole] = useState(false);
  const alone = whole || !section || section.empty || !section.on ? null : section.code;
  const query = usePages(period, alone, page, 1);
  const preview = useKept(query.value);
  const total = preview?.total ?? 1;
  useEffect(() => {
    if (preview && page > preview.total) setPage(preview.total);
  }, [preview, page]);
  const shown = preview?.pages[0];
  return (
    <section className="pages" aria-label="Pages">
      <div className="row pages-head">
        <Select
          size="small"
          aria-label="Pages shown"
          value={whole ? 'whole' : 'section'}
          onChange={(_, { value }) => {
            setWhole(value === 'whole');
            setPage(1);
          }}
        >
          <option value="section">This section</option>
          <option value="whole">Whole pack</option>
        </Select>
        <Button
          size="small"
          icon={<ChevronLeftRegular />}
          aria-label="Previous page"
          disabled={page <= 1}
          onClick={() => setPage(page - 1)}
        />
        <span>Page</span>
        <Input
          size="small"
          className="page-number"
          aria-label="Page"
          value={String(page)}
          onChange={(_, { value }) => setPage(Math.min(total, Math.max(1, Number.parseInt(value, 10) || 1)))}
        />
        <span>of {total}</span>
        <Button
          size="small"
          icon={<ChevronRightRegular />}
          aria-label="Next page"
          disabled={page >= total}
          onClick={() => setPage(page + 1)}
        />
        {query.loading ? <span className="quiet">Drawing…</span> : null}
      </div>
      {query.error ? <Problem error={query.error} again={query.again} /> : null}
      {shown ? (
        <section className="page" tabIndex={0} aria-label={`Page ${shown.page}`}>
          <DrawnPage svg={shown.svg} alt={`Page ${shown.page} as it will be printed`} />
        </section>
      ) : query.error ? null : (
        <Waiting words="Drawing the pages…" />
      )}
    </section>
  );
}
