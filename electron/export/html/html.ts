/** A pack as one accessible web page that needs nothing beside itself: no scripts, no fonts, no addresses. */
import type { Drawings } from '#electron/export/chart/drawings.ts';
import type { Look } from '#electron/export/house.ts';
import { blockHtml } from '#electron/export/html/blocks.ts';
import { styleSheet } from '#electron/export/html/style.ts';
import { documentTitle } from '#electron/export/name.ts';
import { el, escapeXml } from '#electron/export/xml.ts';
import { headingOf, type LaidPack, type LaidSection } from '#shared/pack/number.ts';
import { longDate } from '#shared/period/date.ts';

/** Writes the page as text in UTF-8. */
export function writeHtml(laid: LaidPack, look: Look, drawings: Drawings): string {
  const { pack } = laid;
  const title = escapeXml(documentTitle(pack));
  const marking = pack.marking === '' ? '' : `<p class="marking">${escapeXml(pack.marking)}</p>`;
  return [
    '<!DOCTYPE html>\n<html lang="en-GB"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="robots" content="noindex">',
    `<title>${title}</title><style>${styleSheet(look, pack.marking)}</style></head><body>`,
    `<a class="skip" href="#main">Skip to the report</a><header>${marking}</header>`,
    `<div class="wrap"><main id="main" tabindex="-1">${logoHtml(look)}<h1>${title}</h1>`,
    `<p class="lead">${escapeXml([pack.council, pack.board].join(' · '))}</p>`,
    front(laid),
    contents(laid),
    ...laid.sections.map((section) => sectionHtml(section, drawings)),
    `</main></div><footer>${marking}</footer></body></html>\n`,
  ].join('\n');
}

/** The picture stands in the page itself: there is nothing beside it to lose. */
function logoHtml({ logo }: Look): string {
  if (!logo) return '';
  const src = `data:image/png;base64,${Buffer.from(logo.png).toString('base64')}`;
  return el('img', { class: 'logo', src, alt: logo.alt, width: logo.width, height: logo.height });
}

function front({ pack }: LaidPack): string {
  const rows = [...pack.front, { label: 'Figures up to', value: longDate(pack.date) }];
  return el(
    'dl',
    {},
    ...rows.map(({ label, value }) => `<dt>${escapeXml(label)}</dt><dd>${escapeXml(value)}</dd>`),
  );
}

function contents(laid: LaidPack): string {
  const items = laid.contents
    .filter((entry) => entry.level === 1)
    .map((entry) => {
      const text = escapeXml(entry.text) + (entry.exempt ? ' (exempt)' : '');
      return `<li><span class="n">${escapeXml(entry.label)}</span><a href="#${entry.anchor}">${text}</a></li>`;
    });
  return `<nav aria-labelledby="contents"><h2 id="contents">Contents</h2><ol>${items.join('')}</ol></nav>`;
}

function sectionHtml(section: LaidSection, drawings: Drawings): string {
  const exempt = section.exempt === null ? '' : `<p class="exempt">${escapeXml(section.exempt)}</p>`;
  const heading = el('h2', { id: section.anchor }, escapeXml(headingOf(section)));
  return [
    `<section aria-labelledby="${section.anchor}"${classesOf(section)}>`,
    heading,
    exempt,
    ...section.blocks.map((block) => blockHtml(block, drawings)),
    '</section>',
  ].join('\n');
}

function classesOf(section: LaidSection): string {
  const classes = [section.appendix ? 'appendix' : '', section.exempt === null ? '' : 'on-exempt'].filter(
    (each) => each !== '',
  );
  return classes.length === 0 ? '' : ` class="${classes.join(' ')}"`;
}
