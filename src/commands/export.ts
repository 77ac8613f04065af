import { join } from 'node:path';
import { Command, Option } from 'commander';
import { planBlock } from '../integrations/agents-md.js';
import { exitCodeOf } from '../model/exit-code.js';
import { usageError } from '../model/problem.js';
import { sanitize } from '../model/sanitize.js';
import { readSource } from '../platform/files/read-source.js';
import { createFile, replaceFile } from '../platform/files/write-file.js';
import { reportProblem } from './output/report-problem.js';
import { requireWritten } from './output/require-written.js';
import { say, sayBeside } from './output/say.js';
import type { Session } from './workspace/session.js';
import { openWorkspace } from './workspace/workspace.js';

const FILES = ['AGENTS.md', 'CLAUDE.md'];
const MAX_BYTES = 4 * 1024 * 1024;

interface ExportOptions {
  readonly file: string;
  readonly check?: true;
}

export function exportCommand(session: Session): Command {
  const command = new Command('export').description('Write what the contracts ask into files that others read.');
  command
    .command('agents-md')
    .description('keep a marked block with the rules and commands up to date, for coding agents')
    .addOption(new Option('--file <name>', 'which file of the project').choices(FILES).default('AGENTS.md'))
    .option('--check', 'write nothing; exit 1 when the block is stale or missing')
    .action((options: ExportOptions) => exportAgentsMd(options, session));
  return command;
}

function exportAgentsMd({ file, check }: ExportOptions, session: Session): void {
  const { terminal } = session;
  const { root, loaded } = openWorkspace(session);
  const code = exitCodeOf(loaded.problems, false);
  // Rules of a contract that did not load would be missing, and their absence would read as freedom.
  if (code !== 0) {
    for (const problem of loaded.problems) reportProblem(problem, session);
    sayBeside(`${file} was not written: not all contracts load.\n`, terminal);
    session.conclude(code);
    return;
  }
  const read = readSource(join(root, file), MAX_BYTES);
  if (read.kind === 'skipped') throw refusal(file, read.detail);
  const before = read.kind === 'text' ? read.text : null;
  const plan = planBlock(
    before,
    loaded.contracts.flatMap(({ rules }) => rules),
  );
  if (plan.kind === 'refused') throw refusal(file, plan.reason);
  if (!plan.isStale) {
    terminal.out(`${file} is up to date.\n`);
    session.conclude(0);
    return;
  }
  if (check) {
    say(`${file} is stale. Run: specflow export agents-md --file ${file}\n`, terminal);
    session.conclude(1);
    return;
  }
  requireWritten(
    file,
    read.kind === 'text' ? replaceFile(root, file, read.text, read.bom, plan.text) : createFile(root, file, plan.text),
  );
  say(`${before === null ? 'Created' : 'Updated'} ${sanitize(join(root, file))}.\n`, terminal);
  session.conclude(0);
}

function refusal(file: string, reason: string): Error {
  return usageError(
    'export/refused',
    `${file} was left alone: ${reason}.`,
    'Put that right, or name another file with --file.',
  );
}
