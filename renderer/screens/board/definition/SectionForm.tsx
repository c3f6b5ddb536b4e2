/** One section of the pack: what it shows, what it says every quarter, who answers which question in it. */
import { Button } from '@fluentui/react-components';
import { freshCode, numbered, replaced, without } from '#renderer/screens/board/definition/entries.ts';
import {
  Choice,
  LineButtons,
  LinesField,
  Many,
  TextField,
  Yes,
} from '#renderer/screens/board/definition/fields.tsx';
import type { BoardDefinition, PackQuestion, PackSection } from '#shared/definition/definition.ts';

interface Props {
  readonly board: BoardDefinition;
  readonly entry: PackSection;
  readonly set: (entry: PackSection) => void;
}

export function SectionForm({ board, entry, set }: Props) {
  return (
    <>
      <TextField label="Title" value={entry.title} change={(title) => set({ ...entry, title })} />
      <Yes
        label="An appendix"
        value={entry.appendix}
        change={(appendix) => set({ ...entry, appendix, exempt: appendix ? entry.exempt : null })}
      />
      {entry.appendix ? (
        <TextField
          label="Exempt from publication under paragraph (empty: it is published)"
          hint="Of Schedule 12A of the Local Government Act 1972, such as 1, 2"
          value={entry.exempt ?? ''}
          change={(exempt) => set({ ...entry, exempt: exempt || null })}
        />
      ) : null}
      <LinesField
        label="Paragraphs that stand every quarter until others are written; {period} is put in"
        value={entry.text ?? []}
        change={(text) => {
          const { text: _, ...rest } = entry;
          set(text.length === 0 ? rest : { ...rest, text });
        }}
      />
      <Many
        label="Programmes whose figures it compares"
        value={entry.programmes}
        options={board.programmes}
        change={(programmes) => set({ ...entry, programmes })}
      />
      <Many
        label="Tables, in the order ticked"
        value={entry.tables}
        options={board.tables.map(({ code, title }) => ({ code, name: title }))}
        change={(tables) => set({ ...entry, tables })}
      />
      <Charts board={board} entry={entry} set={set} />
      <Questions entry={entry} set={set} />
    </>
  );
}

function Charts({ board, entry, set }: Props) {
  const { charts } = entry;
  const put = (next: PackSection['charts']) => set({ ...entry, charts: next });
  const first = board.measures[0];
  return (
    <fieldset className="axis">
      <legend>Charts</legend>
      {numbered(charts).map(({ one: chart, index, key }) => (
        <div key={key} className="reading">
          <div className="column">
            <TextField
              label="Title of the chart"
              value={chart.title}
              change={(title) => put(replaced(charts, index, { ...chart, title }))}
            />
            <Choice
              label="Measure"
              value={chart.measure}
              options={board.measures}
              change={(measure) => put(replaced(charts, index, { ...chart, measure }))}
            />
            <Many
              label="A line for each of"
              value={chart.programmes}
              options={board.programmes}
              change={(programmes) => put(replaced(charts, index, { ...chart, programmes }))}
            />
          </div>
          <LineButtons of={`the chart ${chart.title}`} remove={() => put(without(charts, index))} />
        </div>
      ))}
      <div>
        <Button
          size="small"
          disabled={!first}
          onClick={() =>
            first &&
            put([...charts, { title: first.name, measure: first.code, programmes: entry.programmes }])
          }
        >
          Add a chart
        </Button>
      </div>
    </fieldset>
  );
}

function Questions({ entry, set }: Omit<Props, 'board'>) {
  const questions = entry.questions ?? [];
  const put = (next: readonly PackQuestion[]) => {
    const { questions: _, ...rest } = entry;
    set(next.length === 0 ? rest : { ...rest, questions: next });
  };
  return (
    <fieldset className="axis">
      <legend>Questions officers answer and clear</legend>
      {questions.map((question, index) => (
        <div key={question.code} className="reading">
          <div className="facets">
            <TextField
              label="Heading"
              value={question.heading}
              change={(heading) => put(replaced(questions, index, { ...question, heading }))}
            />
            <TextField
              label="Officer"
              value={question.officer}
              change={(officer) => put(replaced(questions, index, { ...question, officer }))}
            />
          </div>
          <LineButtons of={question.heading} remove={() => put(without(questions, index))} />
        </div>
      ))}
      <div>
        <Button
          size="small"
          onClick={() => {
            const code = freshCode('question', questions);
            put([...questions, { code, heading: 'New question', officer: 'Report author' }]);
          }}
        >
          Add a question
        </Button>
      </div>
    </fieldset>
  );
}
