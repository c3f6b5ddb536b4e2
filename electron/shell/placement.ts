/** Where the window stood when it was last closed. */
import { type BrowserWindow, screen } from 'electron';
import { z } from 'zod';
import { inFolder, isFile, makeFolder, readBytes, writeWhole } from '#electron/service/disk.ts';

const shape = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(640),
  height: z.int().min(480),
  maximised: z.boolean(),
});

export type Placement = z.infer<typeof shape>;

/** Fits the smallest laptop screen in use. */
export const FIRST: Omit<Placement, 'x' | 'y'> & { readonly x?: number; readonly y?: number } = {
  width: 1366,
  height: 768,
  maximised: false,
};

function place(data: string): string {
  return inFolder(data, 'window.json');
}

/** Null the first time, and where the screen it stood on is no longer there. */
export function lastPlacement(data: string): Placement | null {
  if (!isFile(place(data))) return null;
  const placement = parsed(Buffer.from(readBytes(place(data))).toString('utf8'));
  return placement && isOnScreen(placement) ? placement : null;
}

function parsed(text: string): Placement | null {
  try {
    return shape.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** The middle of its title bar can be seen and taken hold of. */
function isOnScreen({ x, y, width }: Placement): boolean {
  const handle = { x: x + width / 2, y: y + 10 };
  return screen
    .getAllDisplays()
    .some(
      ({ workArea: area }) =>
        handle.x >= area.x &&
        handle.x < area.x + area.width &&
        handle.y >= area.y &&
        handle.y < area.y + area.height,
    );
}

export function keepPlacement(data: string, window: BrowserWindow): void {
  window.on('close', () => {
    const placement = { ...window.getNormalBounds(), maximised: window.isMaximized() };
    makeFolder(data);
    writeWhole(place(data), new TextEncoder().encode(JSON.stringify(placement)));
  });
}
