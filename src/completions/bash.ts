import { shellQuoted } from '../model/shell-quoted.js';
import { valueBranches, wayPattern } from './case-branches.js';
import { type Completion, type CompletionCommand, type PlacedCommand, placedCommands } from './completion.js';

/** For bash from 3.2 on. Words are compared, never expanded: `compgen -W` would run what stands in a rule's id. */
export function bashCompletions(program: CompletionCommand): string {
  const places = placedCommands(program);
  return `# Completions of specflow for bash. Put this into ~/.bashrc: source <(specflow completions bash)
_specflow_words() {
  local each
  for each in "$@"; do
    [[ $each == "$word"* ]] && COMPREPLY+=("$each")
  done
}
_specflow_live() {
  local each
  while IFS= read -r each; do
    [[ $each == "$word"* ]] && COMPREPLY+=("$each")
  done < <("\${COMP_WORDS[0]/#\\~/$HOME}" completions --list "$1" 2>/dev/null)
}
_specflow_files() {
  local each
  while IFS= read -r each; do COMPREPLY+=("$each"); done < <(compgen -f -- "$word")
  compopt -o filenames 2>/dev/null
}
_specflow() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" way='' at
  COMPREPLY=()
  for ((at = 1; at < COMP_CWORD; at++)); do
    case "$way/\${COMP_WORDS[at]}" in
      ${wayPattern(places)}) way="$way/\${COMP_WORDS[at]}" ;;
    esac
  done
  # Readline takes a word apart at "=".
  if [[ $word == '=' ]]; then word=''; elif [[ $before == '=' ]]; then before="\${COMP_WORDS[COMP_CWORD-2]}"; fi
  case "$way $before" in
${places.flatMap((place) => valueBranches(place, offer)).join('\n')}
  esac
  if [[ $word == -* ]]; then
    case "$way" in
${places.map(optionCase).join('\n')}
    esac
    return
  fi
  case "$way" in
${places.map(argumentCase).join('\n')}
  esac
}
complete -F _specflow specflow
`;
}

function optionCase({ way, command }: PlacedCommand): string {
  const names = command.options.flatMap((option) => option.names).map(shellQuoted);
  return `      ${shellQuoted(way)}) _specflow_words ${names.join(' ')} ;;`;
}

function argumentCase({ way, command }: PlacedCommand): string {
  const { commands, takes } = command;
  const what = commands.length > 0 ? { kind: 'words' as const, words: commands.map(({ name }) => name) } : takes;
  return `    ${shellQuoted(way)}) ${offer(what)} ;;`;
}

function offer(takes: Completion): string {
  switch (takes.kind) {
    case 'unknown':
      return ':';
    case 'files':
      return '_specflow_files';
    case 'words':
      return `_specflow_words ${takes.words.map(shellQuoted).join(' ')}`;
    case 'word-and-file':
      return `compopt -o nospace 2>/dev/null; _specflow_words ${takes.words.map((word) => shellQuoted(`${word}=`)).join(' ')}`;
    case 'live':
      return `_specflow_live ${takes.list}`;
  }
}
