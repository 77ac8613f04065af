import { resolve, sep } from 'node:path';
import type { LoadedContracts } from '../contract/load-contracts.js';
import type { CheckResult } from '../model/check-result.js';
import { usageError } from '../model/problem.js';
import { sanitize } from '../model/sanitize.js';
import { pathBelow } from '../platform/path-below.js';
import { readText } from '../platform/read-text.js';
import { OUTPUT_READERS, readRunOutput } from '../run-outputs/index.js';
import { matchMentions } from '../run-outputs/match-mentions.js';
import type { Session } from './session.js';

const MAX_BYTES = 64 * 1024 * 1024;

interface Found {
  readonly workspace: { readonly root: string; readonly loaded: LoadedContracts };
  readonly found: CheckResult;
  readonly files: readonly string[];
}

/**
 * What a check found, restricted to what the output of another run names. The output is a list of where to look and
 * nothing more: what it names is judged here, by the contracts of this project.
 * @param from a file, or `-` for standard input
 * @throws UsageError where it cannot be read, or nothing in it is understood
 */
export async function mentionedOnly(
  from: string,
  { workspace, found, files }: Found,
  session: Session,
): Promise<CheckResult> {
  const { root, loaded } = workspace;
  const ruleIds = loaded.contracts.flatMap(({ rules }) => rules.map(({ id }) => id));
  const mentions = readRunOutput(await readOutput(from, session), ruleIds);
  if (mentions === null) throw notUnderstood(from);
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

async function readOutput(from: string, session: Session): Promise<string> {
  if (from === '-') {
    const bytes = await session.readInput();
    if (bytes.length > MAX_BYTES)
      throw unreadable('standard input', `it is larger than ${MAX_BYTES / 1024 / 1024} MiB`);
    return decoded(bytes);
  }
  const read = readText(resolve(session.cwd, from), MAX_BYTES);
  if (read.kind === 'text') return read.text;
  throw unreadable(from, read.kind === 'missing' ? 'there is no such file' : read.detail);
}

/** Logs hold what programs print, and a byte that is no text must not keep the rest from being read. */
function decoded(bytes: Buffer): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8').decode(bytes);
}

function unreadable(from: string, why: string): Error {
  return usageError(
    'from/unreadable',
    `${sanitize(from)} cannot be read: ${why}.`,
    'Name a file after --from, or - for standard input.',
  );
}

function notUnderstood(from: string): Error {
  const where = from === '-' ? 'standard input' : sanitize(from);
  const names = OUTPUT_READERS.map(({ name }) => name).join('; ');
  return usageError(
    'from/not-understood',
    `Nothing in ${where} reads as a violation of a contract.`,
    `It was looked for: ${names}. Without --from, heal looks at everything.`,
  );
}
