/** The blocks of a section as HTML. */
import type { Drawings } from '#electron/export/chart/drawings.ts';
import { el, escapeXml } from '#electron/export/xml.ts';
import { chartColumns } from '#shared/chart/columns.ts';
import { writerOf } from '#shared/chart/scale.ts';
import type { Inline } from '#shared/pack/document.ts';
import { type LaidBlock, type LaidChart, type LaidTable, marked } from '#shared/pack/number.ts';

export function blockHtml(block: LaidBlock, drawings: Drawings): string {
  switch (block.kind) {
    case 'paragraph':
      return `<div class="para"><span class="n">${block.number}</span><p>${inlinesHtml(block.inlines)}</p></div>`;
    case 'bullets':
      return `<ul class="points">${block.items.map((item) => `<li>${inlinesHtml(item)}</li>`).join('')}</ul>`;
    case 'heading':
      return el('h3', { id: block.anchor }, escapeXml(block.text));
    case 'table':
      return tableHtml(block);
    case 'chart':
      return chartHtml(block, drawings);
  }
}

function inlinesHtml(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      const text = escapeXml(inline.text);
      return inline.kind === 'text' && inline.strong ? `<strong>${text}</strong>` : text;
    })
    .join('');
}

function cell(name: 'th' | 'td', text: string, numeric: boolean, scope: string | null): string {
  const tag = name === 'th' && text === '' ? 'td' : name;
  const attributes = [numeric ? ' class="num"' : '', tag === 'th' && scope ? ` scope="${scope}"` : ''].join(
    '',
  );
  return `<${tag}${attributes}>${escapeXml(text)}</${tag}>`;
}

function tableHtml(laid: LaidTable): string {
  const head = laid.header
    .map((text, index) => cell('th', text, laid.numeric[index] === true, 'col'))
    .join('');
  const rows = laid.table.rows.map((row) => {
    const cells = row.cells.map((each, index) =>
      cell('td', marked(each), laid.numeric[index + 1] === true, null),
    );
    const rest = laid.header.slice(cells.length + 1).map(() => '<td></td>');
    return `<tr${row.total ? ' class="total"' : ''}>${cell('th', row.label, false, 'row')}${cells.join('')}${rest.join('')}</tr>`;
  });
  const described = `${laid.anchor}-summary`;
  return [
    `<div class="${scrollClasses(laid)}" role="region" tabindex="0" aria-labelledby="${laid.anchor}">`,
    `<table aria-describedby="${described}"><caption id="${laid.anchor}">${escapeXml(laid.title)}</caption>`,
    `<thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`,
    `<ul class="notes"><li class="vh" id="${described}">${escapeXml(laid.table.summary)}</li>${noteItems(laid.notes)}</ul>`,
  ].join('');
}

/** How the table is to be printed: whole on one page, or across a landscape one. */
function scrollClasses(laid: LaidTable): string {
  const short = laid.table.rows.length <= 14 ? ' short' : '';
  return `scroll${short}${laid.header.length > 10 ? ' wide' : ''}`;
}

function noteItems(notes: readonly string[]): string {
  return notes.map((note) => `<li>${escapeXml(note)}</li>`).join('');
}

function chartHtml(laid: LaidChart, drawings: Drawings): string {
  const { chart, anchor } = laid;
  const notes = chart.notes.length > 0 ? `<ul class="notes">${noteItems(chart.notes)}</ul>` : '';
  return [
    `<figure aria-labelledby="${anchor}"><figcaption id="${anchor}">${escapeXml(laid.title)}</figcaption>`,
    inlineSvg(drawings.of(chart).svg, laid),
    `</figure>${notes}<details><summary>The figures behind ${laid.label.toLowerCase()}</summary>${chartData(laid)}</details>`,
  ].join('');
}

/** The drawing as part of the page: named, described, and with ids of its own. */
function inlineSvg(svg: string, { anchor, title, chart }: LaidChart): string {
  const named = `<title id="${anchor}-title">${escapeXml(title)}</title><desc id="${anchor}-desc">${escapeXml(chart.alt)}</desc>`;
  return svg
    .replace(/^<\?xml[^>]*>\s*/, '')
    .replace(/ xmlns:xlink="[^"]*"/, '')
    .replace(/clip-(\d+)/g, `${anchor}-clip-$1`)
    .replace(/\s*\n\s*/g, '')
    .replace(
      /<svg ([^>]*?)width="(\d+)" height="(\d+)"[^>]*>/,
      `<svg $1width="$2" height="$3" viewBox="0 0 $2 $3" role="img" aria-labelledby="${anchor}-title ${anchor}-desc">${named}`,
    );
}

function chartData({ chart, title }: LaidChart): string {
  const write = writerOf(chart);
  const columns = chartColumns(chart);
  const head = ['', ...columns.map(({ name }) => name)];
  const rows = chart.labels.map((label, at) => {
    const cells = columns.map(({ values, derived }) => {
      const value = values[at] ?? null;
      return cell('td', value === null ? (derived ? '' : 'not shown') : write(value), true, null);
    });
    return `<tr>${cell('th', label, false, 'row')}${cells.join('')}</tr>`;
  });
  const heading = head.map((text, index) => cell('th', text, index > 0, 'col')).join('');
  return `<table><caption>Data for ${escapeXml(title)}</caption><thead><tr>${heading}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}
