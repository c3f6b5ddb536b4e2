/** Where nothing waits: how to import, what has come, what is remembered. */
import { Button, Link } from '@fluentui/react-components';
import { Panel } from '#renderer/parts/Panel.tsx';
import { Tag } from '#renderer/parts/Severity.tsx';
import { Ready } from '#renderer/parts/States.tsx';
import { dayOf } from '#renderer/parts/words.ts';
import { type Names, useNames } from '#renderer/queries/definition/names.ts';
import { useForget } from '#renderer/queries/import/mutations.ts';
import { useMemory, useReturns } from '#renderer/queries/import/queries.ts';
import { useAround } from '#renderer/shell/window.ts';
import { TAUGHT_ASIDE, TAUGHT_ITEM } from '#shared/meaning/taught.ts';

export function Received() {
  const { go } = useAround();
  const names = useNames();
  const returns = useReturns();
  return (
    <>
      <section className="drop-here" aria-label="Import returns">
        <h2>Drop the returns here</h2>
        <p className="quiet">
          Word, Excel, OpenDocument, CSV or web pages; several at once, or a whole folder.
        </p>
      </section>
      <Panel title="Returns on the board">
        <Ready query={returns}>
          {(list) =>
            list.length === 0 ? (
              <p className="quiet">None yet. Returns appear here once you accept them.</p>
            ) : (
              <table className="plain-table">
                <thead>
                  <tr>
                    <th scope="col">File</th>
                    <th scope="col">Provider</th>
                    <th scope="col">Quarter</th>
                    <th scope="col">Version</th>
                    <th scope="col">Accepted</th>
                  </tr>
                </thead>
                <tbody>
                  {list.toReversed().map(({ id, name, provider, period, version, status, at, by }) => (
                    <tr key={id}>
                      <th scope="row">
                        <Link as="button" onClick={() => go('import', `return ${id}`)}>
                          {name}
                        </Link>
                      </th>
                      <td>{names.provider(provider)}</td>
                      <td>{period}</td>
                      <td>
                        {version} {status === 'current' ? null : <Tag kind="plain">{status}</Tag>}
                      </td>
                      <td>
                        {dayOf(at)} <span className="quiet">{by}</span>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )
          }
        </Ready>
      </Panel>
      <Remembered />
    </>
  );
}

/** What a remembered correction means: a table, a category, a line of a table. */
function taughtWords(code: string, names: Names): string {
  if (code === TAUGHT_ASIDE) return 'remarks: no figures';
  if (code.startsWith(TAUGHT_ITEM)) return `the line “${code.slice(TAUGHT_ITEM.length)}”`;
  const [set = '', member] = code.split(':');
  if (member !== undefined) return `${names.set(set)}: ${names.member(set, member)}`;
  const holder = names.definition?.sets.find(({ members }) => members.some((one) => one.code === code));
  return holder ? `${holder.name}: ${names.member(holder.code, code)}` : `the table “${names.table(code)}”`;
}

function Remembered() {
  const names = useNames();
  const { value } = useMemory();
  const forget = useForget();
  if (!value || value.length === 0) return null;
  return (
    <Panel title="Remembered corrections">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">Provider</th>
            <th scope="col">As sent</th>
            <th scope="col">Means</th>
            <th scope="col">
              <span className="unseen">Forget</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {value.map(({ provider, label, code }) => (
            <tr key={`${provider} ${label}`}>
              <td>{names.provider(provider)}</td>
              <th scope="row">{label}</th>
              <td>{taughtWords(code, names)}</td>
              <td>
                <Button
                  size="small"
                  aria-label={`Forget ${label}`}
                  onClick={() => void forget.run({ provider, label })}
                >
                  Forget
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
