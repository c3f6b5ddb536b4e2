/** The outline of the pack: which sections are on, in which order, and what is written in them. */
import { commit } from '#db/commit.ts';
import { narrative } from '#db/table/narrative.ts';
import { setting } from '#db/table/setting.ts';
import { stamp } from '#electron/service/clock.ts';
import type { Session } from '#electron/service/session.ts';
import type { NarrativeText, OutlineSection } from '#shared/api/api.ts';
import type { BoardDefinition } from '#shared/definition/definition.ts';
import { type Arrangement, arrangedCodes, arrangementSchema } from '#shared/pack/arrange.ts';
import type { Inline, Pack } from '#shared/pack/document.ts';

const SETTING = 'pack-outline';

/** As it was last arranged; empty where nobody did. */
export function arrangementOf(session: Session): Arrangement {
  const parsed = arrangementSchema.safeParse(setting(session.board, SETTING));
  return parsed.success ? parsed.data : [];
}

export function arrange(session: Session, sections: Arrangement): void {
  commit(session.board, { kind: 'set-setting', name: SETTING, value: [...sections] }, stamp());
}

export function narrativeOf(session: Session, period: string): readonly NarrativeText[] {
  return narrative(session.board, period).map(({ text, ...rest }) => ({
    ...rest,
    paragraphs: text as unknown as readonly (readonly Inline[])[],
  }));
}

/** `pack`: with every section in it, as built. Sections of the definition that are empty are listed too. */
export function outlineOf(session: Session, pack: Pack, period: string): readonly OutlineSection[] {
  const definition = session.definition();
  const arrangement = arrangementOf(session);
  const written = new Map(narrativeOf(session, period).map((entry) => [entry.section, entry.reviewed]));
  const off = new Set(arrangement.filter(({ on }) => !on).map(({ code }) => code));
  return arrangedCodes(allSections(definition, pack), arrangement).map((section) => ({
    ...section,
    on: !section.movable || !off.has(section.code),
    empty: !pack.sections.some(({ code }) => code === section.code),
    narrative: narrativeState(written.get(section.code)),
  }));
}

function narrativeState(reviewed: boolean | undefined): OutlineSection['narrative'] {
  if (reviewed === undefined) return 'none';
  return reviewed ? 'reviewed' : 'written';
}

type Listed = Pick<OutlineSection, 'code' | 'title' | 'appendix' | 'exempt' | 'movable'>;

function allSections({ sections }: BoardDefinition, pack: Pack): readonly Listed[] {
  const defined = new Set(sections.map(({ code }) => code));
  const ours = pack.sections.filter(({ code }) => !defined.has(code));
  const listed = (section: Omit<Listed, 'movable'>, movable: boolean): Listed => {
    const { code, title, appendix, exempt } = section;
    return { code, title, appendix, exempt, movable };
  };
  return [
    ...sections.filter(({ appendix }) => !appendix).map((one) => listed(one, true)),
    ...ours.filter(({ appendix }) => !appendix).map((one) => listed(one, false)),
    ...sections.filter(({ appendix }) => appendix).map((one) => listed(one, true)),
    ...ours.filter(({ appendix }) => appendix).map((one) => listed(one, false)),
  ];
}
