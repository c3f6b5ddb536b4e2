/** Recommendations and actions in the pack: those of a programme in its section, all of them in the action log. */
import type { ActionView } from '#shared/action/action.ts';
import type { BoardDefinition, PackSection } from '#shared/definition/definition.ts';
import type { Block, PackTable } from '#shared/pack/document.ts';
import { textCell } from '#shared/pack/lookup.ts';
import { longDate } from '#shared/period/date.ts';

/** How the ids of tables of actions begin: a public edition knows them by it. */
export const ACTIONS_ID = 'actions-';

const STATUS = { open: 'Open', overdue: 'Overdue', done: 'Done' } as const;

/** The section a programme's actions are listed in: the one that is about the fewest programmes beside it. */
function homeOf(programme: string, { sections }: BoardDefinition): string | null {
  const about = sections.filter((one) => !one.appendix && one.programmes.includes(programme));
  const fewest = Math.min(...about.map(({ programmes }) => programmes.length));
  return about.find(({ programmes }) => programmes.length === fewest)?.code ?? null;
}

/** The open recommendations of the section's programmes. */
export function sectionActions(
  section: PackSection,
  actions: readonly ActionView[],
  definition: BoardDefinition,
): readonly Block[] {
  const open = actions.filter(
    ({ programme, status }) =>
      status !== 'done' && programme !== null && homeOf(programme, definition) === section.code,
  );
  if (open.length === 0) return [];
  const table: PackTable = {
    kind: 'table',
    id: `${ACTIONS_ID}${section.code}`,
    caption: `Recommendations open: ${section.title}`,
    summary: 'One row for each recommendation: what is to be done, by whom, by when, and how it stands.',
    header: ['Recommendation', 'Owner', 'Due', 'Status'],
    rows: open.map(({ text, owner, due, status }) => ({
      label: text,
      total: false,
      cells: [owner, longDate(due), STATUS[status]].map(textCell),
    })),
    notes: [],
    sources: [],
  };
  return [table];
}

function progress({ updates, raised, closed }: ActionView): string {
  const told = updates.map(({ period, text }) => `${period}: ${text}`);
  const end = closed === null ? [] : [`Closed in ${closed}.`];
  return [`Raised in ${raised}.`, ...told, ...end].join(' ');
}

/** The action log: every action that was open, or was closed since the meeting before. */
export function actionLog(actions: readonly ActionView[], { programmes }: BoardDefinition): readonly Block[] {
  if (actions.length === 0) return [];
  const name = (code: string | null) =>
    code === null ? 'The whole board' : (programmes.find((one) => one.code === code)?.name ?? code);
  const table: PackTable = {
    kind: 'table',
    id: `${ACTIONS_ID}log`,
    caption: 'Recommendations and actions',
    summary: 'One row for each recommendation, with its owner, due date, status and history.',
    header: ['Recommendation', 'Programme', 'Owner', 'Due', 'Status', 'History'],
    rows: actions.map((action) => ({
      label: action.text,
      total: false,
      cells: [
        name(action.programme),
        action.owner,
        longDate(action.due),
        STATUS[action.status],
        progress(action),
      ].map(textCell),
    })),
    notes: [],
    sources: [],
  };
  return [table];
}
