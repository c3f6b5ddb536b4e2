/** The evidence register of a pack's board edition, as a workbook. */
import { type WrittenFile, writePack } from '#electron/export/write.ts';
import { boardHouse } from '#electron/service/house.ts';
import type { Session } from '#electron/service/session.ts';
import { boardState, findingsFor } from '#electron/service/state.ts';
import { registerDocument } from '#shared/evidence/document.ts';
import { evidenceOf } from '#shared/evidence/register.ts';
import type { Pack } from '#shared/pack/document.ts';
import { layOut } from '#shared/pack/number.ts';

/** `pack`: a board edition as it stands. Throws where it is a public one: the register hides nothing. */
export async function evidenceFile(session: Session, pack: Pack): Promise<WrittenFile> {
  if (pack.edition !== 'board') throw new RangeError('An evidence register is made of a board edition only.');
  const state = await boardState(session);
  const input = { ...state, findings: findingsFor(state, pack.period) };
  const entries = evidenceOf(layOut(pack), input);
  const [file] = await writePack(registerDocument(pack, entries, input), ['xlsx'], {
    house: boardHouse(session),
  });
  if (!file) throw new Error('The register was not written.');
  return file;
}
