import { resolve } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Shard } from '../../engine/selection/shard-of.js';
import { nearestName } from '../../model/suggest.js';
import type { Reporter } from '../../reporters/report.js';
import type { Session } from '../workspace/session.js';
import { defaultFormat } from './default-format.js';

/** Where a report goes besides standard output. */
export interface OutputRequest {
  readonly format: string;
  /** Absolute. */
  readonly path: string;
}

type Formats = Readonly<Record<string, Reporter<never>>>;

/** An option whose own parser says more about a wrong word than a list of choices could. */
export class WordsOption extends Option {
  constructor(
    flags: string,
    description: string,
    readonly words: readonly string[],
    /** Whether `=` and a path come after the word. */
    readonly isWithFile = false,
  ) {
    super(flags, description);
  }
}

/** `--strict` of `check` and `report merge`, which fail by the same. */
export function strictOption(): Option {
  return new Option(
    '--strict',
    'fail on warnings too, on exemptions that excuse nothing, and on what guards nothing, such as a rule without a pattern or an empty scope',
  );
}

/** `--format`, with the names of a registry of reporters. */
export function formatOption(formats: Formats, session: Session): Option {
  const known = (format: string): boolean => Object.hasOwn(formats, format);
  const chosen = known('agent') ? 'pretty; agent under a coding agent, github in GitHub Actions' : 'pretty';
  const names = Object.keys(formats);
  return new WordsOption('-f, --format <name>', `what to print: ${names.join(', ')}`, names)
    .default(defaultFormat(session, known), chosen)
    .argParser((written: string) => knownFormat(written, formats));
}

/** How a command without reporters prints: for people, or for programs. */
export interface ShapeChoice {
  readonly format: 'pretty' | 'json';
}

/** @param older a name of `pretty` that is still understood, and told nowhere */
export function shapeOption(older?: string): Option {
  const names = ['pretty', 'json'];
  const option = new Option('-f, --format <name>', 'what to print').choices(names).default('pretty');
  const parse = option.parseArg;
  return older === undefined || parse === undefined
    ? option
    : option.argParser((written: string, before: unknown) => parse(written === older ? 'pretty' : written, before));
}

/** Whatever prints JSON prints it for `--json` too, so that nobody has to know which command calls it by which name. */
export function addJsonFlag(command: Command): void {
  const format = command.options.find(({ long }) => long === '--format');
  const names = format instanceof WordsOption ? format.words : format?.argChoices;
  if (!names?.includes('json')) return;
  command.option('--json', 'the same as --format json');
  // As with two `--format`, the last one counts.
  command.on('option:json', () => command.setOptionValueWithSource('format', 'json', 'cli'));
}

/** The end of a command's help: what each format is for. */
export function formatsHelp(formats: Formats): string {
  const width = Math.max(...Object.keys(formats).map((name) => name.length));
  const lines = Object.entries(formats).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
  return `\nFormats:\n${lines.join('\n')}`;
}

/** `-o json=report.json`, repeatable. */
export function outputOption(formats: Formats, cwd: string): Option {
  const flags = '-o, --output <format=path>';
  return new WordsOption(flags, 'also write a report to a file; may be repeated', Object.keys(formats), true)
    .default([], 'none')
    .argParser((written: string, before: readonly OutputRequest[]) => {
      const [format = '', ...rest] = written.split('=');
      const path = rest.join('=');
      if (path === '') throw new InvalidArgumentError('Write it as format=path, such as json=report.json.');
      const request = { format: knownFormat(format, formats), path: resolve(cwd, path) };
      // Only the later one would be left.
      if (before.some((other) => other.path === request.path))
        throw new InvalidArgumentError('Two reports would be written there.');
      return [...before, request];
    });
}

function knownFormat(written: string, formats: Formats): string {
  if (Object.hasOwn(formats, written)) return written;
  const near = nearestName(written, Object.keys(formats));
  const known = `The formats are ${Object.keys(formats).join(', ')}.`;
  throw new InvalidArgumentError(near === null ? known : `Did you mean "${near}"? ${known}`);
}

/** `--rule A --rule B`, also `--rule A,B`. */
export function idsOption(flags: string, description: string): Option {
  return new Option(flags, description).default([], 'all').argParser((written: string, before: readonly string[]) => {
    const ids = written.split(',').filter(Boolean);
    // Nothing named would restrict nothing: `--rule "$RULE"` with the variable unset must not check all.
    if (ids.length === 0) throw new InvalidArgumentError('Name at least one id.');
    return [...before, ...ids];
  });
}

/** A whole number of at least one. */
export function parseCount(written: string): number {
  if (!/^[1-9]\d{0,5}$/.test(written)) throw new InvalidArgumentError('It is a whole number of at least 1.');
  return Number(written);
}

/** A whole number up to 16. None are as good as one: the program itself. */
export function parseThreads(written: string): number {
  if (!/^(?:\d|1[0-6])$/.test(written)) throw new InvalidArgumentError('It is a whole number from 0 to 16.');
  return Number(written);
}

/** `2/4`: the second of four parts. */
export function parseShard(written: string): Shard {
  const [, index = '', count = ''] = /^([1-9]\d{0,3})\/([1-9]\d{0,3})$/.exec(written) ?? [];
  if (index === '' || Number(index) > Number(count)) {
    throw new InvalidArgumentError('Write it as i/n, such as 2/4: the second of four parts.');
  }
  return { index: Number(index), count: Number(count) };
}

/** A fraction from 0 to 1 with at most two decimals, as whole hundredths. */
export function parseHundredths(written: string): number {
  if (!/^(?:0?\.\d{1,2}|0|1|0\.\d{1,2}|1\.0{1,2})$/.test(written)) {
    throw new InvalidArgumentError('It is a fraction from 0 to 1 with at most two decimals, such as 0.75.');
  }
  return Math.round(Number(written) * 100);
}
