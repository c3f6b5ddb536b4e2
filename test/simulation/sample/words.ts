/** What Westmoor's administrator wrote of a quarter: sentences whose numbers are live figures. */
import { keyText, type QuantityKey } from '#shared/assertion/assertion.ts';
import type { Figure } from '#shared/figure/figure.ts';
import type { Inline } from '#shared/pack/document.ts';
import { previousQuarter } from '#shared/period/period.ts';
import { formatQuantity } from '#shared/quantity/format.ts';

type Paragraph = readonly Inline[];

export interface Written {
  readonly section: string;
  readonly paragraphs: readonly Paragraph[];
}

type Asked = Pick<QuantityKey, 'measure' | 'programme' | 'unit'>;

const REFERRED: Asked = { measure: 'referrals', programme: 'eoc', unit: 'children' };
const CONCLUDED: Asked = { measure: 'concluded', programme: 'eoc', unit: 'children' };
const STARTED: Asked = { measure: 'started', programme: 'mst-fft', unit: 'children' };
const CONFERENCES: Asked = { measure: 'referrals', programme: 'fgc', unit: 'referrals' };
const SUPPORTED: Asked = { measure: 'families-supported', programme: 'safe-families', unit: 'families' };
const REQUESTED: Asked = { measure: 'assessments-requested', programme: 'pa', unit: 'events' };

/** Sentences of a quarter by section; one whose figures nobody returned is left out. */
export function wordsFor(period: string, figures: readonly Figure[]): readonly Written[] {
  const known = new Map(figures.map((figure) => [keyText(figure.key), figure]));
  const line = (words: TemplateStringsArray, ...asked: readonly (readonly [Asked, string])[]) =>
    sentence(words, asked, known);
  const before = previousQuarter(period);
  const written: readonly Written[] = [
    {
      section: 'headlines',
      paragraphs: [
        line`${[REFERRED, period]} children were referred to an edge of care intervention in the quarter, against ${[REFERRED, before]} in the quarter before.`,
        line`For ${[CONCLUDED, period]} children an intervention came to its end.`,
      ],
    },
    {
      section: 'mst-fft',
      paragraphs: [line`The MST-FFT team began work with the families of ${[STARTED, period]} children.`],
    },
    {
      section: 'fgc',
      paragraphs: [
        line`The conference service received ${[CONFERENCES, period]} referrals; a quarter ago it received ${[CONFERENCES, before]}.`,
      ],
    },
    {
      section: 'safe-families',
      paragraphs: [
        line`Volunteers stood beside ${[SUPPORTED, period]} families. Fewer are being recruited as the contract nears its end.`,
      ],
    },
    {
      section: 'pa',
      paragraphs: [line`${[REQUESTED, period]} parenting assessments were asked for in the quarter.`],
    },
  ].map(({ section, paragraphs }) => ({ section, paragraphs: paragraphs.filter((each) => each.length > 0) }));
  return written.filter(({ paragraphs }) => paragraphs.length > 0);
}

function sentence(
  words: TemplateStringsArray,
  asked: readonly (readonly [Asked, string])[],
  known: ReadonlyMap<string, Figure>,
): Paragraph {
  const found = asked.map(([what, period]) =>
    known.get(keyText({ ...what, period, aspect: 'value', dims: {} })),
  );
  if (found.some((figure) => figure === undefined)) return [];
  return words.flatMap((text, at): readonly Inline[] => {
    const figure = found[at];
    const said: Inline[] = text === '' ? [] : [{ kind: 'text', text }];
    return figure
      ? [...said, { kind: 'figure', text: formatQuantity(figure.quantity), key: keyText(figure.key) }]
      : said;
  });
}
