/** A tie between measures that must hold: a result is the sum of its terms, or that sum over another. */
import { Button } from '@fluentui/react-components';
import { filled, numbered, replaced, without } from '#renderer/screens/board/definition/entries.ts';
import { Choice, LineButtons, Many, TextField } from '#renderer/screens/board/definition/fields.tsx';
import { aspects, units } from '#renderer/screens/board/definition/words.ts';
import type { BoardDefinition, Identity, IdentityTerm } from '#shared/definition/definition.ts';

interface Props {
  readonly board: BoardDefinition;
  readonly entry: Identity;
  readonly set: (entry: Identity) => void;
}

export function IdentityForm({ board, entry, set }: Props) {
  return (
    <>
      <TextField label="What must hold" value={entry.label} change={(label) => set({ ...entry, label })} />
      <TextField label="Why" value={entry.why} change={(why) => set({ ...entry, why })} />
      <fieldset className="axis">
        <legend>The result</legend>
        <Term board={board} term={entry.result} set={(result) => set({ ...entry, result })} />
      </fieldset>
      <Terms
        title="Is the sum of"
        board={board}
        terms={entry.terms}
        set={(terms) => set({ ...entry, terms })}
      />
      <Terms
        title="Divided by the sum of (nothing: it is not divided)"
        board={board}
        terms={entry.over ?? []}
        set={(over) => {
          const { over: _, ...rest } = entry;
          set(over.length === 0 ? rest : { ...rest, over });
        }}
      />
      <Many
        label="Only in these programmes (none: in every one)"
        value={entry.programmes ?? []}
        options={board.programmes}
        change={(programmes) => {
          const { programmes: _, ...rest } = entry;
          set(programmes.length === 0 ? rest : { ...rest, programmes });
        }}
      />
    </>
  );
}

interface TermsProps {
  readonly title: string;
  readonly board: BoardDefinition;
  readonly terms: readonly IdentityTerm[];
  readonly set: (terms: readonly IdentityTerm[]) => void;
}

function Terms({ title, board, terms, set }: TermsProps) {
  return (
    <fieldset className="axis">
      <legend>{title}</legend>
      {numbered(terms).map(({ one: term, index, key }) => (
        <div key={key} className="reading">
          <Term board={board} term={term} set={(next) => set(replaced(terms, index, next))} />
          <LineButtons of={`term ${index + 1}`} remove={() => set(without(terms, index))} />
        </div>
      ))}
      <div>
        <Button size="small" onClick={() => set([...terms, { measure: board.measures[0]?.code ?? '' }])}>
          Add a term
        </Button>
      </div>
    </fieldset>
  );
}

interface TermProps {
  readonly board: BoardDefinition;
  readonly term: IdentityTerm;
  readonly set: (term: IdentityTerm) => void;
}

function Term({ board, term, set }: TermProps) {
  const put = (fields: Partial<IdentityTerm>) => set(filled({ ...term, ...fields }));
  return (
    <div className="facets">
      <Choice
        label="Measure"
        value={term.measure}
        options={board.measures}
        change={(measure) => put({ measure })}
      />
      <Choice
        label="Programme"
        none="The same as the others"
        value={term.programme ?? ''}
        options={board.programmes}
        change={(programme) => put({ programme })}
      />
      <Choice
        label="Counted in"
        none="As the measure is"
        value={term.unit ?? ''}
        options={units}
        change={(unit) => set(filled({ ...term, unit: unit as IdentityTerm['unit'] & string }))}
      />
      <Choice
        label="What is given"
        none="The figure itself"
        value={term.aspect ?? ''}
        options={aspects}
        change={(aspect) => set(filled({ ...term, aspect: aspect as IdentityTerm['aspect'] & string }))}
      />
      <Choice
        label="Taken"
        value={term.factor === undefined ? '1' : String(term.factor)}
        options={[
          { code: '1', name: 'added' },
          { code: '-1', name: 'taken away' },
          ...(term.factor === undefined || Math.abs(term.factor) === 1
            ? []
            : [{ code: String(term.factor), name: `times ${term.factor}` }]),
        ]}
        change={(factor) => {
          const { factor: _, ...rest } = term;
          set(factor === '1' ? rest : { ...rest, factor: Number(factor) });
        }}
      />
    </div>
  );
}
