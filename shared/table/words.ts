/** What labels say by their wording alone: bullets, totals, percentages, notes. */
import type { LineRole } from '#shared/table/table.ts';

const BULLET = /^(\s*)(?:[•●○◦▪■□‣⁃∙·➢➤►✓]|[-–—*o](?=\s))\s*/;
const MARKS = /(?:\s*[*†‡§#]+|[¹²³⁴⁵⁶⁷⁸⁹]+|\s*\[(?:note )?\d{1,2}\]|\s+\d\/)+$/i;

/** A label as shown, without its bullet and footnote marks. */
export function bareLabel(text: string): string {
  return text
    .replace(BULLET, '')
    .replace(/[\u00a0\s]+/g, ' ')
    .replace(/\s*[.…]{3,}\s*$/, '')
    .replace(MARKS, '')
    .trim();
}

/** For comparing labels: lower case, letters and digits only. */
export function plainLabel(text: string): string {
  return bareLabel(text)
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9%]+/g, ' ')
    .trim();
}

export function hasBullet(text: string): boolean {
  return BULLET.test(text) && text.trim().length > 1;
}

/** Leading spaces of a label that has no bullet. */
export function indentOf(text: string): number {
  return (/^[\s\u00a0]*/.exec(text)?.[0] ?? '').replace(/\t/g, '    ').length;
}

export function isOfWhich(label: string): boolean {
  return /^(?:of which|of (?:these|those|whom|them)|including|incl\.|which)\b/i.test(label);
}

const TOTAL =
  /^(?:(?:grand|sub|sub-|overall|combined|running|annual|yearly|quarterly|cumulative|city|county|england|national|district|council|all)?[\s-]*total(?:s|led)?\b|sum\b|Σ|∑|all$|all (?:ages|cases|children|families|programmes?|services|teams|groups|types|sources|outcomes|areas|wards|persons|people|categories|referrals|sexes|reasons|months|quarters|providers|ethnic(?:ities| groups))$|overall$|combined$|both (?:sexes|services|teams)$|altogether$|all (?!others?\b|remaining\b)[a-z][a-z' -]{1,30}(?:s|people|men|children)$|whole (?:service|year|city|county)$)/i;
const TOTAL_LAST = /\b(?:sub-?|grand |overall )?totals?(?: to date| ytd)?(?:\s?\([^)]*\))?$|\(totals?\)$/i;
const SUBTOTAL = /\bsub[\s-]?totals?\b/i;

/** True of `Total`, `Grand total`, `Total children`, `Cases total`, `All`; not of `Total cost per child`. */
export function isTotal(label: string): boolean {
  const plain = label.replace(/[:.]+$/, '').trim();
  if (/\b(?:%|per|average|avg|mean|rate|percent(?:age)?|of total|proportion|in total)\b|%/i.test(plain))
    return false;
  return TOTAL.test(plain) || TOTAL_LAST.test(plain);
}

export function isGrand(label: string): boolean {
  return /\b(?:grand|overall|all|combined)\b.*\btotals?\b|^overall$|^combined$|^all$/i.test(label);
}

const PREVIOUS =
  /^(?:(?:the )?(?:previous|prior|preceding|last) (?:quarter|year|month|period|qtr|week|return)|previous|prior)(?!.*\bto date\b)|\b(?:previous|prior|preceding|last) (?:quarter|year|month|period|qtr)$|\bsame (?:quarter|period) last year\b/i;
const TARGET =
  /\b(?:targets?|budget(?:ed)?|benchmark|planned|goals?)$|^(?:annual |quarterly )?(?:target|budget|benchmark)\b/i;
const PERCENT =
  /^(?:%|(?:per\s?cent(?:age)?s?|pct|proportion|share)\b)|(?:%|\b(?:per\s?cent(?:age)?s?|pct|proportion|share))\s?\)?$|\(%\)/i;
const MEAN = /^(?:overall |combined )?(?:average|avg|mean|median)\b|\b(?:average|mean|median)$/i;
const CHANGE =
  /\b(?:change(?!s? of\b)|difference|variance|variation|movement|increase|decrease|growth|gap|shortfall)\b|^(?:diff|\+\/-|±|Δ)/i;

/** The role a label gives its line; `body` where it says nothing. */
export function roleOfLabel(label: string): LineRole {
  if (label === '') return 'body';
  const outside = label.replace(/\([^)]*\)/g, '').trim();
  if (PREVIOUS.test(outside) && outside.split(' ').length <= 5) return 'previous';
  if (TARGET.test(label) && !/^(?:%|per\s?cent)/i.test(label)) return 'target';
  if (PERCENT.test(label)) return 'percent';
  if (MEAN.test(label)) return 'mean';
  if (isTotal(label)) return SUBTOTAL.test(label) ? 'subtotal' : 'total';
  return 'body';
}

export function isChange(label: string): boolean {
  return CHANGE.test(label);
}

/** `net`, `balance`, `remaining`: a result of taking away. */
export function isNet(label: string): boolean {
  return /\b(?:net|balance|surplus|deficit|remaining|remainder|profit|margin|excess|unspent|(?:under|over)spend)\b/i.test(
    label,
  );
}

/** A footnote by its mark, its first word or its full stop: `* one child …`, `Source: …`. */
export function isMarked(text: string): boolean {
  const line = text.trim();
  return (
    /^(?:[*†‡§#]|\(?[¹²³]|notes?\b|n\.?b\.?\b|source\b|footnote|\[\d|\d\))/i.test(line) ||
    /[^:]\.$/.test(line)
  );
}

/** A line of text that explains rather than names: a footnote, a sentence, anything long. */
export function isNote(text: string): boolean {
  const line = text.trim();
  if (isMarked(line)) return true;
  if (/^(?:table|figure|appendix)\b/i.test(line)) return false;
  return line.split(/\s+/).length > 8 || /^[a-z].* .* /.test(line);
}

/** A column heading that promises prose. */
export function isProse(label: string): boolean {
  return /\b(?:comments?|notes?|remarks|narrative|explanation|commentary|details)\b/i.test(label);
}

/** A running total: each line is the one before and what is new. */
export function isRunning(label: string): boolean {
  return /\b(?:cumulative|running|accumulated|to date|ytd)\b/i.test(label);
}
