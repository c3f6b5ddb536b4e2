/** Every key, from the one table of commands and the keys of Reconcile. */
import { Keys } from '#renderer/parts/Keys.tsx';
import { Panel } from '#renderer/parts/Panel.tsx';
import { keyWords } from '#renderer/shell/keys.ts';
import { commands, menuTitles } from '#shared/api/commands.ts';

const RECONCILE = [
  { keys: ['J', '↓'], does: 'Next finding' },
  { keys: ['K', '↑'], does: 'Previous finding' },
  { keys: ['A'], does: 'Accept the suggestion' },
  { keys: ['1–9'], does: 'That cell is right' },
  { keys: ['V'], does: 'Give another value' },
  { keys: ['D'], does: 'Dismiss: nothing is wrong' },
  { keys: ['Ctrl', 'Enter'], does: 'Decide, from the reason' },
  { keys: ['Esc'], does: 'Leave the reason, so that letters are keys again' },
  { keys: ['U'], does: 'Undo' },
  { keys: ['Space'], does: 'Tick a finding in the list, to dismiss several together' },
] as const;

const PACK = [
  { keys: ['Alt', 'F'], does: 'Put a figure into the words' },
  { keys: ['Alt', '1–9'], does: 'Put in that suggested sentence' },
  { keys: ['Ctrl', 'Enter'], does: 'The words of the section are reviewed' },
] as const;

export function KeyMap() {
  const menus = Map.groupBy(
    commands.filter(({ key }) => key !== null),
    ({ menu }) => menu,
  );
  return (
    <div className="key-map">
      <Panel title="Reconcile">
        {RECONCILE.map(({ keys, does }) => (
          <Keys key={does} keys={keys} does={does} />
        ))}
      </Panel>
      <Panel title="Pack, in the words">
        {PACK.map(({ keys, does }) => (
          <Keys key={does} keys={keys} does={does} />
        ))}
      </Panel>
      {[...menus].map(([menu, list]) => (
        <Panel key={menu} title={menuTitles[menu]}>
          {list.map(({ id, label, key }) => (
            <Keys key={id} keys={keyWords(key ?? '').split(/\+(?=.)/)} does={label} />
          ))}
        </Panel>
      ))}
    </div>
  );
}
