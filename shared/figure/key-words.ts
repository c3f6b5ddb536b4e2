/** The text of a figure's key in words: `Referrals, FGC, 2020-21 Q1, Children in need`. */
import type { BoardDefinition } from '#shared/definition/definition.ts';

/** The parts of a key's text; a key in some other form is all measure. */
interface KeyParts {
  readonly measure: string;
  readonly programme: string;
  readonly period: string;
  readonly aspect: string;
  readonly unit: string;
  readonly dims: string;
}

export function keyParts(text: string): KeyParts {
  const [measure = text, programme = '', period = '', aspect = '', unit = '', ...dims] = text.split('|');
  return { measure, programme, period, aspect, unit, dims: dims.join('|') };
}

/** The key's text with another period: the same quantity, another quarter. */
export function withPeriod(text: string, period: string): string {
  const { measure, programme, aspect, unit, dims } = keyParts(text);
  return [measure, programme, period, aspect, unit, dims].join('|');
}

/** Measure, programme, period, aspect and categories, as the definition names them. */
export function keyWords(text: string, { measures, programmes, sets }: BoardDefinition): string {
  const key = keyParts(text);
  const members = key.dims.split(',').flatMap((pair) => {
    const [set, code] = pair.split('=');
    const known = sets.find((one) => one.code === set);
    return known ? [known.members.find((member) => member.code === code)?.name ?? code] : [];
  });
  const words = [
    measures.find(({ code }) => code === key.measure)?.name ?? key.measure,
    programmes.find(({ code }) => code === key.programme)?.name ?? key.programme,
    key.period,
    key.aspect === 'value' ? '' : key.aspect,
    ...members,
  ];
  return words.filter(Boolean).join(', ');
}
