/** The administrator's quarter, a step at a time. */
import { Button } from '@fluentui/react-components';
import figures from '#renderer/screens/help/pictures/figures.png';
import imported from '#renderer/screens/help/pictures/import.png';
import pack from '#renderer/screens/help/pictures/pack.png';
import quarter from '#renderer/screens/help/pictures/quarter.png';
import reconcile from '#renderer/screens/help/pictures/reconcile.png';
import { screenTitles } from '#renderer/shell/state.ts';
import { useAround } from '#renderer/shell/window.ts';
import type { Screen } from '#shared/api/api.ts';

interface Step {
  readonly title: string;
  readonly screen: Screen;
  readonly picture: string;
  readonly words: readonly string[];
}

const STEPS: readonly Step[] = [
  {
    title: 'See who is in',
    screen: 'quarter',
    picture: quarter,
    words: [
      'Quarter shows which returns have come, which are late and how many findings are open with each provider.',
      'The box at the top always names the next thing to do and takes you there.',
    ],
  },
  {
    title: 'Bring the returns in',
    screen: 'import',
    picture: imported,
    words: [
      'Drop the files anywhere in the window, or choose them. They are read first and only looked at: nothing is on the board yet.',
      'For each file check whose it is and for which quarter. On the left is the table as sent, on the right what was understood.',
      'Settle labels that name no category. What you correct is remembered for that provider. Then accept.',
      'A corrected file replaces the earlier version, which stays readable.',
    ],
  },
  {
    title: 'Settle what does not agree',
    screen: 'reconcile',
    picture: reconcile,
    words: [
      'Each finding says in one sentence what is wrong, and shows the cells as they were printed.',
      'Say which cell is right, give another value, or dismiss it; and always why. A decision can be taken back at any time.',
      'What only the provider can answer goes into one message for each provider: copy it or save it as Word.',
    ],
  },
  {
    title: 'Look at the figures',
    screen: 'figures',
    picture: figures,
    words: [
      'Figures holds every number the board stands behind, its quarters side by side.',
      'Choose any number to see the cells, decisions and findings beneath it.',
    ],
  },
  {
    title: 'Write and issue the pack',
    screen: 'pack',
    picture: pack,
    words: [
      'Switch sections on or off, write what the board should know, and put figures into the words: they change with the board. A figure can also stand in words, as the change from last quarter, as “rose” or “fell”, or as “child” or “children”.',
      'Suggested sentences are made from the figures: Alt and their number puts one in. Nothing goes in unasked.',
      'Last quarter’s words come over with this quarter’s figures. Read them, change them, and mark them as reviewed with Ctrl+Enter.',
      'Numbers typed by hand are marked and held against the board; one that differs is named, and can be made live.',
      'Sign-off: assign each question to an officer, write the answer, and clear it by name and date. It opens again by itself when its words or figures change.',
      'Actions: what the board asks for, with owner and due date. It comes back in every pack until it is closed.',
      'The pages beside are the real ones. Export a draft for reviewers; issue the pack when it is cleared. A pack that goes out with something outstanding prints the reason in its data-quality note.',
      'Review: send a manager an encrypted copy to read and comment on, and merge what comes back.',
      'Exempt documents: feedback and case studies are checked for names, dates, numbers and small places; once each is accepted or masked they are exempt appendices of the board edition, never of the public one.',
      'Board, House style: the council’s colour, logo and Word template; every pack follows them.',
      'Exporting the board edition can add the evidence register: every figure with its cells, decisions and files. It never goes to the public.',
      'What was issued is kept byte for byte. Compare shows what changed between any two packs, and why, and writes it as Word.',
    ],
  },
];

export function Steps() {
  const { go } = useAround();
  return (
    <ol className="steps">
      {STEPS.map(({ title, screen, picture, words }, index) => (
        <li key={title} className="panel">
          <div className="panel-head">
            <h2>
              {index + 1}. {title}
            </h2>
            <Button size="small" onClick={() => go(screen)}>
              Go to {screenTitles[screen]}
            </Button>
          </div>
          <div className="step">
            <div className="column">
              {words.map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
            </div>
            <img
              src={picture}
              alt={`The screen ${screenTitles[screen]} with the sample board`}
              loading="lazy"
            />
          </div>
        </li>
      ))}
    </ol>
  );
}
