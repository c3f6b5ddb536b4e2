/** House style: kept, read out of a council's own template, and tried on a page. */
import { commit } from '#db/commit.ts';
import { readyLogo } from '#electron/export/logo.ts';
import { drawSheets } from '#electron/export/write.ts';
import { ReadProblem } from '#electron/import/problem.ts';
import { readTemplate } from '#electron/import/template/template.ts';
import { board, type HandlersOf } from '#electron/service/api/context.ts';
import { stamp } from '#electron/service/clock.ts';
import { houseOf, houseStyle } from '#electron/service/house.ts';
import { Problem } from '#electron/service/problem.ts';
import {
  HOUSE_SETTING,
  type HouseLogo,
  type HouseStyle,
  houseProblems,
  LOGO_LIMIT,
} from '#shared/house/house.ts';
import { specimen } from '#shared/house/specimen.ts';

/** A file this large is no template of headings and margins. */
const TEMPLATE_LIMIT = 20_000_000;

export const houseHandlers: HandlersOf<'house'> = {
  'house.get': (_, context) => houseStyle(board(context).session),
  'house.set': ({ house }, context) => {
    refuseUnreadable(house);
    const { session } = board(context);
    const value = house === null ? null : JSON.parse(JSON.stringify(house));
    commit(session.board, { kind: 'set-setting', name: HOUSE_SETTING, value }, stamp());
    return null;
  },
  'house.logo': async ({ file, alt, everyPage }) => logoFrom(decoded(file.bytes), { alt, everyPage }),
  'house.template': async ({ file }) => {
    const bytes = decoded(file.bytes);
    if (bytes.length > TEMPLATE_LIMIT) {
      throw new Problem(
        'too-large',
        `“${file.name}” is larger than a template is. Choose the blank template.`,
      );
    }
    const read = templateFrom(file.name, bytes);
    const named = { alt: 'Council logo', everyPage: true };
    const logo = read.logo ? await logoFrom(read.logo, named).catch(() => null) : null;
    return { template: read.template, logo, notes: read.notes };
  },
  'house.preview': ({ house }, context) => {
    const { council, board: name } = board(context).session.definition();
    const sheets = drawSheets(specimen(council, name), null, { house: houseOf(house) });
    const pages = [1, sheets.pages].map((page) => sheets.page(page));
    return { pages, problems: houseProblems(house) };
  },
};

function refuseUnreadable(house: HouseStyle | null): void {
  const [problem] = house ? houseProblems(house) : [];
  if (problem) throw new Problem('contrast', problem);
}

function decoded(base64: string): Uint8Array {
  return Buffer.from(base64, 'base64');
}

function templateFrom(name: string, bytes: Uint8Array) {
  try {
    return readTemplate(name, bytes);
  } catch (error) {
    if (error instanceof ReadProblem) throw new Problem(error.code, error.message);
    throw error;
  }
}

async function logoFrom(bytes: Uint8Array, words: Pick<HouseLogo, 'alt' | 'everyPage'>): Promise<HouseLogo> {
  const ready = bytes.length > 5 * LOGO_LIMIT ? null : await readyLogo(bytes);
  if (!ready) {
    throw new Problem(
      'not-a-logo',
      'That is no picture the program can use. Choose a PNG, JPEG or SVG of at most 5 MB.',
    );
  }
  if (ready.png.length > LOGO_LIMIT) {
    throw new Problem(
      'too-large',
      'That picture is too detailed for a logo: it would add more than 1 MB to every file. Choose a plainer or smaller one.',
    );
  }
  const { png, width, height } = ready;
  return { png: Buffer.from(png).toString('base64'), width, height, ...words };
}
