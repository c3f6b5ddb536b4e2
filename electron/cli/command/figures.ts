import type { Command } from '#electron/cli/commands.ts';
import { columns } from '#electron/cli/terminal.ts';
import { openSession } from '#electron/service/session.ts';
import { boardState } from '#electron/service/state.ts';
import type { Figure } from '#shared/figure/figure.ts';
import { formatQuantity } from '#shared/quantity/format.ts';

export const figures: Command = {
  name: 'figures',
  use: 'figures BOARD.eoc [--period P] [--measure M]',
  does: 'the figures, tidy',
  needs: ['a board file'],
  options: ['period', 'measure'],
  run: async ({ rest: [board = ''], options }) => {
    using session = openSession(board);
    const shown = (await boardState(session)).figures.filter(
      ({ key }) =>
        (!options.period || key.period === options.period) &&
        (!options.measure || key.measure === options.measure),
    );
    return {
      value: { figures: shown.map(jsonOf) },
      text: columns([['Measure', 'Programme', 'Period', 'Category', 'Status', 'Value'], ...shown.map(rowOf)]),
      needsPerson: false,
    };
  },
};

function jsonOf({ key, quantity, status, sources }: Figure) {
  const { measure, programme, period, dims, aspect, unit } = key;
  return {
    measure,
    programme,
    period,
    dims,
    aspect,
    value: quantity.value,
    precision: quantity.step,
    unit,
    status,
    sources,
  };
}

function rowOf({ key, quantity, status }: Figure): readonly string[] {
  const dims = Object.values(key.dims).join(' · ');
  const measure = key.aspect === 'value' ? key.measure : `${key.measure} (${key.aspect})`;
  return [measure, key.programme ?? '', key.period, dims, status, `${formatQuantity(quantity)} ${key.unit}`];
}
