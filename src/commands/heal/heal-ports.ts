import type { CommandEnd, HealPorts } from '../../heal/ports.js';
import { openWorkingTree } from '../../platform/files/working-tree.js';
import { runCommand } from '../../platform/processes/run-command.js';
import type { Session } from '../workspace/session.js';
import type { RunRecord } from './run-record.js';

const VERIFY_TIMEOUT_MS = 10 * 60 * 1000;

/** What heal may do to this project. Every write goes through the record of the run. */
export function healPorts(root: string, maxFileBytes: number, record: RunRecord, session: Session): HealPorts {
  const tree = openWorkingTree(root, { maxFileBytes });
  return {
    read: (path) => tree.read(path),
    announce: (planned) => record.announce(planned),
    write: (path, expected, bom, next) => record.write(path, expected, bom, next),
    runCommand: (argv) =>
      session.interruptibly<CommandEnd>(() => runCommand(argv, { cwd: root, timeoutMs: VERIFY_TIMEOUT_MS }), {
        kind: 'signalled',
        signal: 'an interrupt',
        output: '',
      }),
  };
}
