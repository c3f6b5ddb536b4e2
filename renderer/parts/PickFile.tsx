/** A button that asks for one file. */
import { Button } from '@fluentui/react-components';
import { type ReactNode, useRef } from 'react';
import { given } from '#renderer/shell/files.ts';
import type { GivenFile } from '#shared/api/api.ts';

interface Props {
  /** What the file is, for those who cannot see the button. */
  readonly label: string;
  /** File name endings, separated by commas. */
  readonly accept: string;
  readonly disabled?: boolean;
  readonly take: (file: GivenFile) => void;
  readonly children: ReactNode;
}

export function PickFile({ label, accept, disabled = false, take, children }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept={accept}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) void given(file).then(take);
          currentTarget.value = '';
        }}
      />
      <Button disabled={disabled} onClick={() => input.current?.click()}>
        {children}
      </Button>
    </>
  );
}
