import { shellQuoted } from '../model/shell-quoted.js';
import { valueBranches, wayPattern } from './case-branches.js';
import { type Completion, type CompletionCommand, type PlacedCommand, placedCommands } from './completion.js';

/** Works from a file called `_specflow` in `$fpath`, and when it is sourced. */
export function zshCompletions(program: CompletionCommand): string {
  const places = placedCommands(program);
  return `#compdef specflow
# Completions of specflow for zsh. Put this into ~/.zshrc, after compinit: source <(specflow completions zsh)
_specflow_live() {
  local -a found
  found=(\${(f)"$("\${words[1]/#\\~/$HOME}" completions --list $1 2>/dev/null)"})
  compadd -a found
}
_specflow() {
  local before="\${words[CURRENT-1]}" way='' each
  local -a found
  for each in "\${(@)words[2,CURRENT-1]}"; do
    case "$way/$each" in
      ${wayPattern(places)}) way="$way/$each" ;;
    esac
  done
  case "$way $before" in
${places.flatMap((place) => valueBranches(place, offer)).join('\n')}
  esac
  if [[ "\${words[CURRENT]}" == -* ]]; then
    case "$way" in
${places.map(optionCase).join('\n')}
    esac
    _describe -o option found
    return
  fi
  case "$way" in
${places.map(argumentCase).join('\n')}
  esac
}
if [ "$funcstack[1]" = _specflow ]; then _specflow "$@"; else compdef _specflow specflow; fi
`;
}

function optionCase({ way, command }: PlacedCommand): string {
  const entries = command.options.flatMap(({ names, summary }) => names.map((name) => described(name, summary)));
  return `      ${shellQuoted(way)}) found=(${entries.join(' ')}) ;;`;
}

function argumentCase({ way, command }: PlacedCommand): string {
  const { commands, takes } = command;
  if (commands.length === 0) return `    ${shellQuoted(way)}) ${offer(takes)} ;;`;
  const entries = commands.map(({ name, summary }) => described(name, summary));
  return `    ${shellQuoted(way)}) found=(${entries.join(' ')}); _describe command found ;;`;
}

function described(name: string, summary: string): string {
  return shellQuoted(`${name}:${summary}`);
}

function offer(takes: Completion): string {
  switch (takes.kind) {
    case 'unknown':
      return ':';
    case 'files':
      return '_files';
    case 'words':
      return `compadd -- ${takes.words.map(shellQuoted).join(' ')}`;
    case 'word-and-file':
      return `if compset -P '*='; then _files; else compadd -S '' -- ${takes.words.map((word) => shellQuoted(`${word}=`)).join(' ')}; fi`;
    case 'live':
      return `_specflow_live ${takes.list}`;
  }
}
