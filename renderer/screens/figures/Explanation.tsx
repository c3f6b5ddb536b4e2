/** What is beneath a figure: the cells it comes from, lit in their tables, the decisions and the findings. */
import { Button, Link } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useMemo } from 'react';
import { Severity, Tag } from '#renderer/parts/Severity.tsx';
import { SourceTable } from '#renderer/parts/SourceTable.tsx';
import { Ready } from '#renderer/parts/States.tsx';
import { placeOf } from '#renderer/parts/source.ts';
import { momentOf } from '#renderer/parts/words.ts';
import type { Names } from '#renderer/queries/definition/names.ts';
import { useExplanation } from '#renderer/queries/figure/queries.ts';
import { useAround } from '#renderer/shell/window.ts';
import type { FigureExplanation, SourceView } from '#shared/api/api.ts';
import type { FigureStatus } from '#shared/figure/figure.ts';
import { formatQuantity } from '#shared/quantity/format.ts';

interface Props {
  readonly id: string;
  readonly names: Names;
  readonly close: () => void;
}

const STATUS: Readonly<
  Record<FigureStatus, { readonly kind: 'good' | 'warn' | 'bad' | 'plain'; readonly words: string }>
> = {
  stated: { kind: 'plain', words: 'Stated once' },
  agreed: { kind: 'good', words: 'Several cells agree' },
  decided: { kind: 'good', words: 'Decided' },
  disputed: { kind: 'bad', words: 'Disputed: an open finding touches it' },
  derived: { kind: 'plain', words: 'Worked out from other figures' },
};

export function Explanation({ id, names, close }: Props) {
  const query = useExplanation(id);
  return (
    <aside className="panel explanation" aria-label="Where the number comes from">
      <Ready query={query} words="Finding the source…">
        {(explanation) => <Told explanation={explanation} names={names} close={close} />}
      </Ready>
    </aside>
  );
}

interface ToldProps {
  readonly explanation: FigureExplanation;
  readonly names: Names;
  readonly close: () => void;
}

function Told({ explanation, names, close }: ToldProps) {
  const { figure, sources } = explanation;
  const { measure, programme, period, dims } = figure.key;
  const { kind, words } = STATUS[figure.status];
  return (
    <>
      <header className="explanation-head">
        <div>
          <p className="quiet">
            {[names.measure(measure), names.programme(programme), names.dims(dims), period]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <p className="explanation-value" data-testid="figure-value">
            {formatQuantity(figure.quantity)}
          </p>
          <Tag kind={kind}>{words}</Tag>
        </div>
        <Button appearance="subtle" icon={<DismissRegular />} aria-label="Close" onClick={close} />
      </header>
      <Beneath explanation={explanation} />
      <h3>Where it stands</h3>
      {sources.length === 0 ? (
        <p className="quiet">No cell states it; it follows from other figures.</p>
      ) : null}
      {sources.map((view) => (
        <Source key={`${view.file} ${view.grid.sheet} ${view.lit.join()}`} view={view} names={names} />
      ))}
    </>
  );
}

function Beneath({ explanation: { decisions, findings } }: { readonly explanation: FigureExplanation }) {
  const { go } = useAround();
  return (
    <>
      {findings.length > 0 ? <h3>Findings</h3> : null}
      {findings.map((finding) => (
        <p key={finding.id}>
          <Severity level={finding.severity} />{' '}
          <Link as="button" onClick={() => go('reconcile', `finding ${finding.id}`)}>
            {finding.title}
          </Link>
        </p>
      ))}
      {decisions.length > 0 ? <h3>Decisions</h3> : null}
      {decisions.map(({ id, why, by, at }) => (
        <p key={id}>
          {why} <span className="quiet">{`${by}, ${momentOf(at)}`}</span>
        </p>
      ))}
    </>
  );
}

function Source({ view, names }: { readonly view: SourceView; readonly names: Names }) {
  const lit = useMemo(() => new Map(view.cells.map(({ row, col }) => [placeOf(row, col), ''])), [view]);
  return (
    <figure className="column explanation-source">
      <figcaption>
        <strong>{view.file}</strong>{' '}
        <span className="quiet">
          {view.grid.sheet} {view.lit.join(', ')} · {names.provider(view.provider)}
        </span>
      </figcaption>
      <SourceTable grid={view.grid} label={`${view.file}, ${view.grid.sheet}`} lit={lit} />
    </figure>
  );
}
