/** The provider's rows and columns beside the lines the board knows, put right in place. */
import { Select } from '@fluentui/react-components';
import { Tag } from '#renderer/parts/Severity.tsx';
import type { LineReading } from '#renderer/screens/import/lines.ts';
import type { Correction } from '#shared/api/api.ts';

interface Props {
  readonly lines: readonly LineReading[];
  /** What was corrected in this file so far, by label. */
  readonly corrected: Correction['memory'];
  readonly put: ((correction: Correction) => void) | null;
}

export function Lines({ lines, corrected = {}, put }: Props) {
  if (lines.length === 0)
    return (
      <p className="quiet understood-empty">The lines of this table are read by its categories alone.</p>
    );
  return (
    <div className="understood-box">
      <p className="quiet">
        Choose what a row or column is where it was not understood, or was taken for another. It is remembered
        for this provider.
      </p>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">As sent</th>
            <th scope="col">Line</th>
            <th scope="col">Taken for</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ axis, label, read, choices }) => (
            <tr key={`${axis} ${label}`}>
              <th scope="row">
                {label} {read ? null : <Tag kind="warn">to settle</Tag>}
              </th>
              <td>{axis}</td>
              <td>
                <Select
                  size="small"
                  aria-label={`What ${label} is`}
                  disabled={put === null}
                  value={corrected[label] ?? ''}
                  onChange={(_, { value }) => put?.({ memory: { [label]: value || null } })}
                >
                  <option value="">{read ? 'As understood' : 'Not understood'}</option>
                  {choices.map(({ code, words }) => (
                    <option key={code} value={code}>
                      {words}
                    </option>
                  ))}
                </Select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
