/** Links of statements as the history tells them. */
import { type ClaimLink, claimLinkSchema } from '#shared/claim/remember.ts';

function linkOf(value: unknown): ClaimLink | null {
  const parsed = claimLinkSchema.safeParse(value);
  return parsed.success ? parsed.data : null;
}

const named = ({ said, sentence }: ClaimLink): string =>
  `“${said}” in “${sentence.length > 80 ? `${sentence.slice(0, 79)}…` : sentence}”`;

/** `Linked “112” in “Volunteers in total: 112” to volunteers`; null where neither value is a link. */
export function linkChange(from: unknown, to: unknown): string | null {
  const [before, after] = [linkOf(from), linkOf(to)];
  if (!after) return before ? `Forgot what ${named(before)} is` : null;
  if (after.figure === null) return `Said that ${named(after)} is no figure of the board`;
  const { measure, programme } = after.figure;
  return `Linked ${named(after)} to ${measure}${programme === null ? '' : `, ${programme}`}`;
}
