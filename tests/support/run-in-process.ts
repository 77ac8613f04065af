import { runProgram } from '../../src/commands/program.js';
import type { Session } from '../../src/commands/workspace/session.js';

export interface Heard {
  out: string;
  err: string;
  code: number | null;
}

/** Runs the command line in this process, from a folder, as a plain terminal of 80 columns would hear it. */
export async function runIn(cwd: string, argv: readonly string[], more: Partial<Session> = {}): Promise<Heard> {
  const heard: Heard = { out: '', err: '', code: null };
  const session: Session = {
    cwd,
    env: {},
    terminal: {
      out: (text) => {
        heard.out += text;
      },
      err: (text) => {
        heard.err += text;
      },
      columns: 80,
      color: false,
      errColor: false,
      isTTY: false,
      isErrTTY: false,
    },
    clock: { today: () => '2026-01-01', now: () => 0 },
    toolVersion: '9.9.9',
    readInput: async () => Buffer.alloc(0),
    canAsk: () => false,
    ask: async () => null,
    interruptibly: (work) => work(),
    conclude: (code) => {
      heard.code = code;
    },
    ...more,
  };
  await runProgram(argv, session);
  return heard;
}
