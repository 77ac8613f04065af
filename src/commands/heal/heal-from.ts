import { resolve, sep } from 'node:path';
import type { CheckResult } from '../../model/check-result.js';
import { usageError } from '../../model/problem.js';
import { sanitize } from '../../model/sanitize.js';
import { readText } from '../../platform/files/read-text.js';
import { pathBelow } from '../../platform/paths/path-below.js';
import { OUTPUT_READERS, readRunOutput } from '../../run-outputs/index.js';
import { matchMentions } from '../../run-outputs/match-mentions.js';
import type { Session } from '../workspace/session.js';
import type { Choice } from './heal-choice.js';

const MAX_BYTES = 64 * 1024 * 1024;

/** The output of another run. */
export interface RunOutput {
  /** What to call it in a message. */
  readonly name: string;
  readonly text: string;
}

/**
 * @param from a file, or `-` for standard input
 * @throws UsageError where it cannot be read
 */
export async function readOutput(from: string, session: Session): Promise<RunOutput> {
  if (from === '-') {
    const name = 'standard input';
    const bytes = await session.readInput();
    if (bytes.length > MAX_BYTES) throw unreadable(name, `it is larger than ${MAX_BYTES / 1024 / 1024} MiB`);
    return { name, text: decoded(bytes) };
  }
  const read = readText(resolve(session.cwd, from), MAX_BYTES);
  if (read.kind === 'text') return { name: from, text: read.text };
  throw unreadable(from, read.kind === 'missing' ? 'there is no such file' : read.detail);
}

/**
 * What a check found, restricted to what the output of another run names. The output is a list of where to look and
 * nothing more: what it names is judged here, by the contracts of this project.
 * @throws UsageError where nothing in it is understood
 */
export function mentionedOnly(output: RunOutput, { workspace, found, files }: Choice, session: Session): CheckResult {
  const { root, loaded } = workspace;
  const ruleIds = loaded.contracts.flatMap(({ rules }) => rules.map(({ id }) => id));
  const mentions = readRunOutput(output.text, ruleIds);
  if (mentions === null) throw notUnderstood(output.name);
  const matched = matchMentions(mentions, {
    violations: found.violations,
    ruleIds,
    files,
    contractFiles: loaded.files,
    root: root.split(sep).join('/'),
    folder: pathBelow(root, session.cwd) ?? '',
  });
  return {
    ...found,
    violations: matched.violations,
    findings: [...found.findings, ...matched.findings],
    problems: [...found.problems, ...matched.problems],
  };
}

function decoded(bytes: Buffer): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8').decode(bytes);
}

function unreadable(name: string, why: string): Error {
  return usageError(
    'from/unreadable',
    `${sanitize(name)} cannot be read: ${why}.`,
    'Name a file after --from, or - for standard input.',
  );
}

function notUnderstood(name: string): Error {
  const names = OUTPUT_READERS.map(({ name }) => name).join('; ');
  return usageError(
    'from/not-understood',
    `Nothing in ${sanitize(name)} reads as a violation of a contract.`,
    `It was looked for: ${names}. Without --from, heal looks at everything.`,
  );
}
