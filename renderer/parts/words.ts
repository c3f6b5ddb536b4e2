/** How the window writes dates, counts and keys. */
import type { Severity } from '#shared/finding/finding.ts';
import { parsePeriod } from '#shared/period/period.ts';

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
const moment = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** `21 July 2020`. */
export function dayOf(iso: string): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? iso : day.format(date);
}

/** `21 Jul 2020, 09:30`. */
export function momentOf(iso: string): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? iso : moment.format(date);
}

const QUARTERS = ['April to June', 'July to September', 'October to December', 'January to March'];

/** `2020-21 Q1` as `Quarter 1, 2020-21 (April to June)`; other names as they are. */
export function longPeriod(name: string): string {
  const period = parsePeriod(name);
  if (period?.kind !== 'quarter') return name;
  return `Quarter ${period.quarter}, ${name.slice(0, 7)} (${QUARTERS[period.quarter - 1]})`;
}

/** `1 file`, `2,000 findings`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`;
}

export function fileSize(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

export const severityWord: Readonly<Record<Severity, string>> = {
  high: 'High',
  medium: 'Medium',
  low: 'Low',
};

export const severities: readonly Severity[] = ['high', 'medium', 'low'];

/** A change as history names it, without the number by which the program knows a finding. */
export function changeWords(summary: string): string {
  return summary.replace(/ finding [0-9a-f]{8,}/, ' a finding');
}
