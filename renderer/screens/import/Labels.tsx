/** The provider's labels beside the board's categories, put right in place. */
import { Select } from '@fluentui/react-components';
import { Tag } from '#renderer/parts/Severity.tsx';
import type { Names } from '#renderer/queries/definition/names.ts';
import type { LabelReading } from '#renderer/screens/import/state.ts';
import type { Correction } from '#shared/api/api.ts';

interface Props {
  readonly labels: readonly LabelReading[];
  readonly names: Names;
  readonly put: ((correction: Correction) => void) | null;
}

export function Labels({ labels, names, put }: Props) {
  if (labels.length === 0) return <p className="quiet understood-empty">This table names no categories.</p>;
  return (
    <div className="understood-box">
      <p className="quiet">What is corrected here is remembered for this provider.</p>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">As sent</th>
            <th scope="col">Category</th>
          </tr>
        </thead>
        <tbody>
          {labels.map((reading) => (
            <Line key={`${reading.set} ${reading.label}`} reading={reading} names={names} put={put} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface LineProps extends Omit<Props, 'labels'> {
  readonly reading: LabelReading;
}

function Line({ reading: { label, set, member, nearest }, names, put }: LineProps) {
  const members = names.definition?.sets.find(({ code }) => code === set)?.members ?? [];
  const ordered = members.toSorted(
    (a, b) => Number(nearest.includes(b.code)) - Number(nearest.includes(a.code)),
  );
  return (
    <tr>
      <th scope="row">
        {label} {member === null ? <Tag kind="warn">to settle</Tag> : null}
      </th>
      <td>
        {put ? (
          <Select
            size="small"
            aria-label={`${names.set(set)} for ${label}`}
            value={member ?? ''}
            onChange={(_, { value }) => put({ memory: { [label]: value || null } })}
          >
            <option value="">Choose from {names.set(set)}…</option>
            {ordered.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
        ) : (
          <span>{member === null ? 'none' : names.member(set, member)}</span>
        )}
      </td>
    </tr>
  );
}
