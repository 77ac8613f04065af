import type { AskedFix, Decision, Person } from '../../heal/person/person.js';
import type { SecretMask } from '../../model/mask-secrets.js';
import { usageError } from '../../model/problem.js';
import { sanitize } from '../../model/sanitize.js';
import type { EditedText } from '../../platform/edit-text.js';
import { diffText } from '../../reporters/diff-text.js';
import { placeText } from '../../reporters/location-text.js';
import { paletteOf } from '../../reporters/palette.js';
import type { Session } from '../session.js';

const QUESTION = 'Take it? [y]es, [n]o, [e]dit, [q]uit, [?] ';
const HELP = `  y  take this fix; it is written when you have been asked about all, or quit
  n  leave this place as it is
  e  edit the file with the fix in your editor ($VISUAL, $EDITOR); every gate is asked again
  q  write what you took, and stop
  Ctrl-C  write nothing at all
`;

/**
 * The person at the terminal. What is said to them goes to stderr, so that a report can go elsewhere.
 * @returns them, once it is known what they are not to be shown
 * @throws UsageError where nobody is there to answer
 */
export function personAtTerminal(
  session: Session,
  edit: (path: string, text: string) => EditedText,
): (mask: SecretMask) => Person {
  if (!session.canAsk()) {
    throw usageError(
      'usage/not-interactive',
      '--interactive asks about each fix, and there is no terminal to ask at.',
      'Run it in a terminal, or use --dry-run to see the fixes and heal without --interactive to apply them.',
    );
  }
  const { terminal } = session;
  let hasLeft = false;
  const ask = async (asked: AskedFix): Promise<Decision> => {
    for (;;) {
      const answer = await session.ask(QUESTION);
      if (answer === null) {
        // The question still stands on its line.
        terminal.err('\n');
        throw abandoned();
      }
      switch (answer.trim().toLowerCase().charAt(0)) {
        case 'y':
          return { kind: 'accept' };
        case 'n':
          return { kind: 'skip' };
        case 'q':
          hasLeft = true;
          return { kind: 'skip' };
        case 'e': {
          const edited = edit(asked.path, asked.after);
          if (edited.kind === 'edited' && edited.text !== asked.after) return { kind: 'edit', text: edited.text };
          const why = edited.kind === 'failed' ? `Your editor ${edited.reason}.` : 'You changed nothing.';
          terminal.err(`${sanitize(why)}\n`);
          break;
        }
        default:
          terminal.err(HELP);
      }
    }
  };
  return (mask) => ({
    hasLeft: () => hasLeft,
    decide(asked) {
      terminal.err(`\n${present(asked, mask, terminal.errColor)}`);
      return ask(asked);
    },
  });
}

function abandoned(): Error {
  return usageError(
    'heal/abandoned',
    'You ended it before all fixes were decided: nothing was written.',
    'Answer q to stop and keep what you took.',
  );
}

function present({ violations, diff, source, why, objection }: AskedFix, mask: SecretMask, color: boolean): string {
  const palette = paletteOf(color);
  const heads = violations.map((violation) => {
    const { rule, message } = violation;
    return `${palette.bold(placeText(violation))}  ${palette.cyan(sanitize(rule.id))}  ${sanitize(mask.apply(message))}\n`;
  });
  const standing = why === null ? 'every gate agrees' : `only suggested, because ${why}`;
  const refusal =
    objection === null ? '' : palette.red(`Your text was refused by ${sanitize(mask.apply(objection))}\n`);
  return `${heads.join('')}${palette.dim(`${sanitize(source)}: ${sanitize(standing)}`)}\n${diffText(mask.apply(diff), palette)}${refusal}`;
}
