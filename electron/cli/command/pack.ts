import path from 'node:path';
import type { Words } from '#electron/cli/args.ts';
import type { Command } from '#electron/cli/commands.ts';
import { CommandError } from '#electron/cli/terminal.ts';
import { FORMATS, type Format } from '#electron/export/write.ts';
import { writeWhole } from '#electron/service/disk.ts';
import { exportPack } from '#electron/service/pack.ts';
import { openSession } from '#electron/service/session.ts';

const USE =
  'pack BOARD.eoc --period P [--edition board|public] [--formats docx,pdf,pptx,xlsx,html] [--section CODE] [--evidence] [--certificate FILE] --out DIR';

export const pack: Command = {
  name: 'pack',
  use: USE,
  does: 'writes the pack, or one section or appendix of it as a file of its own',
  needs: ['a board file'],
  options: ['period', 'edition', 'formats', 'section', 'evidence', 'certificate', 'out'],
  run: async (words, to) => {
    const { period, out, section, certificate: proof } = words.options;
    if (!period || !out)
      throw new CommandError('wrong-use', `A pack needs --period and --out. Use: eoc ${USE}`);
    const edition = editionOf(words);
    const formats = formatsOf(words);
    if (proof && edition !== 'public')
      throw new CommandError('wrong-use', '--certificate goes with --edition public.');
    if (proof && !path.relative(out, proof).startsWith('..'))
      throw new CommandError(
        'wrong-use',
        'The certificate is not for publication: name a file outside the folder of the public pack.',
      );
    using session = openSession(words.rest[0] ?? '');
    // The certificate tells what is withheld: it is for the board's own use, not for a log or the folder of public files.
    const { certificate, ...written } = await exportPack(
      session,
      { period, edition, formats, out, section: section ?? null, evidence: withEvidence(words, edition) },
      to.note,
    );
    if (proof && certificate) writeWhole(proof, Buffer.from(certificate.bytes, 'base64'));
    return {
      value: written,
      text: [...written.files.map((file) => `Wrote ${file}`), ...written.warnings].join('\n'),
      needsPerson: false,
    };
  },
};

function withEvidence({ flags }: Words, edition: 'board' | 'public'): boolean {
  if (flags.has('evidence') && edition === 'public') {
    throw new CommandError(
      'wrong-use',
      'The evidence register shows every value in full, so it goes with the board edition only. Leave out --evidence, or write the board edition.',
    );
  }
  return flags.has('evidence');
}

function editionOf({ options: { edition = 'board' } }: Words): 'board' | 'public' {
  if (edition === 'board' || edition === 'public') return edition;
  throw new CommandError('wrong-use', `--edition takes board or public, not "${edition}".`);
}

function formatsOf({ options }: Words): readonly Format[] {
  const names = (options.formats ?? 'docx,pdf,xlsx').split(',').map((name) => name.trim());
  const formats = FORMATS.filter((format) => names.includes(format));
  if (formats.length !== names.length) {
    throw new CommandError('wrong-use', `--formats takes any of ${FORMATS.join(', ')}, separated by commas.`);
  }
  return formats;
}
