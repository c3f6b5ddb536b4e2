/**
 * The text of a paragraph as it is shown: tracked deletions and hidden text left out, insertions and field
 * results kept, line breaks and tabs in their place, text boxes set aside.
 */
import { raised } from '#electron/import/superscript.ts';
import type { NoteKind, NoteReference, Tally } from '#electron/import/word/context.ts';
import { symbol } from '#electron/import/word/symbol.ts';
import { child, descendants, switchedOn, type XmlNode } from '#electron/import/xml.ts';

export interface Inline {
  readonly text: string;
  /** Text set to be hidden, which Word does not show. */
  readonly concealed: string;
  /** Every visible character is bold. */
  readonly bold: boolean;
  /** A numbered caption: holds a `SEQ` field. */
  readonly numbered: boolean;
  /** A formula field (`=SUM(ABOVE)`), without its `=`. */
  readonly formula: string | null;
  readonly boxes: readonly XmlNode[];
  readonly notes: readonly NoteReference[];
}

interface Look {
  readonly bold: boolean;
  readonly hidden: boolean;
  readonly raised: boolean;
}

interface Field {
  code: string;
  inResult: boolean;
  hasResult: boolean;
}

interface Ink {
  readonly tally: Tally;
  readonly shown: { text: string; bold: boolean }[];
  readonly fields: Field[];
  readonly codes: string[];
  readonly boxes: XmlNode[];
  readonly notes: NoteReference[];
  concealed: string;
}

const PLAIN: Look = { bold: false, hidden: false, raised: false };

const MARKS: Readonly<Record<string, string>> = {
  tab: '\t',
  ptab: '\t',
  br: '\n',
  cr: '\n',
  noBreakHyphen: '-',
};

/** Properties, codes and marks: nothing in them is shown. */
const SILENT = new Set(
  'pPr rPr sdtPr sdtEndPr tcPr trPr tblPr ctrlPr sSupPr fPr delText delInstrText annotationRef'.split(' '),
);

/** The inline content of a paragraph, or of several pieces of one. */
export function inlineOf(paragraph: XmlNode, tally: Tally): Inline {
  const ink: Ink = { tally, shown: [], fields: [], codes: [], boxes: [], notes: [], concealed: '' };
  walkAll(paragraph.nodes, ink, PLAIN);
  const visible = ink.shown.filter((piece) => piece.text.trim() !== '');
  const formula = ink.codes.find((code) => code.startsWith('='));
  return {
    text: ink.shown.map((piece) => piece.text).join(''),
    concealed: ink.concealed,
    bold: visible.length > 0 && visible.every((piece) => piece.bold),
    numbered: ink.codes.some((code) => /^SEQ\s/i.test(code)),
    formula: formula?.slice(1).replace(/\\.*$/, '').trim() ?? null,
    boxes: ink.boxes,
    notes: ink.notes,
  };
}

function walkAll(nodes: readonly XmlNode[], ink: Ink, look: Look): void {
  for (const node of nodes) walk(node, ink, look);
}

function walk(node: XmlNode, ink: Ink, look: Look): void {
  const mark = MARKS[node.name];
  if (mark !== undefined) write(ink, mark, look);
  else if (!SILENT.has(node.name)) (WALKERS[node.name] ?? within)(node, ink, look);
}

function within(node: XmlNode, ink: Ink, look: Look): void {
  walkAll(node.nodes, ink, look);
}

const WALKERS: Readonly<Record<string, (node: XmlNode, ink: Ink, look: Look) => void>> = {
  r: (node, ink, look) => walkAll(node.nodes, ink, lookOf(child(node, 'rPr'), look)),
  t: (node, ink, look) => write(ink, look.raised ? raised(node.text) : node.text, look),
  sym: (node, ink, look) => write(ink, symbol(node.attrs.font ?? '', node.attrs.char ?? ''), look),
  del: (_, ink) => void ink.tally.deleted++,
  moveFrom: (_, ink) => void ink.tally.deleted++,
  ins: (node, ink, look) => {
    ink.tally.inserted++;
    within(node, ink, look);
  },
  sdt: (node, ink, look) => {
    if (!isPlaceholder(node)) within(node, ink, look);
  },
  AlternateContent: (node, ink, look) => walkAll(alternative(node), ink, look),
  fldSimple: (node, ink, look) => {
    const before = ink.shown.length;
    within(node, ink, look);
    fieldEnded(ink, (node.attrs.instr ?? '').trim(), ink.shown.length > before, look);
  },
  fldChar: fieldMark,
  instrText: (node, ink) => {
    const field = ink.fields.at(-1);
    if (field) field.code += node.text;
  },
  footnoteReference: (node, ink, look) => noteMark('footnote', node, ink, look),
  endnoteReference: (node, ink, look) => noteMark('endnote', node, ink, look),
  drawing: picture,
  pict: picture,
  object: picture,
  f: (node, ink, look) => {
    walkAll(child(node, 'num')?.nodes ?? [], ink, look);
    write(ink, '/', look);
    walkAll(child(node, 'den')?.nodes ?? [], ink, look);
  },
  sup: (node, ink, look) => within(node, ink, { ...look, raised: true }),
  rt: () => undefined,
};

