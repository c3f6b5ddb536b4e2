/** One line a provider: its returns, whether they are in, and what is open with it. */
import { Link } from '@fluentui/react-components';
import { Tag } from '#renderer/parts/Severity.tsx';
import { dayOf, severities, severityWord } from '#renderer/parts/words.ts';
import { useAround } from '#renderer/shell/window.ts';
import type { ProviderStatus, QuarterSummary } from '#shared/api/api.ts';
import type { ReturnVersion } from '#shared/operation/stored.ts';

const STATES = {
  in: { kind: 'good', word: 'In' },
  due: { kind: 'plain', word: 'Due' },
  late: { kind: 'bad', word: 'Late' },
} as const;

export function Providers({ quarter: { providers, checking } }: { readonly quarter: QuarterSummary }) {
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">Provider</th>
          <th scope="col">State</th>
          <th scope="col">Files</th>
          {severities.map((severity) => (
            <th scope="col" className="number" key={severity}>
              {severityWord[severity]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {providers.map((provider) => (
          <Line key={provider.provider} provider={provider} checking={checking} />
        ))}
      </tbody>
    </table>
  );
}

interface LineProps {
  readonly provider: ProviderStatus;
  readonly checking: boolean;
}

function Line({ provider: { provider, name, state, returns, open }, checking }: LineProps) {
  const { go } = useAround();
  const { kind, word } = STATES[state];
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <Tag kind={kind}>{word}</Tag>
      </td>
      <td>
        {returns.length === 0 ? <span className="quiet">Nothing yet</span> : null}
        {returns.map((version) => (
          <File key={version.id} version={version} />
        ))}
      </td>
      {severities.map((severity) => (
        <td className="number" key={severity}>
          {open[severity] === 0 ? (
            <span className="quiet">{checking ? '…' : 0}</span>
          ) : (
            <Link
              as="button"
              aria-label={`${open[severity]} ${severity} with ${name}`}
              onClick={() => go('reconcile', `provider ${provider} ${severity}`)}
            >
              {open[severity]}
            </Link>
          )}
        </td>
      ))}
    </tr>
  );
}

const REMARK = { current: '', superseded: 'superseded', withdrawn: 'withdrawn' } as const;

function File({ version: { id, name, version, status, at } }: { readonly version: ReturnVersion }) {
  const { go } = useAround();
  const remark = REMARK[status];
  return (
    <div className={status === 'current' ? '' : 'quiet'}>
      <Link as="button" onClick={() => go('import', `return ${id}`)}>
        {name}
      </Link>{' '}
      <span className="quiet">
        version {version}, {dayOf(at)}
      </span>{' '}
      {remark ? <Tag kind="plain">{remark}</Tag> : null}
    </div>
  );
}
