/** Telling the person something: one message bar for the whole window. */
import { createContext, useContext } from 'react';

export interface Message {
  readonly kind: 'error' | 'warning' | 'done';
  readonly text: string;
}

export const TellContext = createContext<(message: Message) => void>(() => undefined);

export function useTell(): (message: Message) => void {
  return useContext(TellContext);
}
