import { type Completion, type CompletionCommand, type PlacedCommand, placedCommands } from './completion.js';

/** For fish from 3.0 on. */
export function fishCompletions(program: CompletionCommand): string {
  const places = placedCommands(program);
  const ways = places.filter(({ way }) => way !== '').map(({ way }) => quoted(way));
  return `# Completions of specflow for fish. Put this into ~/.config/fish/config.fish: specflow completions fish | source
function __specflow_at
    set -l way ''
    for each in (commandline -opc)[2..-1]
        switch "$way/$each"
            case ${ways.join(' ')}
                set way "$way/$each"
        end
    end
    test "$way" = "$argv[1]"
end
function __specflow_live
    set -l program (string replace -r '^~' $HOME -- (commandline -opc)[1])
    command $program completions --list $argv[1] --titles 2>/dev/null
end
complete -c specflow -f
${places.flatMap(linesFor).join('\n')}
`;
}

function linesFor({ way, command }: PlacedCommand): readonly string[] {
  const at = `complete -c specflow -n ${quoted(`__specflow_at ${quoted(way)}`)}`;
  const options = command.options.map(({ names, summary, takes }) => {
    const spelt = names.map((name) => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`));
    return `${at} ${spelt.join(' ')}${takes === null ? '' : ` ${offer(takes, true)}`} -d ${quoted(summary)}`;
  });
  const commands = command.commands.map(({ name, summary }) => `${at} -a ${quoted(name)} -d ${quoted(summary)}`);
  const takes = command.commands.length > 0 ? '' : offer(command.takes, false);
  return [...options, ...commands, ...(takes === '' ? [] : [`${at} ${takes}`])];
}

function offer(takes: Completion, isValue: boolean): string {
  const exclusive = isValue ? '-x ' : '';
  switch (takes.kind) {
    case 'unknown':
      return exclusive.trim();
    case 'files':
      return isValue ? '-r -F' : '-F';
    case 'words':
      return `${exclusive}-a ${quoted(takes.words.join(' '))}`;
    case 'word-and-file':
      return `-r -F -a ${quoted(takes.words.map((word) => `${word}=`).join(' '))}`;
    case 'live':
      return `${exclusive}-a ${quoted(`(__specflow_live ${takes.list})`)}`;
  }
}

/** Fish has its own escapes inside single quotes. */
function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
