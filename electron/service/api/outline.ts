/** The outline of the pack: which sections are on, in which order, and what is written in them. */
import { commit } from '#db/commit.ts';
import { setting } from '#db/table/setting.ts';
import { stamp } from '#electron/service/clock.ts';
import type { Session } from '#electron/service/session.ts';
import { storedText } from '#electron/service/words.ts';
import type { OutlineSection } from '#shared/api/api.ts';
import type { BoardDefinition } from '#shared/definition/definition.ts';
import { type Arrangement, arrangedCodes, arrangementSchema } from '#shared/pack/arrange.ts';
import type { Standing } from '#shared/pack/carry.ts';
import type { Pack } from '#shared/pack/document.ts';

const SETTING = 'pack-outline';

/** As it was last arranged; empty where nobody did. */
export function arrangementOf(session: Session): Arrangement {
  const parsed = arrangementSchema.safeParse(setting(session.board, SETTING));
  return parsed.success ? parsed.data : [];
}

export function arrange(session: Session, sections: Arrangement): void {
  commit(session.board, { kind: 'set-setting', name: SETTING, value: [...sections] }, stamp());
}

/** `pack`: with every section in it, as built. Sections of the definition that are empty are listed too. */
export function outlineOf(session: Session, pack: Pack, period: string): readonly OutlineSection[] {
  const definition = session.definition();
  const arrangement = arrangementOf(session);
  const written = new Map(storedText(session, period).map((entry) => [entry.section, entry]));
  const off = new Set(arrangement.filter(({ on }) => !on).map(({ code }) => code));
  return arrangedCodes(allSections(definition, pack), arrangement).map((section) => ({
    ...section,
    on: !section.movable || !off.has(section.code),
    empty: !pack.sections.some(({ code }) => code === section.code),
    narrative: narrativeState(written.get(section.code)),
  }));
}

function narrativeState(text: Standing | undefined): OutlineSection['narrative'] {
  if (text === undefined || text.paragraphs.length === 0) return 'none';
  if (text.carriedFrom !== null) return 'carried';
  return text.reviewed ? 'reviewed' : 'written';
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
