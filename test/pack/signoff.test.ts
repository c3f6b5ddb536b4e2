/** Questions of the pack, from unwritten to cleared, and open again by themselves. */
import { expect, test } from 'vitest';
import type { Json } from '#shared/operation/json.ts';
import { withOverride } from '#shared/pack/override.ts';
import { clearanceLine, signoffName, signoffObjection, signoffsOf } from '#shared/pack/signoff.ts';
import { packOf } from '#test/edition/fixture.ts';
import { aDefinition } from '#test/finding/build.ts';

const definition = aDefinition({
  sections: [
    {
      ...{ code: 's', title: 'Implications', programmes: [], tables: [], charts: [], appendix: false },
      exempt: null,
      questions: [{ code: 'legal', heading: 'Legal implications', officer: 'Head of Law' }],
    },
  ],
});
const NOW = '2020-21 Q2';
const said = (text: string) => ({ 's.legal': [[{ kind: 'text' as const, text }]] });
const stored = (text: string | null, officer = 'An Officer'): Json => ({
  title: 'Legal implications',
  officer,
  cleared: text === null ? null : { by: 'An Officer', on: '2020-08-12', text },
});
const one = (narrative: ReturnType<typeof said> | object, settings: Readonly<Record<string, Json>>) => {
  const [signoff] = signoffsOf(definition, NOW, { ...narrative }, settings);
  if (!signoff) throw new Error('the definition asks nothing');
  return [signoff.state, clearanceLine(signoff), signoffObjection(signoff)];
};

test('each state is said in the pack, and all but cleared stand in the way', () => {
  const name = signoffName(NOW, 's.legal');
  expect(one({}, {})).toEqual([
    'unwritten',
    'Not yet written. To be provided and cleared by: Head of Law.',
    '“Legal implications” is not written. It has to be cleared by: Head of Law.',
  ]);
  expect(one(said('None.'), { [name]: stored(null) })).toEqual([
    'drafted',
    'Draft, not yet cleared by: An Officer (Head of Law).',
    '“Legal implications” is not cleared. It has to be cleared by: Head of Law.',
  ]);
  expect(one(said('None.'), { [name]: stored('None.') })).toEqual([
    'cleared',
    'Cleared by An Officer, 12 August 2020.',
    null,
  ]);
});

test('what reads otherwise than when it was cleared is open again', () => {
  const name = signoffName(NOW, 's.legal');
  expect(one(said('It concerns 15 families.'), { [name]: stored('It concerns 14 families.') })).toEqual([
    'reopened',
    'Changed since it was cleared by An Officer, 12 August 2020. To be cleared again by: An Officer (Head of Law).',
    '“Legal implications” has changed since it was cleared. It has to be cleared again by: Head of Law.',
  ]);
});

test('who answered last quarter is assigned this quarter; the clearance is not taken over', () => {
  const before = { [signoffName('2020-21 Q1', 's.legal')]: stored('None.', 'Another Officer') };
  const [signoff] = signoffsOf(definition, NOW, said('None.'), before);
  expect(signoff).toMatchObject({ officer: 'Another Officer', state: 'drafted', cleared: null });
});

test('the reason a pack goes out all the same is printed; what was outstanding is for the board alone', () => {
  const base = packOf([]);
  const pack = { ...base, sections: base.sections.map((section) => ({ ...section, code: 'data-quality' })) };
  const override = { reason: 'The meeting is tomorrow.', objections: ['14 is not 15.'] };
  const text = 'This pack was issued with points outstanding, for this reason: The meeting is tomorrow.';
  const paragraph = { kind: 'paragraph', inlines: [{ kind: 'text', text, strong: true }] };
  expect(withOverride(pack, override).sections[0]?.blocks).toEqual([
    paragraph,
    { kind: 'bullets', items: [[{ kind: 'text', text: '14 is not 15.' }]] },
  ]);
  expect(withOverride({ ...pack, edition: 'public' }, override).sections[0]?.blocks).toEqual([paragraph]);
});
