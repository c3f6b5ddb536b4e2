/** The sample board that ships is what the sample returns that ship beside it give, read by this very program. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keptText } from '#db/table/kept.ts';
import { issuedPacks } from '#db/table/pack.ts';
import { cachedReading } from '#db/table/reading.ts';
import { currentReturns } from '#db/table/return.ts';
import { type Context, newContext } from '#electron/service/api/context.ts';
import { handlers } from '#electron/service/api/handlers.ts';
import { freshChecks, keptName } from '#electron/service/checks.ts';
import { programName } from '#electron/service/program.ts';
import { sampleCouncilReturns } from '#electron/service/samples.ts';
import type { Session } from '#electron/service/session.ts';
import { boardState } from '#electron/service/state.ts';
import { storedReading } from '#electron/service/understand.ts';
import { understandReturn } from '#shared/meaning/recognise.ts';
import { layOut } from '#test/simulation/layout/page.ts';
import { cellsOf } from '#test/simulation/model/model.ts';
import { inWestmoor, secondDefinition, westmoorStyle } from '#test/simulation/sample/council.ts';
import { westmoor } from '#test/simulation/sample/history.ts';
import { simulate } from '#test/simulation/simulate.ts';

const MINUTE = 60_000;
/** What to do when one of these fails after a change to reading or checking. */
const AGAIN = 'run `npm run sample` and commit what it makes';

const home = mkdtempSync(path.join(tmpdir(), 'eoc-sample-'));
const folders = { data: path.join(home, 'data'), documents: path.join(home, 'Boards') };
let context: Context;
let session: Session;

beforeAll(async () => {
  context = newContext(folders, () => undefined);
  await handlers['board.sample'](null, context);
  const open = context.current();
  if (!open) throw new Error('the sample board did not open');
  session = open.session;
}, MINUTE);

afterAll(() => {
  context.swap(null);
  rmSync(home, { recursive: true, force: true });
});

const sha256 = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

describe('the sample board', () => {
  test('is twelve quarters of Westmoor on the definition in force', () => {
    const periods = [...new Set(currentReturns(session.board).map(({ period }) => period))].sort();
    const quarters = ['2023-24', '2024-25', '2025-26'].flatMap((year) =>
      [1, 2, 3, 4].map((q) => `${year} Q${q}`),
    );
    expect(periods).toEqual(quarters);
    expect(session.definition(), AGAIN).toEqual(secondDefinition());
  });

  test('holds exactly the returns that lie beside it, but for those that wait', () => {
    const all = sampleCouncilReturns();
    const filed = all.filter(({ folder }) => folder[0] === 'Returns').map(({ path: file }) => sha256(file));
    const waiting = all.length - filed.length;
    expect(
      currentReturns(session.board)
        .map((each) => each.sha256)
        .sort(),
    ).toEqual(filed.sort());
    expect(waiting).toBe(3);
  });

  test('reads every return as this program reads it', { timeout: MINUTE }, async () => {
    const definition = session.definition();
    for (const version of currentReturns(session.board)) {
      const { id, provider, period, version: number, sha256: file, hints } = version;
      const kept = cachedReading(session.board, {
        returnId: id,
        definition: definition.version,
        recogniser: programName(),
      });
      const ref = { provider, period, version: number, sha256: file };
      const fresh = understandReturn(await storedReading(session, version), definition, ref, hints);
      expect(kept, `${version.name}: ${AGAIN}`).toEqual(JSON.parse(JSON.stringify(fresh)));
    }
  });

  test('finds in them what this program finds', { timeout: MINUTE }, async () => {
    const kept = keptText(session.board, 'checks', keptName(session));
    expect(JSON.parse(kept ?? 'null'), AGAIN).toEqual(JSON.parse(JSON.stringify(await freshChecks(session))));
  });

  test('has the older quarters settled, each decision still good, and work left in the latest two', {
    timeout: MINUTE,
  }, async () => {
    const { findings } = await boardState(session);
    const open = findings.filter(({ status }) => status !== 'decided' && status !== 'dismissed');
    expect(
      open.filter(({ status }) => status === 'review'),
      AGAIN,
    ).toEqual([]);
    expect(new Set(open.map(({ period }) => period))).toEqual(new Set(['2025-26 Q3', '2025-26 Q4']));
    expect(findings.length - open.length).toBeGreaterThan(12);
    expect(issuedPacks(session.board).map(({ edition, period }) => `${edition} ${period}`)).toEqual(
      expect.arrayContaining([
        'board 2025-26 Q1',
        'board 2025-26 Q2',
        'public 2025-26 Q1',
        'public 2025-26 Q2',
      ]),
    );
  });

  test('offers the waiting returns, and stages each of them once', { timeout: MINUTE }, async () => {
    const waiting = await handlers['sample.waiting'](null, context);
    expect(waiting?.folder).toBe(path.join(folders.documents, 'Sample council', 'Waiting returns'));
    const staged = await handlers['sample.stage'](null, context);
    expect(staged.map(({ file, period, objection }) => [file, period, objection])).toEqual(
      waiting?.files.map((file) => [file, '2025-26 Q4', null]),
    );
    expect(await handlers['sample.waiting'](null, context)).toBeNull();
  });
});

describe('Westmoor', () => {
  test('is told the same every time, with more to find in the latest two quarters', () => {
    const [one, other] = [westmoor(), westmoor()];
    expect(JSON.stringify(one.errors)).toBe(JSON.stringify(other.errors));
    const counts = one.chapters.map(
      ({ period }) => one.errors.filter((each) => each.period === period).length,
    );
    expect(counts).toEqual([1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 6, 6]);
  });

  test('has places of its own and the same numbers as the simulation', () => {
    const plain = simulate(3, 1);
    const renamed = inWestmoor(plain);
    expect([...cellsOf(renamed).keys()]).toEqual([...cellsOf(plain).keys()]);
    expect(renamed.relations).toEqual(plain.relations);
    const laid = renamed.returns.map((each) => layOut(each, westmoorStyle(each.provider)));
    const texts = laid.flatMap((each) => [...JSON.stringify(each.page).matchAll(/"text":"([^"]*)"/g)]);
    expect(
      texts.filter(([, text]) => /\bLE\d|Stoneygate|Eyres Monsell|Beaumont Leys/.test(text ?? '')),
    ).toEqual([]);
  });
});
