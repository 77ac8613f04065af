import { join } from 'node:path';
import { loadConfig } from '../../config/load-config.js';
import { loadContracts } from '../../contract/load-contracts.js';
import { findingId } from '../../findings/finding-record.js';
import { exitCodeOf } from '../../model/exit-code.js';
import type { Finding } from '../../model/finding.js';
import { maskSecrets } from '../../model/mask-secrets.js';
import { indexLines } from '../../model/position.js';
import { usageError } from '../../model/problem.js';
import { nearestName } from '../../model/suggest.js';
import { readSource } from '../../platform/files/read-source.js';
import { openWorkingTree } from '../../platform/files/working-tree.js';
import { findProjectRoot } from '../../platform/project-root.js';
import { secretsIn } from '../../secrets-beside.js';
import { isCode } from '../../syntax/is-code.js';
import { unknownRule } from '../options/unknown-rule.js';
import { reportProblem } from '../output/report-problem.js';
import type { Session } from '../workspace/session.js';
import { toRootPaths } from '../workspace/to-root-paths.js';
import { saveFindings } from './save-findings.js';

interface AddOptions {
  readonly rule?: string;
  readonly file?: string;
  readonly line?: number;
  readonly helpText?: string;
}

/** What a person saw, written down with the line it stands on. */
export function addFinding(message: string, options: AddOptions, session: Session): void {
  if (message.trim() === '')
    throw usageError('usage/message', 'The message is empty.', 'Say what you saw, in one sentence.');
  const root = findProjectRoot(session.cwd);
  const [file = null] = options.file === undefined ? [] : toRootPaths([options.file], root, session.cwd);
  const line = options.line ?? null;
  if (line !== null && file === null)
    throw usageError('usage/line', `There is no file that line ${line} is of.`, 'Name it with --file.');
  refuseUnknown(options.rule, file, root);
  const evidence = file === null || line === null ? null : shownLine(root, file, line, session);
  const said = message.trim();
  const finding: Finding = {
    code: 'owner/observed',
    ruleId: options.rule ?? null,
    file,
    line,
    message: said,
    help: options.helpText ?? null,
    // Two things may be said of one line, and one thing of two lines.
    about: JSON.stringify([said, evidence?.replace(/\s+/g, ' ') ?? null]),
  };
  const { created, problems } = saveFindings(root, [{ finding, evidence }], session.clock.today(), () => []);
  for (const problem of problems) reportProblem(problem, session);
  session.conclude(exitCodeOf(problems, false));
  if (problems.length > 0) return;
  session.terminal.out(
    created.length > 0 ? `added ${findingId(finding)}\n` : `${findingId(finding)} is there already\n`,
  );
}

/** A slip of the pen would be about nothing for ever. @param file root-relative */
function refuseUnknown(rule: string | undefined, file: string | null, root: string): void {
  const config = loadConfig(root);
  if (file !== null && readSource(join(root, file), config.maxFileBytes).kind === 'gone') {
    throw usageError('usage/path-not-found', `There is no file called ${file}.`, 'Name a file of the project.');
  }
  if (rule === undefined) return;
  const { contracts, problems } = loadContracts(root, config.contracts);
  const ids = contracts.flatMap(({ rules, advice }) => [...rules, ...advice].map(({ id }) => id));
  // It may be in a contract that does not load.
  if (ids.includes(rule) || problems.some(({ severity }) => severity !== 'warning')) return;
  // It may also be a rule that is yet to be written, if it is not called nearly like one that is there.
  if (nearestName(rule, ids) !== null) throw unknownRule(rule, ids);
}

/** What is written down is committed: no secret of the line goes along, nor a line of which nobody knows whether it holds one. */
function shownLine(root: string, file: string, line: number, { clock }: Session): string | null {
  const config = loadConfig(root);
  const text = lineIn(root, file, line, config.maxFileBytes);
  const contracts = loadContracts(root, config.contracts);
  const tree = openWorkingTree(root, config);
  const request = { tree, contracts, config, today: clock.today(), isCode };
  const { violations, problems } = secretsIn(new Set([file]), request);
  const isSure = [...contracts.problems, ...problems].every(({ severity }) => severity === 'warning');
  return isSure ? maskSecrets(violations).apply(text) : null;
}

function lineIn(root: string, file: string, line: number, maxFileBytes: number): string {
  const read = readSource(join(root, file), maxFileBytes);
  const lines = read.kind === 'text' ? indexLines(read.text) : null;
  const count = read.kind === 'text' ? read.text.split('\n').length : 0;
  if (!lines || !Number.isSafeInteger(line) || line < 1 || line > count) {
    throw usageError('usage/line', `${file} has no line ${line}.`, 'Name a line of a text file of the project.');
  }
  return lines.lineText(line).trim();
}
