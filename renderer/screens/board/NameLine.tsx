/** One thing with a name and other names it goes by. */
import { Input } from '@fluentui/react-components';
import { useState } from 'react';
import { namesIn } from '#renderer/screens/board/state.ts';

interface Props {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly note: string;
  readonly change: (change: { readonly name?: string; readonly aliases?: readonly string[] }) => void;
}

export function NameLine({ name, aliases, note, change }: Props) {
  const [typed, setTyped] = useState(aliases.join(', '));
  return (
    <tr>
      <td>
        <Input
          className="wide"
          size="small"
          aria-label={`Name of ${name}`}
          value={name}
          onChange={(_, { value }) => change({ name: value })}
        />
      </td>
      <td>
        <Input
          className="wide"
          size="small"
          aria-label={`Other names of ${name}`}
          value={typed}
          onChange={(_, { value }) => {
            setTyped(value);
            change({ aliases: namesIn(value) });
          }}
        />
      </td>
      <td className="quiet">{note}</td>
    </tr>
  );
}
