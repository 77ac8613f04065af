import { Command, CommanderError } from 'commander';
import { invalid, type Problem, UsageError, usageError } from '../model/problem.js';
import { nearestName } from '../model/suggest.js';
import { COMMANDS, type CommandEntry } from './index.js';
import { addJsonFlag } from './options/options.js';
import type { Session } from './workspace/session.js';
import { settle } from './workspace/settle.js';

/**
 * One run of the command line. Only the command that is asked for is loaded. Mistakes of the user are told on
 * stderr and conclude with 2; anything else thrown is ours and goes through.
 */
export async function runProgram(argv: readonly string[], session: Session): Promise<void> {
  const program = await programFor(argv, session);
  await settle(session, async () => {
    refuseHelpWithNothing(argv);
    try {
      await program.parseAsync([...argv], { from: 'user' });
    } catch (error) {
      if (!(error instanceof CommanderError)) throw error;
      // The help that was printed says all there is to say.
      if (error.exitCode !== 0 && error.code !== 'commander.help') {
        throw new UsageError(usageProblem(error, askedOf(program, argv)));
      }
      session.conclude(error.exitCode === 0 ? 0 : 2);
    }
  });
}

async function programFor(argv: readonly string[], session: Session): Promise<Command> {
  const program = new Command('specflow')
    .description('Contracts that code cannot quietly break, and that mend it when it does.')
    .version(session.toolVersion, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => session.terminal.out(text),
      writeErr: (text) => session.terminal.err(text),
      // Told in our own words, by `usageProblem`.
      outputError: () => undefined,
      getOutHasColors: () => session.terminal.color,
      getOutHelpWidth: () => session.terminal.columns,
    })
    .addHelpText(
      'after',
      '\nStart with: specflow init\nExit codes: 0 clean, 1 violations, 2 usage or contract error, 3 incomplete',
    );
  for (const entry of COMMANDS) program.addCommand(inherit(await commandOf(entry, argv, session), program));
  return program;
}

/** The command that tells of all others. */
const TELLS_OF_ALL = 'completions';

/** Commands that are not asked for stay a name and a summary: loading them all would cost every run. */
async function commandOf(
  { name, summary, load }: CommandEntry,
  argv: readonly string[],
  session: Session,
): Promise<Command> {
  const isAsked = argv.includes(name) || (argv[0] === TELLS_OF_ALL && !argv.includes('--list'));
  const command = isAsked ? (await load())(session) : new Command(name);
  return command.summary(summary);
}

function inherit(command: Command, parent: Command): Command {
  command.copyInheritedSettings(parent).helpOption('-h, --help', 'print help').allowExcessArguments(false);
  addJsonFlag(command);
  for (const nested of command.commands) {
    inherit(nested, command);
    nested.summary(nested.description()).description(sentence(nested.description()));
  }
  return command;
}

/** Where there is no such command, the help of all would hide that. */
function refuseHelpWithNothing([verb, name]: readonly string[]): void {
  const names = COMMANDS.map((command) => command.name);
  if (verb !== 'help' || name === undefined || name.startsWith('-') || [...names, 'help'].includes(name)) return;
  const near = nearestName(name, names);
  throw usageError(
    'usage/unknown-command',
    `Unknown command '${name}'.`,
    near === null ? SEE_HELP : `Did you mean ${near}?`,
  );
}

const SEE_HELP = 'Run it with --help to see what there is.';

/** The innermost command that the words name. */
function askedOf(program: Command, argv: readonly string[]): Command {
  return argv.reduce((command, word) => command.commands.find((each) => each.name() === word) ?? command, program);
}

/** What is lacking may be one of a few words: those are told, not only that it lacks. */
function choicesHelp({ message }: CommanderError, { registeredArguments, options }: Command): string | null {
  const lacking = /'(.*)'/.exec(message)?.[1];
  const choices =
    registeredArguments.find((argument) => argument.name() === lacking)?.argChoices ??
    options.find(({ flags }) => flags === lacking)?.argChoices;
  return choices ? `Name one of ${choices.join(', ')}.` : null;
}

function usageProblem(error: CommanderError, asked: Command): Problem {
  const [message = '', guess = null] = ourWords(error.message).split(/\n\((Did you mean .*\?)\)/);
  return invalid(
    `usage/${error.code.replace(/^commander\./, '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    null,
    sentence(message),
    ownGuess(guess, asked) ?? choicesHelp(error, asked) ?? SEE_HELP,
  );
}

/** Commander also guesses at options of the whole program, such as `--version` for `--reason`. */
function ownGuess(guess: string | null, { options }: Command): string | null {
  const option = / (--[\w-]+)\?$/.exec(guess ?? '')?.[1];
  return option === undefined || options.some(({ long }) => long === option) ? guess : null;
}

function ourWords(message: string): string {
  return message
    .replace(/^error: /, '')
    .replace(
      /^command-argument value ('.*') is invalid for argument '(.*?)'\./,
      (_, value, name) => `Argument '${name}' cannot be ${value}.`,
    )
    .replace(
      /^option ('.*?') argument ('.*') is invalid\./,
      (_, flags, value) => `Option ${flags} cannot be ${value}.`,
    );
}

function sentence(message: string): string {
  const text = message.charAt(0).toUpperCase() + message.slice(1);
  return /[.?!]$/.test(text) ? text : `${text}.`;
}
