// What bash and zsh spell alike: the branches of a `case` over the commands and options that are typed.
import { shellQuoted } from '../model/shell-quoted.js';
import type { Completion, PlacedCommand } from './completion.js';

/** Matches the way to each command, the program itself left out. */
export function wayPattern(places: readonly PlacedCommand[]): string {
  return places
    .filter(({ way }) => way !== '')
    .map(({ way }) => shellQuoted(way))
    .join('|');
}

/** A branch for each option of a command that takes a value. @param offer the code that completes one */
export function valueBranches(
  { way, command }: PlacedCommand,
  offer: (takes: Completion) => string,
): readonly string[] {
  return command.options.flatMap(({ names, takes }) => {
    if (takes === null) return [];
    return [`    ${names.map((name) => shellQuoted(`${way} ${name}`)).join('|')}) ${offer(takes)}; return ;;`];
  });
}
