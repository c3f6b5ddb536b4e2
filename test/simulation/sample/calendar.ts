/** Time as it passed in Westmoor: it moves on by itself, and can be set to a later day. */

export interface Clock {
  readonly now: () => Date;
  readonly moveTo: (moment: string) => void;
}

/** A minute passes with every look at it. */
export function clockFrom(moment: string): Clock {
  let at = Date.parse(moment);
  return {
    now: () => {
      at += 60_000;
      return new Date(at);
    },
    moveTo: (later) => {
      at = Date.parse(later);
    },
  };
}

/** The morning `days` after a day given as `2023-06-30`. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T09:30:00Z`) + days * 86_400_000).toISOString();
}
