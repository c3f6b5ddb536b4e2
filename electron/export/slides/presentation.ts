/** The presentation part: the order of the slides, and the sections by which PowerPoint groups them. */
import { FIRST_ID, NOTES_PAGE } from '#electron/export/slides/master.ts';
import { PAGE, type Slide } from '#electron/export/slides/page.ts';
import { emu, NAMESPACES } from '#electron/export/slides/shape.ts';
import { el, XML_HEAD } from '#electron/export/xml.ts';

/** Ids of slides begin here by the format's own rule. */
const FIRST_SLIDE = 256;

const SECTIONS = '{521415D9-36F7-43E2-AB2F-B90AF26B5E84}';

/** The relationship of the slide with this number, from 1. */
export function slideRelation(number: number): string {
  return `rIdSlide${number}`;
}

/** The presentation part. Relationships: `rIdMaster`, `rIdNotes`, and one for each slide. */
export function presentationXml(slides: readonly Slide[]): string {
  const ids = slides.map((_, index) =>
    el('p:sldId', { id: FIRST_SLIDE + index, 'r:id': slideRelation(index + 1) }),
  );
  const size = (name: string, page: { readonly width: number; readonly height: number }) =>
    el(name, { cx: emu(page.width), cy: emu(page.height) });
  return (
    XML_HEAD +
    el(
      'p:presentation',
      { ...NAMESPACES, saveSubsetFonts: 1 },
      el('p:sldMasterIdLst', {}, el('p:sldMasterId', { id: FIRST_ID, 'r:id': 'rIdMaster' })),
      el('p:notesMasterIdLst', {}, el('p:notesMasterId', { 'r:id': 'rIdNotes' })),
      el('p:sldIdLst', {}, ...ids),
      size('p:sldSz', PAGE),
      size('p:notesSz', NOTES_PAGE),
      el('p:defaultTextStyle', {}, el('a:defPPr', {}, el('a:defRPr', { lang: 'en-GB' }))),
      el('p:extLst', {}, el('p:ext', { uri: SECTIONS }, sections(slides))),
    )
  );
}

function sections(slides: readonly Slide[]): string {
  const groups = [...new Set(slides.map((slide) => slide.group))];
  const each = groups.map((group, index) => {
    const ids = slides.flatMap((slide, at) =>
      slide.group === group ? [el('p14:sldId', { id: FIRST_SLIDE + at })] : [],
    );
    const id = `{00000000-0000-4000-8000-${String(index + 1).padStart(12, '0')}}`;
    return el('p14:section', { name: group, id }, el('p14:sldIdLst', {}, ...ids));
  });
  const names = { 'xmlns:p14': 'http://schemas.microsoft.com/office/powerpoint/2010/main' };
  return el('p14:sectionLst', names, ...each);
}
