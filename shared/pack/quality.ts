/** The data-quality section: what is open, what was decided, and what could not be checked. */
import type { Finding } from '#shared/finding/finding.ts';
import type { Block, Inline, PackTable } from '#shared/pack/document.ts';
import type { PackInput } from '#shared/pack/input.ts';
import { textCell } from '#shared/pack/lookup.ts';

const plain = (count: number): string => count.toLocaleString('en-GB');
const say = (text: string): readonly Inline[] => [{ kind: 'text', text }];

export function qualityBlocks(input: PackInput): readonly Block[] {
  const open = input.findings.filter((f) => f.status === 'open' || f.status === 'review');
  const blocks: Block[] = [
    { kind: 'paragraph', inlines: say(openSentence(open)) },
    { kind: 'paragraph', inlines: say(coverageSentence(input)) },
    ...missingReturns(input),
  ];
  if (open.length > 0) blocks.push(openTable(open, input));
  const answered = answerTable(open, input);
  if (answered) blocks.push(answered);
  const decided = decisionTable(input);
  if (decided) blocks.push(decided);
  return blocks;
}

function openSentence(open: readonly Finding[]): string {
  if (open.length === 0) return 'Every disagreement found between the returns has been settled.';
  const high = open.filter((f) => f.severity === 'high').length;
  const rest = high === 0 ? 'none of them of high severity' : `${high} of them of high severity`;
  return `${open.length} ${open.length === 1 ? 'finding is' : 'findings are'} still open, ${rest}. Figures they touch are marked † in this pack.`;
}

function coverageSentence({ coverage }: PackInput): string {
  const checked = coverage.held + coverage.violated;
  return `Over all the returns on the board, ${plain(checked)} ties between figures were checked: ${plain(coverage.held)} held and ${plain(coverage.violated)} did not. ${plain(coverage.notCheckable.length)} could not be checked; the reasons are listed in the annex on checks.`;
}

/** Providers with nothing in for the period are named; they are never a zero. */
function missingReturns(input: PackInput): readonly Block[] {
  const present = new Set(
    input.returns.filter((r) => r.ref.period === input.period).map((r) => r.ref.provider),
  );
  const absent = input.definition.providers.filter((p) => p.returns.length > 0 && !present.has(p.code));
  if (absent.length === 0) return [];
  const names = absent.map((p) => p.name).join(', ');
  const text = `No return has been received for ${input.period} from: ${names}. Totals do not include them.`;
  return [{ kind: 'paragraph', inlines: [{ kind: 'text', text, strong: true }] }];
}

function openTable(open: readonly Finding[], input: PackInput): PackTable {
  return {
    kind: 'table',
    id: 'open-findings',
    caption: 'Findings still open',
    summary: 'One row for each open finding: what it says, who returned it, how serious it is.',
    header: ['Finding', 'Provider', 'Period', 'Severity', 'Stated', 'Expected'],
    rows: open.map((f) => ({
      label: f.title,
      total: false,
      cells: [
        textCell(nameOf(f.provider, input)),
        textCell(f.period),
        textCell(f.severity),
        textCell(f.stated ?? '–'),
        textCell(f.expected ?? '–'),
      ],
    })),
    notes: [],
    sources: [],
  };
}

/** Answers to what is still open, with what they lack by the standard for an explanation. */
function answerTable(open: readonly Finding[], input: PackInput): PackTable | null {
  const answers = input.answers ?? [];
  const rows = open.flatMap((finding) => {
    const answer = answers.find((one) => one.finding === finding.id);
    if (!answer) return [];
    const lacks =
      answer.missing.length === 0 ? 'Nothing: it names a cause and its size' : answer.missing.join(' ');
    return [{ label: finding.title, total: false, cells: [answer.by, answer.text, lacks].map(textCell) }];
  });
  if (rows.length === 0) return null;
  return {
    kind: 'table',
    id: 'answers',
    caption: 'Answers to findings still open',
    summary: 'One row for each answer: the finding, who answered, what was said, and what is still missing.',
    header: ['Finding', 'Answered by', 'Answer', 'Still missing'],
    rows,
    notes: [],
    sources: [],
  };
}

function nameOf(provider: string | null, input: PackInput): string {
  return input.definition.providers.find((p) => p.code === provider)?.name ?? provider ?? '–';
}

function decisionTable(input: PackInput): PackTable | null {
  const rows = input.decisions.flatMap((d) => {
    // A decision on another quarter, or on what a corrected return has settled since, is in the audit trail.
    const finding = d.withdrawn ? undefined : input.findings.find((f) => f.id === d.finding);
    if (!finding) return [];
    return [
      {
        label: finding.title,
        total: false,
        cells: [verdictWords(d.verdict, finding), d.why, d.by].map(textCell),
      },
    ];
  });
  if (rows.length === 0) return null;
  return {
    kind: 'table',
    id: 'decisions',
    caption: 'Decisions taken',
    summary: 'One row for each decision: the finding it settles, what was decided and why.',
    header: ['Finding', 'Decision', 'Reason', 'By'],
    rows,
    notes: [],
    sources: [],
  };
}

function verdictWords(verdict: PackInput['decisions'][number]['verdict'], finding: Finding): string {
  switch (verdict.kind) {
    case 'accept':
      return `Took ${finding.cells[verdict.cell]?.ref.text ?? 'the stated value'} as right`;
    case 'value':
      return `Entered ${printedLike(verdict.value, finding.stated ?? '')}`;
    case 'dismiss':
      return 'Explained';
  }
}

/** A value entered, written as the number it replaces is printed. */
function printedLike(value: number, stated: string): string {
  if (stated.includes('%')) return `${plain(Math.round(value * 1000) / 10)}%`;
  return stated.includes('£') ? `£${plain(value)}` : plain(value);
}

function shortened(text: string): string {
  return text.length <= 120 ? text : `${text.slice(0, 119)}…`;
}

/** Reasons the annex gives a row of their own; those that follow hold for few ties each and share one. */
const REASONS = 12;

/** The annex on checks: every relation that could not be checked, gathered by reason. */
export function checksBlocks({ coverage }: PackInput): readonly Block[] {
  const reasons = [...Map.groupBy(coverage.notCheckable, (n) => n.why)].sort(
    ([, a], [, b]) => b.length - a.length,
  );
  if (reasons.length === 0) return [{ kind: 'paragraph', inlines: say('Every tie could be checked.') }];
  const rest = reasons.slice(REASONS).flatMap(([, list]) => list);
  const rows = reasons.slice(0, REASONS).map(([why, list]) => reasonRow(why, list));
  return [
    {
      kind: 'table',
      id: 'not-checked',
      caption: 'Ties between figures that could not be checked',
      summary: 'One row for each reason, with the number of ties and up to three examples.',
      header: ['Reason', 'Number', 'Examples'],
      rows: rest.length === 0 ? rows : [...rows, reasonRow('Other reasons', rest)],
      notes: [],
      sources: [],
    },
  ];
}

function reasonRow(why: string, list: PackInput['coverage']['notCheckable']): PackTable['rows'][number] {
  const examples = list.slice(0, 3).map((n) => shortened(n.relation));
  const count = { text: plain(list.length), value: list.length, format: 'count', key: null } as const;
  return { label: why, total: false, cells: [count, textCell(examples.join('; '))] };
}
