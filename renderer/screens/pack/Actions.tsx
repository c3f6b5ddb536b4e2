/** Recommendations and actions: raised, carried from meeting to meeting, told about, closed. */
import { Badge, Button } from '@fluentui/react-components';
import { useState } from 'react';
import { Panel } from '#renderer/parts/Panel.tsx';
import { Empty, Ready } from '#renderer/parts/States.tsx';
import { useRemoveAction } from '#renderer/queries/action/mutations.ts';
import { useActions } from '#renderer/queries/action/queries.ts';
import { useNames } from '#renderer/queries/definition/names.ts';
import { ActionDialog, TellDialog } from '#renderer/screens/pack/ActionDialog.tsx';
import type { ActionView } from '#shared/action/action.ts';
import { longDate } from '#shared/period/date.ts';

const STATUS = { open: 'Open', overdue: 'Overdue', done: 'Done' } as const;
const COLOUR = { open: 'informative', overdue: 'danger', done: 'success' } as const;

type Doing =
  | { readonly kind: 'put'; readonly action: ActionView | null }
  | { readonly kind: 'tell'; readonly action: ActionView };

export function Actions({ period }: { readonly period: string }) {
  const actions = useActions(period);
  const [doing, setDoing] = useState<Doing | null>(null);
  const add = (
    <Button appearance="primary" onClick={() => setDoing({ kind: 'put', action: null })}>
      Add a recommendation…
    </Button>
  );
  return (
    <>
      <Ready query={actions}>
        {(list) =>
          list.length === 0 ? (
            <Empty title="No recommendations yet" action={add}>
              What the board asks for is kept here with its owner and due date, and comes back in every pack
              until it is closed.
            </Empty>
          ) : (
            <Panel title="Recommendations and actions" actions={add}>
              <Table list={list} begin={setDoing} />
            </Panel>
          )
        }
      </Ready>
      {doing?.kind === 'put' ? (
        <ActionDialog period={period} action={doing.action} close={() => setDoing(null)} />
      ) : null}
      {doing?.kind === 'tell' ? (
        <TellDialog period={period} action={doing.action} close={() => setDoing(null)} />
      ) : null}
    </>
  );
}

const HEADINGS = ['Recommendation', 'Programme', 'Owner', 'Due', 'Status', 'What to do'] as const;

interface TableProps {
  readonly list: readonly ActionView[];
  readonly begin: (doing: Doing) => void;
}

function Table({ list, begin }: TableProps) {
  const names = useNames();
  const remove = useRemoveAction();
  return (
    <table className="plain-table actions">
      <thead>
        <tr>
          {HEADINGS.map((heading) => (
            <th key={heading} scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {list.map((action) => (
          <tr key={action.id}>
            <th scope="row">
              {action.text}
              <History action={action} />
            </th>
            <td>{names.programme(action.programme) || 'The whole board'}</td>
            <td>{action.owner}</td>
            <td>{longDate(action.due)}</td>
            <td>
              <Badge appearance="tint" color={COLOUR[action.status]}>
                {STATUS[action.status]}
              </Badge>
            </td>
            <td>
              <div className="row">
                <Button
                  size="small"
                  aria-label={`Progress of ${action.text}`}
                  onClick={() => begin({ kind: 'tell', action })}
                >
                  {action.closed === null ? 'Progress or close…' : 'Open again…'}
                </Button>
                <Button
                  size="small"
                  aria-label={`Change ${action.text}`}
                  onClick={() => begin({ kind: 'put', action })}
                >
                  Change…
                </Button>
                <Button
                  size="small"
                  appearance="subtle"
                  aria-label={`Remove ${action.text}`}
                  onClick={() => void remove.run({ id: action.id })}
                >
                  Remove
                </Button>
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function History({ action }: { readonly action: ActionView }) {
  return (
    <ul className="plain-list quiet action-history">
      <li>Raised in {action.raised}</li>
      {action.updates.map(({ period, on, by, text }) => (
        <li key={`${on} ${text}`}>
          {period}: {text} ({by}, {longDate(on)})
        </li>
      ))}
      {action.closed ? <li>Closed in {action.closed}</li> : null}
    </ul>
  );
}