function lookOf(properties: XmlNode | null, look: Look): Look {
  if (!properties) return look;
  return {
    bold: switchedOn(child(properties, 'b')),
    hidden: switchedOn(child(properties, 'vanish')),
    raised: look.raised || child(properties, 'vertAlign')?.attrs.val === 'superscript',
  };
}

function write(ink: Ink, text: string, look: Look): void {
  if (ink.fields.some((field) => !field.inResult)) return;
  for (const each of ink.fields) each.hasResult = true;
  if (look.hidden) ink.concealed += text;
  else ink.shown.push({ text, bold: look.bold });
}

/** The raised number of a note, unless its author chose a mark, which follows as text. */
function noteMark(kind: NoteKind, node: XmlNode, ink: Ink, look: Look): void {
  const number = kind === 'footnote' ? ++ink.tally.footnotes : ++ink.tally.endnotes;
  ink.notes.push({ kind, id: node.attrs.id ?? '', number });
  if (node.attrs.customMarkFollows === undefined) write(ink, raised(String(number)), look);
}

function fieldMark(node: XmlNode, ink: Ink, look: Look): void {
  const kind = node.attrs.fldCharType;
  const field = ink.fields.at(-1);
  if (kind === 'begin') {
    ink.fields.push({ code: '', inResult: false, hasResult: false });
    const chosen = dropDown(node);
    if (chosen !== null) ink.shown.push({ text: chosen, bold: look.bold });
  } else if (kind === 'separate' && field) field.inResult = true;
  else if (kind === 'end' && field) {
    ink.fields.pop();
    fieldEnded(ink, field.code.trim(), field.hasResult, look);
  }
}

/** A formula that was never worked out is shown as a formula, so that it is reported and not taken as blank. */
function fieldEnded(ink: Ink, code: string, hasResult: boolean, look: Look): void {
  ink.codes.push(code);
  if (code.startsWith('=') && !hasResult) ink.shown.push({ text: code, bold: look.bold });
}

/** The entry picked in a form's drop-down list, which is stored as a number. */
function dropDown(node: XmlNode): string | null {
  const list = child(child(node, 'ffData'), 'ddList');
  if (!list) return null;
  const entries = list.nodes.filter((each) => each.name === 'listEntry');
  return entries[Number(child(list, 'result')?.attrs.val ?? 0)]?.attrs.val ?? null;
}

/** The grey prompt of a form field nobody filled in. */
export function isPlaceholder(sdt: XmlNode): boolean {
  return switchedOn(child(child(sdt, 'sdtPr'), 'showingPlcHdr'));
}

/** The first alternative: the others say the same for older programs. */
export function alternative(node: XmlNode): readonly XmlNode[] {
  return (child(node, 'Choice') ?? child(node, 'Fallback'))?.nodes ?? [];
}

function picture(node: XmlNode, ink: Ink): void {
  const boxes = outermost(node, 'txbxContent');
  ink.boxes.push(...boxes);
  ink.tally.boxes += boxes.length;
  if (descendants(node, 'OLEObject').length > 0) ink.tally.objects++;
  else if (descendants(node, 'chart').length > 0) ink.tally.charts++;
  else if (['blip', 'imagedata'].some((name) => descendants(node, name).length > 0)) ink.tally.pictures++;
}

function outermost(node: XmlNode, name: string): XmlNode[] {
  if (node.name === name) return [node];
  const nodes = node.name === 'AlternateContent' ? alternative(node) : node.nodes;
  return nodes.flatMap((each) => outermost(each, name));
}
