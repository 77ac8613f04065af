import type { HealConfig } from '../../model/config.js';
import { markedCommand } from '../../platform/processes/marked-command.js';
import { type CommandResult, runCommand } from '../../platform/processes/run-command.js';
import { type ProcessWatch, watchProcesses } from '../../platform/processes/watch-processes.js';
import type { Scratch } from '../../platform/scratch/scratch.js';
import type { Session } from '../workspace/session.js';

const MAX_ANSWER_BYTES = 1024 * 1024;

export interface AgentProcess {
  run(prompt: string): Promise<CommandResult>;
  /** Ends whatever it left running. @returns how many processes could not be stopped */
  endAll(): number;
}

/** The command, started anew for each task in the scratch folder. */
export function agentProcess(
  command: readonly string[],
  scratch: Scratch,
  { agentEnv, agentTimeoutMs }: Pick<HealConfig, 'agentEnv' | 'agentTimeoutMs'>,
  env: Session['env'],
): AgentProcess {
  const named = Object.fromEntries(agentEnv.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])));
  const { argv, mark } = markedCommand(command);
  let watch: ProcessWatch | null = null;
  return {
    run: (prompt) =>
      runCommand(argv, {
        onStart: (pid) => {
          watch = watchProcesses(pid, scratch.folder, mark);
        },
        onKill: () => watch?.look(),
        cwd: scratch.folder,
        timeoutMs: agentTimeoutMs,
        input: prompt,
        env: { ...named, ...scratch.env },
        maxOutputBytes: MAX_ANSWER_BYTES,
      }),
    endAll() {
      scratch.endAll();
      return watch?.endAll() ?? 0;
    },
  };
}
