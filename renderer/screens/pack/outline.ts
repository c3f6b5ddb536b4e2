/** Moving sections of the outline and switching them on and off. */
import type { OutlineSection } from '#shared/api/api.ts';

type Placed = { readonly code: string; readonly on: boolean };

const movable = (sections: readonly OutlineSection[]) => sections.filter((section) => section.movable);

/** The outline with one section switched. */
export function switched(sections: readonly OutlineSection[], code: string, on: boolean): readonly Placed[] {
  return movable(sections).map((one) => ({ code: one.code, on: one.code === code ? on : one.on }));
}

/** The outline with one section a place up (-1) or down (1); appendices stay among themselves. */
export function moved(
  sections: readonly OutlineSection[],
  code: string,
  by: -1 | 1,
): readonly Placed[] | null {
  const list = movable(sections);
  const from = list.findIndex((one) => one.code === code);
  const [section, other] = [list[from], list[from + by]];
  if (!section || !other || section.appendix !== other.appendix) return null;
  const next = [...list];
  next[from] = other;
  next[from + by] = section;
  return next.map((one) => ({ code: one.code, on: one.on }));
}
