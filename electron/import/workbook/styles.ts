/** Cell styles of a workbook: the number format code and whether the font is bold, by style index. */
import { SSF } from '@e965/xlsx';
import { child, children, switchedOn, type XmlNode } from '#electron/import/xml.ts';

export interface CellStyle {
  readonly format: string;
  readonly bold: boolean;
}

/** Copied at start: the library's own table takes on the formats of every workbook it reads. */
const BUILT_IN: Readonly<Record<string, string>> = { ...SSF.get_table() };

const PLAIN: CellStyle = { format: 'General', bold: false };

/** The style of each `cellXfs` index in `styles.xml`; without that part every cell is plain. */
export function stylesOf(root: XmlNode | null): (index: number) => CellStyle {
  const own = new Map(
    children(child(root, 'numFmts'), 'numFmt').map((each) => [
      Number(each.attrs.numFmtId),
      each.attrs.formatCode ?? 'General',
    ]),
  );
  const bold = children(child(root, 'fonts'), 'font').map((font) => switchedOn(child(font, 'b')));
  const styles = children(child(root, 'cellXfs'), 'xf').map((xf) => ({
    format: formatCode(own, Number(xf.attrs.numFmtId ?? 0)),
    bold: bold[Number(xf.attrs.fontId ?? 0)] ?? false,
  }));
  return (index) => styles[index] ?? PLAIN;
}

/** Built-in currency formats follow the computer's currency; here that is the pound. */
function formatCode(own: ReadonlyMap<number, string>, id: number): string {
  return own.get(id) ?? BUILT_IN[id]?.replaceAll('$', '£') ?? 'General';
}
