/** Figures: everything the board stands behind, its periods side by side, each number one step from its source. */
import { useState } from 'react';
import { Screen } from '#renderer/parts/Screen.tsx';
import { Empty, Ready } from '#renderer/parts/States.tsx';
import { count } from '#renderer/parts/words.ts';
import { useNames } from '#renderer/queries/definition/names.ts';
import { useFigureTable } from '#renderer/queries/figure/queries.ts';
import { Compare } from '#renderer/screens/figures/Compare.tsx';
import { Explanation } from '#renderer/screens/figures/Explanation.tsx';
import { useAround } from '#renderer/shell/window.ts';
import '#renderer/screens/figures/figures.css';

export function Figures() {
  const { route, go } = useAround();
  const table = useFigureTable(null);
  const names = useNames();
  const [chosen, setChosen] = useState(route.focus);
  const size = table.value?.value.length ?? 0;
  return (
    <Screen
      fill
      title="Figures"
      about={`${size > 0 ? `${count(size, 'figure')}. ` : ''}Choose any number to see the cells and decisions beneath it.`}
    >
      <Ready query={table} words="Working out the figures…">
        {(value) =>
          value.value.length === 0 ? (
            <Empty title="No figures yet">Import returns first: figures are worked out from them.</Empty>
          ) : (
            <div className={chosen ? 'figures explained' : 'figures'}>
              <Compare table={value} names={names} chosen={chosen} choose={setChosen} />
              {chosen ? (
                <Explanation
                  key={chosen}
                  id={chosen}
                  names={names}
                  close={() => {
                    setChosen(null);
                    if (route.focus) go('figures');
                  }}
                />
              ) : null}
            </div>
          )
        }
      </Ready>
    </Screen>
  );
}
