import type { AskedFix, Decision, Person } from '../../heal/person/person.js';
import type { SecretMask } from '../../model/mask-secrets.js';
import { usageError } from '../../model/problem.js';
import { sanitize } from '../../model/sanitize.js';
import type { EditedText } from '../../platform/processes/edit-text.js';
import { errLineWidth } from '../../platform/terminal.js';
import { diffText } from '../../reporters/text/diff-text.js';
import { headingText } from '../../reporters/text/heading-text.js';
import { placeText } from '../../reporters/text/location-text.js';
import { paletteOf } from '../../reporters/text/palette.js';
import { wrapIndented, wrapLines } from '../../reporters/text/wrap-text.js';
import type { Session } from '../workspace/session.js';

const QUESTION = 'Take it? [y]es, [n]o, [e]dit, [q]uit, [?] ';
const HELP = `  y  take this fix; it is written when you have been asked about all, or quit
  n  leave this place as it is
  e  edit the file with the fix in your editor ($VISUAL, $EDITOR); every gate is asked again
  q  write what you took, and stop
  Ctrl-C  write nothing at all
`;

/** Lets a person edit a text under the name of a path. */
type EditInEditor = (path: string, text: string) => EditedText;

/**
 * The person at the terminal. What is said to them goes to stderr, so that a report can go elsewhere.
 * @returns them, once it is known what they are not to be shown
 * @throws UsageError where nobody is there to answer
 */
export function personAtTerminal(session: Session, edit: EditInEditor): (mask: SecretMask) => Person {
  if (!session.canAsk()) {
    throw usageError(
      'usage/not-interactive',
      '--interactive asks about each fix, and there is no terminal to ask at.',
      'Run it in a terminal, or use --dry-run to see the fixes and heal without --interactive to apply them.',
    );
  }
  const { terminal } = session;
  let hasLeft = false;
  return (mask) => ({
    hasLeft: () => hasLeft,
    async decide(asked) {
      terminal.err(`\n${present(asked, mask, terminal)}`);
      for (;;) {
        const letter = await answerLetter(session);
        if (letter === 'q') hasLeft = true;
        const decision = decisionOf(letter, asked, edit);
        if (typeof decision !== 'string') return decision;
        terminal.err(wrapLines(decision, errLineWidth(terminal), 5));
      }
    },
  });
}

/** @throws UsageError where whoever is asked goes away */
async function answerLetter(session: Session): Promise<string> {
  const answer = await session.ask(QUESTION);
  if (answer !== null) return answer.trim().toLowerCase().charAt(0);
  // The question still stands on its line.
  session.terminal.err('\n');
  throw abandoned();
}

/** What is decided, or else what to say before the question is asked again. */
function decisionOf(letter: string, { path, after }: AskedFix, edit: EditInEditor): Decision | string {
  switch (letter) {
    case 'y':
      return { kind: 'accept' };
    case 'n':
    case 'q':
      return { kind: 'skip' };
    case 'e': {
      const edited = edit(path, after);
      if (edited.kind === 'edited' && edited.text !== after) return { kind: 'edit', text: edited.text };
      const why = edited.kind === 'failed' ? `Your editor ${edited.reason}.` : 'You changed nothing.';
      return `${sanitize(why)}\n`;
    }
    default:
      return HELP;
  }
}

function abandoned(): Error {
  return usageError(
    'heal/abandoned',
    'You ended it before all fixes were decided: nothing was written.',
    'Answer q to stop and keep what you took.',
  );
}

function present(
  { violations, diff, source, why, objection }: AskedFix,
  mask: SecretMask,
  terminal: Session['terminal'],
): string {
  const palette = paletteOf(terminal.errColor);
  const width = errLineWidth(terminal);
  const painted = (text: string, paint: (line: string) => string): string =>
    wrapIndented(text, width, 2)
      .map((line) => `${paint(line)}\n`)
      .join('');
  const heads = violations.map((violation) => {
    const { rule, message } = violation;
    const parts = [
      { text: placeText(violation), paint: palette.bold },
      { text: sanitize(rule.id), paint: palette.cyan },
    ];
    return `${headingText(parts, sanitize(mask.apply(message)), { width, rowWidth: width })}\n`;
  });
  const standing = why === null ? 'every gate agrees' : `only suggested, because ${why}`;
  const refusal =
    objection === null ? '' : painted(`Your text was refused by ${sanitize(mask.apply(objection))}`, palette.red);
  const means = painted(`${sanitize(source)}: ${sanitize(standing)}`, palette.dim);
  return `${heads.join('')}${means}${diffText(mask.apply(diff), palette)}${refusal}`;
}
