/** The part of the contract that is about findings: decisions, messages to providers, answers, statements in texts. */
import type { AnswerView } from '#shared/answer/answer.ts';
import type { ExportedFile, SourceView } from '#shared/api/answers.ts';
import type { StatementList } from '#shared/claim/list.ts';
import type { SettledFinding } from '#shared/decision/apply.ts';
import type { Choice } from '#shared/decision/decide.ts';
import type { Decision } from '#shared/decision/decision.ts';
import type { ProviderQuery } from '#shared/finding/query.ts';

/** Method name to [argument, answer]. */
export interface FindingMethods {
  'finding.list': [{ readonly period: string | null }, readonly SettledFinding[]];
  'finding.sources': [{ readonly id: string }, readonly SourceView[]];
  'finding.decide': [{ readonly id: string; readonly verdict: Choice; readonly why: string }, Decision];
  'finding.withdraw': [{ readonly decision: string; readonly why: string }, null];
  /** One message for each provider with open findings. */
  'finding.queries': [{ readonly period: string | null }, readonly ProviderQuery[]];
  /** One provider's message as a Word document. */
  'finding.queryFile': [{ readonly provider: string; readonly period: string | null }, ExportedFile];
  /** What texts state: the numbers no figure could be told for, and those a person has linked. */
  'claim.list': [{ readonly period: string | null }, StatementList];
  /** Links a number in text to a figure (the text of its key), or says that it is none. */
  'claim.link': [{ readonly name: string; readonly key: string | null }, null];
  'claim.forget': [{ readonly name: string }, null];
  /** What providers answered, each judged by the standard for an explanation. */
  'finding.answers': [null, readonly AnswerView[]];
  /** Records a provider's answer (`on`: ISO date); without words, takes it away. */
  'finding.answer': [
    { readonly id: string; readonly text: string; readonly by: string; readonly on: string },
    null,
  ];
  /** A provider's message with its own files, the points as comments on their cells. */
  'finding.queryFiles': [
    { readonly provider: string; readonly period: string },
    { readonly files: readonly ExportedFile[]; readonly notes: readonly string[] },
  ];
}
