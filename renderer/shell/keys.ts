/** Keys of commands: matched against what was pressed, and written for people. */
import { type Command, commands } from '#shared/api/commands.ts';

const NAMES: Readonly<Record<string, string>> = { CmdOrCtrl: 'Ctrl', Plus: '+' };

/** `CmdOrCtrl+Shift+S` as `Ctrl+Shift+S`. */
export function keyWords(key: string): string {
  return key
    .split('+')
    .map((part) => NAMES[part] ?? part)
    .join('+');
}

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

function matches(key: string, pressed: Pressed): boolean {
  const parts = key.split('+');
  const last = parts.at(-1) ?? '';
  const control = parts.includes('CmdOrCtrl');
  return (
    (NAMES[last] ?? last).toLowerCase() === pressed.key.toLowerCase() &&
    control === (pressed.ctrlKey || pressed.metaKey) &&
    parts.includes('Shift') === (pressed.shiftKey && pressed.key !== '+') &&
    !pressed.altKey
  );
}

/** The command of ours that a key press asks for; those done by the system are left to it. */
export function commandFor(pressed: Pressed): Command | null {
  return commands.find(({ key, role }) => key !== null && !role && matches(key, pressed)) ?? null;
}

/** Typing goes on here: undo and redo of the field come before those of the board. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
    !(target instanceof HTMLInputElement && /^(checkbox|radio|button)$/.test(target.type))
  );
}
