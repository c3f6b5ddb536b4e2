/** What an Office file says about itself, the same in every format: title, council, period; no clock, no machine. */
import { documentTitle } from '#electron/export/name.ts';
import { el, escapeXml, XML_HEAD } from '#electron/export/xml.ts';
import { coreProperties } from '#electron/export/zip.ts';
import type { Pack } from '#shared/pack/document.ts';

/** The two property parts of a package, by name; `title` is another where a section stands alone. */
export function propertyParts(
  pack: Pack,
  title = documentTitle(pack),
): readonly (readonly [string, string])[] {
  const core = coreProperties({
    title,
    subject: `${pack.board}, ${pack.period}`,
    creator: pack.council,
    date: pack.date.slice(0, 10),
  });
  return [
    ['docProps/core.xml', core],
    ['docProps/app.xml', appProperties(pack.council)],
  ];
}

function appProperties(company: string): string {
  return (
    XML_HEAD +
    el(
      'Properties',
      { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' },
      el('Application', {}, 'EOC Board'),
      el('Company', {}, escapeXml(company)),
    )
  );
}
