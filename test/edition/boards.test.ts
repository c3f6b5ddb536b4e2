/** Simulated boards, clean and faulty: each quarter gets its public edition in turn, and none of them tells a small number. */
import { describe, expect, test } from 'vitest';
import { importReturns } from '#electron/service/import.ts';
import { packOf } from '#electron/service/pack.ts';
import { newSession } from '#electron/service/session.ts';
import { boardState } from '#electron/service/state.ts';
import type { Disclosed } from '#shared/disclosure/issued.ts';
import { openLedger } from '#shared/disclosure/ledger.ts';
import { publicEdition } from '#shared/edition/public.ts';
import { deriveRelations } from '#shared/relation/derive.ts';
import { workedOut } from '#test/edition/reader.ts';
import { ownFolder } from '#test/helpers/cli.ts';
import { ERROR_KINDS, inject } from '#test/simulation/errors/inject.ts';
import { layOutAll, simulate } from '#test/simulation/simulate.ts';
import { writeReturns } from '#test/simulation/write/write.ts';

/** Returns come in quarter by quarter, each quarter's edition goes out before the next ones are there. */
async function inTurn(seed: number, errors: number) {
  using folder = ownFolder();
  using session = newSession(folder.at('board.eoc'));
  const clean = simulate(seed, 2);
  const simulation =
    errors === 0 ? clean : inject(clean, { perQuarter: errors, kinds: ERROR_KINDS }).simulation;
  const issued: Disclosed[] = [];
  const told: unknown[] = [];
  for (const period of simulation.periods) {
    const laid = layOutAll(simulation).filter((one) => one.period === period);
    await importReturns(session, await writeReturns(laid, folder.at('returns')), {}, () => {});
    const state = await boardState(session);
    const input = { ...state, ...deriveRelations(state), issued };
    const { record, certificate } = publicEdition(packOf(session, state, period), input);
    issued.push(record);
    told.push({
      proved: certificate.proofs.length > 20,
      printed: Object.keys(record.printed).length > 200,
      workedOut: workedOut(openLedger(input), issued, certificate.threshold),
    });
  }
  return told;
}

const SAFE = { proved: true, printed: true, workedOut: [] };

describe('every quarter of a simulated board has a public edition that tells no small number', () => {
  test.each([
    [0, 0],
    [4, 6],
    [10, 6],
  ])(
    'seed %i with %i errors a quarter',
    async (seed, errors) => {
      expect(await inTurn(seed, errors)).toEqual([SAFE, SAFE]);
    },
    120_000,
  );
});
