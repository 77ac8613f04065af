import type { Session } from '../workspace/session.js';

/**
 * What a coding agent leaves in the environment of the commands it runs. `quiet` ones are also there in a terminal of
 * a person, and count only where nobody watches the output as it comes.
 */
const AGENT_MARKS: readonly { readonly name: string; readonly value?: RegExp; readonly quiet?: true }[] = [
  { name: 'AI_AGENT' },
  { name: 'CLAUDECODE' },
  { name: 'CLAUDE_CODE' },
  { name: 'CODEX_SANDBOX' },
  { name: 'CODEX_THREAD_ID' },
  { name: 'CURSOR_AGENT' },
  { name: 'GEMINI_CLI' },
  { name: 'COPILOT_AGENT' },
  { name: 'COPILOT_CLI' },
  { name: 'OPENCODE' },
  { name: 'AUGMENT_AGENT' },
  { name: 'JUNIE_DATA' },
  { name: 'JUNIE_SHIM_PATH' },
  { name: 'REPL_ID', quiet: true },
  { name: 'GOOSE_PROVIDER', quiet: true },
  { name: 'PATH', value: /\.pi[\\/]agent/, quiet: true },
  { name: 'EDITOR', value: /devin/, quiet: true },
  { name: 'TERM_PROGRAM', value: /kiro/, quiet: true },
];

/**
 * What is printed where nobody said `--format`: `agent` for a coding agent, `github` in a step of GitHub Actions,
 * `pretty` for everybody else. Looked up here, because the environment is the session's and start-up is every run's.
 * @param known the formats of the command
 */
export function defaultFormat(
  { env, terminal }: Pick<Session, 'env' | 'terminal'>,
  known: (format: string) => boolean,
): string {
  const isMarked = ({ name, value, quiet }: (typeof AGENT_MARKS)[number]): boolean => {
    const found = env[name] ?? '';
    return found !== '' && (value === undefined || value.test(found)) && (quiet === undefined || !terminal.isTTY);
  };
  if (known('agent') && AGENT_MARKS.some(isMarked)) return 'agent';
  return known('github') && env.GITHUB_ACTIONS === 'true' ? 'github' : 'pretty';
}
