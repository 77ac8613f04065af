/** What the command line takes, as far as a shell can help to type it. */
export interface CompletionCommand {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly CompletionOption[];
  /** What its arguments are. */
  readonly takes: Completion;
  readonly commands: readonly CompletionCommand[];
}

export interface CompletionOption {
  /** Such as `-r` and `--rule`. */
  readonly names: readonly string[];
  readonly summary: string;
  /** What comes after it; null for a switch. */
  readonly takes: Completion | null;
}

export type Completion =
  /** Nothing a shell could know. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'files' }
  | { readonly kind: 'words'; readonly words: readonly string[] }
  /** `word=file` */
  | { readonly kind: 'word-and-file'; readonly words: readonly string[] }
  /** Asked of the program at that moment, with `completions --list <name>`. */
  | { readonly kind: 'live'; readonly list: LiveList };

export const LIVE_LISTS = ['rules', 'contracts'] as const;
export type LiveList = (typeof LIVE_LISTS)[number];

/** A command with the way to it, such as `/patterns/list`; the program itself is the empty way. */
export interface PlacedCommand {
  readonly way: string;
  readonly command: CompletionCommand;
}

/** A command and all below it, each before those it holds. */
export function placedCommands(command: CompletionCommand, way = ''): readonly PlacedCommand[] {
  return [{ way, command }, ...command.commands.flatMap((each) => placedCommands(each, `${way}/${each.name}`))];
}
