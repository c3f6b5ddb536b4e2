/** The board in hand, the quarter in hand, undo and redo by name, and the file menu. */
import {
  Button,
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Select,
  Tooltip,
} from '@fluentui/react-components';
import { ArrowRedoRegular, ArrowUndoRegular, ChevronDownRegular } from '@fluentui/react-icons';
import { Fragment } from 'react';
import { changeWords } from '#renderer/parts/words.ts';
import { useRun } from '#renderer/shell/commanding.ts';
import { keyWords } from '#renderer/shell/keys.ts';
import { useAround } from '#renderer/shell/window.ts';
import { commands } from '#shared/api/commands.ts';

export function CommandBar() {
  const { board, period, choosePeriod } = useAround();
  const run = useRun();
  return (
    <header className="bar">
      <FileMenu />
      <span className="bar-name" title={board.path}>
        <strong>{board.name}</strong>
        <span className="quiet bar-board">{board.board}</span>
      </span>
      <span className="spring" />
      <ChangeButton way="undo" summary={board.undo} run={() => run('edit.undo')} />
      <ChangeButton way="redo" summary={board.redo} run={() => run('edit.redo')} />
      {period === null ? null : (
        <div className="row bar-period">
          <label htmlFor="period">Quarter</label>
          <Select id="period" value={period} onChange={(_, { value }) => choosePeriod(value)}>
            {board.periods.toReversed().map((one) => (
              <option key={one}>{one}</option>
            ))}
          </Select>
        </div>
      )}
    </header>
  );
}

function FileMenu() {
  const run = useRun();
  const file = commands.filter(({ menu, role, id }) => menu === 'file' && !role && id !== 'board.openPath');
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="primary" size="small" icon={<ChevronDownRegular />} iconPosition="after">
          File
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {file.map(({ id, label, key, apart }) => (
            <Fragment key={id}>
              {apart ? <MenuDivider /> : null}
              <MenuItem secondaryContent={key ? keyWords(key) : undefined} onClick={() => run(id)}>
                {label}
              </MenuItem>
            </Fragment>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

interface ChangeProps {
  readonly way: 'undo' | 'redo';
  readonly summary: string | null;
  readonly run: () => void;
}

function ChangeButton({ way, summary, run }: ChangeProps) {
  const word = way === 'undo' ? 'Undo' : 'Redo';
  const icon = way === 'undo' ? <ArrowUndoRegular /> : <ArrowRedoRegular />;
  const name = summary ? `${word}: ${changeWords(summary)}` : `Nothing to ${way}`;
  return (
    <Tooltip relationship="label" content={`${name} (Ctrl+${way === 'undo' ? 'Z' : 'Y'})`}>
      <Button
        className="bar-change"
        appearance="subtle"
        size="small"
        icon={icon}
        disabledFocusable={summary === null}
        onClick={run}
      >
        {summary ? <span className="bar-summary">{name}</span> : word}
      </Button>
    </Tooltip>
  );
}
