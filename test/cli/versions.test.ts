/** New versions of a return, and what becomes of the decisions made on the old one. */
import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { eoc, eocJson, ownFolder } from '#test/helpers/cli.ts';

interface FindingJson {
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  readonly cells: readonly { readonly cell: string }[];
}

const csv = (cp: string, eh: string, total: string, lac = '2') =>
  `Family Group Conference service return, 2020-21 Q1

Source and status of children at referral to FGC
Source of referral,No. of referrals,No. of children
CP,${cp},8
EH,${eh},9
LAC,${lac},4
Grand Total,${total},21
`;

test('a decision stays with a version that leaves its cells alone, and comes back for review when they change', {
  timeout: 120_000,
}, () => {
  using folder = ownFolder();
  const board = folder.at('b.eoc');
  const file = folder.at('FGC Q1 2020-21.csv');
  const send = (text: string) => {
    writeFileSync(file, text);
    return eocJson<{ files: { version: number; refused: null }[] }>(['import', board, file]).files[0];
  };
  const totals = () =>
    eocJson<{ findings: FindingJson[] }>(['check', board]).findings.filter((f) => f.kind === 'total');

  eoc(['init', board]);
  expect(send(csv('3', '5', '12'))).toMatchObject({ version: 1, refused: null });
  const [finding] = totals();
  expect(finding).toMatchObject({ status: 'open' });
  const why = 'One referral came from another authority and is counted in the total only.';
  expect(eoc(['decide', board, finding?.id ?? '', '--dismiss', '--why', why]).code).toBe(0);
  expect(totals()).toMatchObject([{ id: finding?.id, status: 'dismissed' }]);

  expect(send(csv('3', '5', '12').replace('4\nGrand', '4 \nGrand'))).toMatchObject({ version: 2 });
  expect(totals()).toMatchObject([{ id: finding?.id, status: 'dismissed' }]);

  expect(send(csv('3', '6', '12'))).toMatchObject({ version: 3 });
  expect(totals()).toMatchObject([{ id: finding?.id, status: 'review' }]);

  expect(send(csv('3', '6', '11'))).toMatchObject({ version: 4 });
  expect(totals()).toEqual([]);
});
