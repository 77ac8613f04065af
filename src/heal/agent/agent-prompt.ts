import type { FixSite } from '../../model/fix-site.js';
import type { SecretMask } from '../../model/mask-secrets.js';
import type { Agent, EarlierAnswer } from './agent.js';

/** Lines shown before and behind the place. */
const AROUND = 60;

/**
 * What an agent is asked about one violation, and how it has to answer.
 * @param earlier what it answered before, oldest first
 * @param mask hides the secrets of the file; without it nothing is hidden
 */
export function agentPrompt(
  { path, text, rule, check, place }: FixSite,
  mode: Agent['mode'],
  earlier: readonly EarlierAnswer[],
  mask?: SecretMask,
): string {
  const hidden = (said: string): string => mask?.apply(said) ?? said;
  const lines = text.split(/\r\n|\r|\n/);
  const at = place?.line ?? 1;
  const [first, last] = [Math.max(1, at - AROUND), Math.min(lines.length, (place?.endLine ?? lines.length) + AROUND)];
  const inFile = lines.slice(first - 1, last).map((line, index) => `${String(first + index).padStart(5)}  ${line}`);
  const shown = inFile.map(hidden);
  const examples = rule.exampleCompliant.map((example) => `Compliant example:\n${indented(example.text)}\n`);
  return `${[
    'Mend one violation of a rule in one file. Change as little as possible.',
    '',
    `Rule ${rule.id}: ${rule.title}`,
    `Message: ${check.message}`,
    ...(check.autoFix?.hint ? [`Hint of its owner: ${check.autoFix.hint}`] : []),
    ...examples,
    `File: ${path}`,
    place === null
      ? 'Violation: what the rule requires is missing from this file.'
      : `Violation: line ${place.line}, column ${place.column}: ${hidden(place.match).slice(0, 300)}`,
    '',
    `Lines ${first} to ${last} of ${lines.length} (the numbers are not part of the file):`,
    ...shown,
    ...(shown.join() === inFile.join() ? [] : [CUT]),
    '',
    ...earlier.flatMap(({ answer, objection }) => [
      'You were asked before, and your answer was not taken.',
      `What was wrong with it: ${hidden(objection)}`,
      'Your answer was:',
      indented(hidden(answer)),
      '',
    ]),
    ...(mode === 'worktree' ? WORKTREE : []),
    'Answer with exactly one fenced block that holds one or more edits of this file, and nothing else in it:',
    '```',
    '<<<<<<< SEARCH',
    'lines of the file, to the letter, that occur in it exactly once',
    '=======',
    'what takes their place',
    '>>>>>>> REPLACE',
    '```',
    'Do not touch other files, tests or contracts, add no suppression comment, and do not disguise what the rule looks for.',
    'The edits are checked and dropped if they break anything. If you cannot mend it, answer without a block and say why.',
    'If you noticed something else that the owner should decide about, add one line that begins with "FINDING: ".',
  ].join('\n')}\n`;
}

const CUT = 'Some texts are cut to … here, because they are secret: do not search for lines that hold them.';

const WORKTREE = [
  'You are in a scratch copy of the project, which is thrown away. Read in it whatever helps.',
  'Either edit that one file in place, and no other, and create none; or leave all files as they are and answer as follows.',
  '',
];

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '    ');
}
