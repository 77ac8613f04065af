import type { Finding } from '../../model/finding.js';
import { isLossy } from '../../model/lossy-path.js';
import { plural } from '../../model/plural.js';
import { incomplete, type Problem } from '../../model/problem.js';
import { listNames, namesAll } from '../list-names.js';
import { isMedia } from './is-media.js';

/** A file that rules wanted to look at and could not. */
export interface SkippedFile {
  readonly path: string;
  readonly reason: 'binary' | 'not-utf8' | 'too-big' | 'unreadable' | 'not-a-file';
  /** One clause, such as `it holds NUL bytes`. */
  readonly detail: string;
  /** How many rules have it in scope. */
  readonly rules: number;
}

/** Whether nobody could have meant this file to be read as text; any other skipped file leaves the check incomplete. */
export function isHarmless(skipped: SkippedFile): boolean {
  return skipped.reason === 'not-a-file' || (skipped.reason !== 'unreadable' && isMedia(skipped.path));
}

/** One problem for each file that matters; one finding for all that do not, of each kind. */
export function reportSkipped(skipped: readonly SkippedFile[]): {
  readonly problems: readonly Problem[];
  readonly findings: readonly Finding[];
} {
  const harmless = skipped.filter(isHarmless);
  const media = harmless.filter(({ reason }) => reason !== 'not-a-file');
  const special = harmless.filter(({ reason }) => reason === 'not-a-file');
  return {
    problems: skipped.filter((file) => !isHarmless(file)).map(toProblem),
    findings: [
      ...summarise(media, 'file/binary', 'binary by content and by name'),
      ...summarise(special, 'file/not-a-file', 'no regular files (links, pipes, submodules)'),
    ],
  };
}

function toProblem({ path, reason, detail, rules }: SkippedFile): Problem {
  return incomplete(
    `file/${reason}`,
    path,
    `${rules === 1 ? 'One rule wants' : `${rules} rules want`} to look at this file, but ${detail}.`,
    reason === 'unreadable' && isLossy(path) ? RENAME : HELP[reason],
  );
}

const RENAME = 'Rename the file, or the folder it is in: only names that are UTF-8 can be opened.';

const HELP: Readonly<Record<SkippedFile['reason'], string>> = {
  binary: 'Take it out of the scopes with a `!` glob, or add it to `exclude` in .specflow/config.json.',
  'not-utf8': 'Convert it to UTF-8, or add it to `exclude` in .specflow/config.json.',
  'too-big': 'Raise `max_file_bytes` in .specflow/config.json, or add it to `exclude` there.',
  unreadable: 'Make it readable for the user who runs the check, or add it to `exclude` in .specflow/config.json.',
  'not-a-file': 'Take it out of the scopes with a `!` glob.',
};

function summarise(files: readonly SkippedFile[], code: string, what: string): Finding[] {
  const [first] = files;
  if (!first) return [];
  const names = files.map(({ path }) => path);
  const message = `${plural(files.length, 'file')} in scope not looked at, ${what}: ${listNames(names)}`;
  if (files.length === 1) return [{ code, ruleId: null, file: first.path, line: null, message, help: null }];
  return [
    {
      code,
      ruleId: null,
      file: null,
      line: null,
      message,
      help: namesAll(names) ? null : '`specflow check --format json` names each of them.',
      files: names,
    },
  ];
}
