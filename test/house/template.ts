/** A made-up council's Word template: margins, theme, styles, and a logo in its header. */
import { createCanvas } from '@napi-rs/canvas';
import { zipParts } from '#electron/export/zip.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function links(...list: readonly (readonly [id: string, type: string, target: string])[]): string {
  const each = list.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${REL}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`;
}

export function dot(colour: string, width = 60, height = 20): Uint8Array {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = colour;
  context.fillRect(0, 0, width, height);
  return canvas.toBuffer('image/png');
}

export interface TemplateParts {
  /** Properties of the style `heading 2` itself. */
  readonly heading2?: string;
  /** Attributes of the page margins. */
  readonly margins?: string;
}

const MARGINS = 'w:top="1440" w:right="1701" w:bottom="1440" w:left="1701" w:header="709" w:footer="709"';

/** Body 12 pt in the theme's minor face; headings green in its major face; table heads white on green. */
export function templateDocx({ heading2 = '', margins = MARGINS }: TemplateParts = {}): Uint8Array {
  const style = (id: string, name: string, based: string, run: string) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${based === '' ? '' : `<w:basedOn w:val="${based}"/>`}<w:rPr>${run}</w:rPr></w:style>`;
  const styles = `<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi"/><w:sz w:val="24"/></w:rPr></w:rPrDefault></w:docDefaults>
    ${style('Normal', 'Normal', '', '')}
    ${style('Title', 'Title', 'Normal', '<w:sz w:val="60"/><w:color w:val="006435"/>')}
    ${style('Heading1', 'heading 1', 'Normal', '<w:rFonts w:asciiTheme="majorHAnsi"/><w:b/><w:sz w:val="36"/><w:color w:val="auto" w:themeColor="accent1"/>')}
    ${style('Heading2', 'heading 2', 'Heading1', `<w:sz w:val="28"/>${heading2}`)}
    <w:style w:type="table" w:customStyle="1" w:styleId="Council"><w:name w:val="Council table"/><w:tblStylePr w:type="firstRow"><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:tcPr><w:shd w:val="clear" w:fill="006435"/></w:tcPr></w:tblStylePr></w:style></w:styles>`;
  const theme = `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:clrScheme name="x"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:accent1><a:srgbClr val="006435"/></a:accent1></a:clrScheme><a:fontScheme name="x"><a:majorFont><a:latin typeface="Georgia"/></a:majorFont><a:minorFont><a:latin typeface="Verdana"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>`;
  return zipParts(
    new Map<string, string | Uint8Array>([
      ['[Content_Types].xml', '<Types/>'],
      ['_rels/.rels', links(['r1', 'officeDocument', 'word/document.xml'])],
      [
        'word/_rels/document.xml.rels',
        links(
          ['r1', 'styles', 'styles.xml'],
          ['r2', 'theme', 'theme/theme1.xml'],
          ['r3', 'header', 'header1.xml'],
        ),
      ],
      [
        'word/document.xml',
        `<w:document ${W}><w:body><w:p><w:r><w:t>Words of the template</w:t></w:r></w:p><w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar ${margins}/></w:sectPr></w:body></w:document>`,
      ],
      ['word/styles.xml', styles],
      ['word/theme/theme1.xml', theme],
      ['word/header1.xml', `<w:hdr ${W}/>`],
      ['word/_rels/header1.xml.rels', links(['r1', 'image', 'media/image1.png'])],
      ['word/media/image1.png', dot('#006435')],
    ]),
  );
}
