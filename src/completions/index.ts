/**
 * Completion scripts, one file a shell: what the command line takes → the text of a script. They know no command by
 * name, and what changes with a project they ask of the program when the user presses the key.
 */
import { bashCompletions } from './bash.js';
import type { CompletionCommand } from './completion.js';
import { fishCompletions } from './fish.js';
import { zshCompletions } from './zsh.js';

export const SHELLS: Readonly<Record<string, (program: CompletionCommand) => string>> = {
  bash: bashCompletions,
  zsh: zshCompletions,
  fish: fishCompletions,
};
