import { Argument, Command, type Argument as CommandArgument, Option } from 'commander';
import {
  type Completion,
  type CompletionCommand,
  type CompletionOption,
  LIVE_LISTS,
  type LiveList,
} from '../completions/completion.js';
import { SHELLS } from '../completions/index.js';
import { UsageError, usageError } from '../model/problem.js';
import { sanitize } from '../model/sanitize.js';
import { findProjectRoot } from '../platform/project-root.js';
import { WordsOption } from './options/options.js';
import { quickWorkspace } from './quick/quick-workspace.js';
import type { Session } from './workspace/session.js';

interface ListOptions {
  readonly list?: LiveList;
  /** A tab and its title behind each id, as fish shows them. */
  readonly titles?: true;
}

export function completionsCommand(session: Session): Command {
  return new Command('completions')
    .description('Print a script that lets a shell complete commands, options, formats and the ids of rules.')
    .addArgument(new Argument('[shell]', 'which shell').choices(Object.keys(SHELLS)))
    .addOption(new Option('--list <what>').choices(LIVE_LISTS).hideHelp())
    .addOption(new Option('--titles').hideHelp())
    .addHelpText(
      'after',
      "\nTo have them in each shell:\n  echo 'source <(specflow completions bash)' >> ~/.bashrc\n  echo 'source <(specflow completions zsh)' >> ~/.zshrc\n  specflow completions fish > ~/.config/fish/completions/specflow.fish",
    )
    .action(async (wanted: string | undefined, { list, titles }: ListOptions, command: Command) => {
      if (list !== undefined) return listLive(list, titles === true, session);
      const print = SHELLS[wanted ?? ''];
      if (print === undefined || command.parent === null) {
        const shells = Object.keys(SHELLS).join(', ');
        throw usageError(
          'usage/shell',
          'No shell was named.',
          `Name one of ${shells}, such as: specflow completions bash`,
        );
      }
      session.terminal.out(print(completionOf(command.parent)));
      session.conclude(0);
    });
}

/** Ids that need no quoting in any shell; nobody is there to be told of anything else. */
const PLAIN_WORD = /^[\w.:@%+/-]+$/;

/** A key press waits for this, so contracts come from their copy where that is fresh. */
async function listLive(list: LiveList, withTitles: boolean, session: Session): Promise<void> {
  const workspace = await quickWorkspace(findProjectRoot(session.cwd), session);
  const contracts = workspace instanceof UsageError ? [] : workspace.loaded.contracts;
  const named =
    list === 'contracts' ? contracts.map(({ id }) => ({ id, title: '' })) : contracts.flatMap(({ rules }) => rules);
  const lines = named
    .filter(({ id }) => PLAIN_WORD.test(id))
    .map(({ id, title }) => (withTitles && title !== '' ? `${id}\t${sanitize(title)}\n` : `${id}\n`));
  session.terminal.out(lines.sort().join(''));
  session.conclude(0);
}

function completionOf(command: Command): CompletionCommand {
  return {
    name: command.name(),
    summary: command.summary() || command.description(),
    options: [...command.options.filter(({ hidden }) => !hidden).map(optionOf), HELP],
    takes: command.registeredArguments.map(argumentTakes).find(({ kind }) => kind !== 'unknown') ?? UNKNOWN,
    commands: command.commands.map(completionOf),
  };
}

const HELP: CompletionOption = { names: ['-h', '--help'], summary: 'print help', takes: null };
const UNKNOWN: Completion = { kind: 'unknown' };

function optionOf(option: Option): CompletionOption {
  const names = [option.short, option.long].filter((name) => name !== undefined);
  return { names, summary: option.description, takes: option.required || option.optional ? optionTakes(option) : null };
}

function optionTakes(option: Option): Completion {
  if (option instanceof WordsOption)
    return { kind: option.isWithFile ? 'word-and-file' : 'words', words: option.words };
  if (option.argChoices) return { kind: 'words', words: option.argChoices };
  return placeholderTakes(/<([\w-]+)/.exec(option.flags)?.[1] ?? '', option.long ?? '');
}

function argumentTakes(argument: CommandArgument): Completion {
  if (argument.argChoices) return { kind: 'words', words: argument.argChoices };
  return placeholderTakes(argument.name(), '');
}

/** What a placeholder of the help stands for. */
function placeholderTakes(placeholder: string, name: string): Completion {
  if (placeholder === 'rule' || name === '--rule') return { kind: 'live', list: 'rules' };
  if (placeholder === 'contract' || name === '--contract') return { kind: 'live', list: 'contracts' };
  return /^(?:paths?|files?|blobs)\b/.test(placeholder) ? { kind: 'files' } : UNKNOWN;
}
