/** Where no board is open: the sample, a board of one's own, or a new one. */
import { Button, Link } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { momentOf } from '#renderer/parts/words.ts';
import { useForgetRecent } from '#renderer/queries/board/mutations.ts';
import { useRecentBoards, useSamplePlace } from '#renderer/queries/board/queries.ts';
import { useRun } from '#renderer/shell/commanding.ts';
import type { RecentBoard } from '#shared/api/api.ts';
import '#renderer/screens/start/start.css';

export function Start({ messages }: { readonly messages: ReactNode }) {
  const run = useRun();
  const { value: recent } = useRecentBoards();
  const { value: place } = useSamplePlace();
  return (
    <main className="start">
      {messages}
      <div className="start-box">
        <h1>EOC Board</h1>
        <p className="start-about">
          Bring the quarter’s returns together, settle what does not agree, and send a pack the board can rely
          on.
        </p>
        <div className="start-ways">
          <Way
            title="Try it first"
            about={`Three years of a council that does not exist, with three returns waiting to be imported.${
              place ? ` It is put in ${place}, with every return file beside it.` : ''
            }`}
          >
            <Button appearance="primary" size="large" onClick={() => run('board.sample')}>
              Open the sample board
            </Button>
          </Way>
          <Way title="Your board" about="A board is one file ending in .eoc.">
            <Button size="large" onClick={() => run('board.open')}>
              Open a board…
            </Button>
          </Way>
          <Way title="Begin" about="An empty board for your own returns.">
            <Button size="large" onClick={() => run('board.new')}>
              New board…
            </Button>
          </Way>
        </div>
        {recent && recent.length > 0 ? <Recent boards={recent} /> : null}
      </div>
    </main>
  );
}

interface WayProps {
  readonly title: string;
  readonly about: string;
  readonly children: ReactNode;
}

function Way({ title, about, children }: WayProps) {
  return (
    <section className="panel start-way">
      <h2>{title}</h2>
      <p className="quiet">{about}</p>
      {children}
    </section>
  );
}

function Recent({ boards }: { readonly boards: readonly RecentBoard[] }) {
  const run = useRun();
  const forget = useForgetRecent();
  return (
    <section className="panel" aria-labelledby="recent">
      <h2 id="recent">Recent boards</h2>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">Board</th>
            <th scope="col">Where</th>
            <th scope="col">Last opened</th>
            <th scope="col">
              <span className="unseen">Take off the list</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {boards.map(({ path, name, at }) => (
            <tr key={path}>
              <th scope="row">
                <Link as="button" onClick={() => run('board.openPath', path)}>
                  {name}
                </Link>
              </th>
              <td className="quiet start-path">{path}</td>
              <td>{momentOf(at)}</td>
              <td>
                <Button
                  size="small"
                  appearance="subtle"
                  aria-label={`Take ${name} off this list`}
                  onClick={() => void forget.run({ path })}
                >
                  Take off the list
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
