/** The parts of a definition, each with the form it is changed by. */
import { Categories } from '#renderer/screens/board/Categories.tsx';
import { Entries } from '#renderer/screens/board/definition/Entries.tsx';
import { Glossary } from '#renderer/screens/board/definition/Glossary.tsx';
import { IdentityForm } from '#renderer/screens/board/definition/IdentityForm.tsx';
import { MeasureForm, ProgrammeForm, ProviderForm } from '#renderer/screens/board/definition/NamedForms.tsx';
import { SectionForm } from '#renderer/screens/board/definition/SectionForm.tsx';
import { TableForm } from '#renderer/screens/board/definition/TableForm.tsx';
import { General } from '#renderer/screens/board/General.tsx';
import { Targets } from '#renderer/screens/board/Targets.tsx';
import type { BoardDefinition } from '#shared/definition/definition.ts';

export const PARTS = [
  { part: 'general', words: 'Names, deadlines, small numbers' },
  { part: 'programmes', words: 'Programmes' },
  { part: 'providers', words: 'Providers' },
  { part: 'sets', words: 'Categories' },
  { part: 'measures', words: 'Measures' },
  { part: 'tables', words: 'Tables' },
  { part: 'identities', words: 'Identities between measures' },
  { part: 'targets', words: 'Targets' },
  { part: 'sections', words: 'Sections of the pack' },
  { part: 'glossary', words: 'Glossary' },
] as const;

export type Part = (typeof PARTS)[number]['part'];

interface Props {
  readonly part: Part;
  readonly draft: BoardDefinition;
  readonly change: (draft: BoardDefinition) => void;
}

export function PartOf({ part, draft, change }: Props) {
  const both = { draft, change };
  switch (part) {
    case 'general':
      return <General {...both} />;
    case 'sets':
      return <Categories {...both} />;
    case 'targets':
      return <Targets {...both} />;
    case 'glossary':
      return <Glossary {...both} />;
    case 'programmes':
      return (
        <Entries
          key={part}
          {...both}
          part={part}
          title="Programmes"
          one="programme"
          form={(entry, set) => <ProgrammeForm board={draft} entry={entry} set={set} />}
        />
      );
    case 'providers':
      return (
        <Entries
          key={part}
          {...both}
          part={part}
          title="Providers"
          one="provider"
          form={(entry, set) => <ProviderForm board={draft} entry={entry} set={set} />}
        />
      );
    case 'measures':
      return (
        <Entries
          key={part}
          {...both}
          part={part}
          title="Measures"
          one="measure"
          form={(entry, set) => <MeasureForm entry={entry} set={set} />}
        />
      );
    case 'tables':
      return (
        <Entries
          key={part}
          {...both}
          part={part}
          title="Tables"
          one="table"
          form={(entry, set) => <TableForm board={draft} entry={entry} set={set} />}
        />
      );
    case 'identities':
      return (
        <Entries
          key={part}
          {...both}
          part={part}
          title="Identities"
          one="identity"
          form={(entry, set) => <IdentityForm board={draft} entry={entry} set={set} />}
        />
      );
    case 'sections':
      return (
        <Entries
          key={part}
          {...both}
          part={part}
          title="Sections of the pack"
          one="section"
          form={(entry, set) => <SectionForm board={draft} entry={entry} set={set} />}
        />
      );
  }
}
