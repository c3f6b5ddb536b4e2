/** What differs between two packs: figures, findings, words, and what came or went. */
import { Panel } from '#renderer/parts/Panel.tsx';
import { Ready } from '#renderer/parts/States.tsx';
import { count } from '#renderer/parts/words.ts';
import { useComparison } from '#renderer/queries/pack/queries.ts';
import type { PackChoice } from '#shared/api/api.ts';
import type { PackDifference } from '#shared/comparison/difference.ts';

interface Props {
  readonly from: PackChoice;
  readonly to: PackChoice;
}

export function Difference({ from, to }: Props) {
  const difference = useComparison(from, to);
  return (
    <Ready query={difference} words="Comparing…">
      {(value) => <Shown {...value} />}
    </Ready>
  );
}

function Shown({ figures, quarters, settled, opened, texts, parts, notes }: PackDifference) {
  return (
    <div className="column difference">
      {notes.map((note) => (
        <p key={note} className="quiet">
          {note}
        </p>
      ))}
      <Panel
        title={`Figures: ${figures.length === 0 ? 'none differs' : count(figures.length, 'difference')}`}
      >
        <Rows
          headings={['Figure', 'Earlier', 'Later', 'Why']}
          numbers={2}
          rows={figures.map(({ key, label, from, to, why }) => [
            key,
            label,
            from ?? 'not shown',
            to ?? 'not shown',
            why,
          ])}
        />
      </Panel>
      {quarters.length > 0 ? (
        <Panel title="Each quarter’s own figures">
          <Rows
            headings={['Figure', 'Earlier', 'Later']}
            numbers={2}
            rows={quarters.map(({ key, label, from, to }) => [key, label, from ?? '', to ?? ''])}
          />
        </Panel>
      ) : null}
      <Panel title={`Findings: ${settled.length} settled, ${opened.length} opened`}>
        <Rows
          headings={['Finding', 'Severity', 'What became of it']}
          rows={[
            ...settled.map(({ id, title, severity, how }) => [id, title, severity, how]),
            ...opened.map(({ id, title, severity }) => [id, title, severity, 'Opened']),
          ]}
        />
      </Panel>
      <Panel title={`Words: ${texts.length === 0 ? 'the same' : count(texts.length, 'paragraph')}`}>
        <Rows
          headings={['Section', 'Earlier', 'Later']}
          rows={texts.map(({ section, from, to }, at) => [
            String(at),
            section,
            from ?? '(not there)',
            to ?? '(taken out)',
          ])}
        />
      </Panel>
      {parts.length > 0 ? (
        <Panel title="Sections, tables and charts">
          <Rows
            headings={['Name', 'In', 'Part', 'Change']}
            rows={parts.map(({ part, kind, section, name }) => [
              `${part} ${kind} ${section} ${name}`,
              name,
              section,
              part,
              kind === 'added' ? 'new' : 'no longer there',
            ])}
          />
        </Panel>
      ) : null}
    </div>
  );
}

interface RowsProps {
  readonly headings: readonly string[];
  /** How many columns after the first hold figures. */
  readonly numbers?: number;
  /** Each a key, the row's heading, and its cells. */
  readonly rows: readonly (readonly string[])[];
}

function Rows({ headings, numbers = 0, rows }: RowsProps) {
  if (rows.length === 0) return <p className="quiet">Nothing to show.</p>;
  const classOf = (at: number) => (at > 0 && at <= numbers ? 'number' : undefined);
  return (
    <table className="plain-table">
      <thead>
        <tr>
          {headings.map((heading, at) => (
            <th key={heading} scope="col" className={classOf(at)}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([key = '', label, ...cells]) => (
          <tr key={key}>
            <th scope="row">{label}</th>
            {cells.map((cell, at) => (
              <td key={headings[at + 1]} className={classOf(at + 1)}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
