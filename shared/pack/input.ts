/** What a pack is built from. Gathered once by the caller; everything after is pure. */
import type { ActionView } from '#shared/action/action.ts';
import type { AnswerView } from '#shared/answer/answer.ts';
import type { Decision } from '#shared/decision/decision.ts';
import type { BoardDefinition } from '#shared/definition/definition.ts';
import type { Figure } from '#shared/figure/figure.ts';
import type { Coverage, Finding, FindingStatus } from '#shared/finding/finding.ts';
import type { UnderstoodReturn } from '#shared/meaning/understood.ts';
import type { Inline } from '#shared/pack/document.ts';
import type { Signoff } from '#shared/pack/signoff.ts';

export interface PackInput {
  readonly definition: BoardDefinition;
  readonly period: string;
  readonly figures: readonly Figure[];
  readonly returns: readonly UnderstoodReturn[];
  readonly findings: readonly (Finding & { readonly status: FindingStatus })[];
  readonly decisions: readonly Decision[];
  readonly coverage: Coverage;
  /** Written text by section code; each paragraph a run of text and live figures. */
  readonly narrative: Readonly<Record<string, readonly (readonly Inline[])[]>>;
  /** By section code, the quarter its words were carried over from, where nobody has reviewed them since. */
  readonly carried?: Readonly<Record<string, string>>;
  /** Left out: nothing is signed off. */
  readonly signoffs?: readonly Signoff[];
  /** What providers answered to findings. Left out: nothing. */
  readonly answers?: readonly AnswerView[];
  /** As they stand at the period's meeting. */
  readonly actions?: readonly ActionView[];
  /** ISO date of the meeting, where it is known. */
  readonly meeting?: string | null;
  /** Answers to the front-matter questions (lead director, author, recommendation …), by label. */
  readonly front: Readonly<Record<string, string>>;
}
