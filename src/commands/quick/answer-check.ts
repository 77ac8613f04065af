import { checkPretty } from '../../reporters/check-pretty.js';
import type { CheckOptions } from '../check/check-options.js';
import { runCheck } from '../check/run-check.js';
import { defaultFormat } from '../options/default-format.js';
import type { Session } from '../workspace/session.js';
import { settle } from '../workspace/settle.js';

type Flag = '--staged' | '--dirty' | '--quiet' | '-q' | '--strict' | '--findings' | '--stats' | '--no-cache';

/** What each of the options that take no value says; `check.ts` tells about them, and about `--since`. */
const FLAGS: Readonly<Record<Flag, Partial<CheckOptions>>> = {
  '--staged': { staged: true },
  '--dirty': { dirty: true },
  '--quiet': { quiet: true },
  '-q': { quiet: true },
  '--strict': { strict: true },
  '--findings': { findings: true },
  '--stats': { stats: true },
  '--no-cache': { cache: false },
};

/**
 * Checks as hooks and people mostly ask for it. The parser of command lines, with all it knows of every command, would
 * be a good part of the time a commit has to wait.
 * @param argv what comes after `check`
 * @returns false where more was asked: nothing was done then
 */
export async function answerCheck(argv: readonly string[], session: Session): Promise<boolean> {
  const asked = plainQuestion(argv, session);
  if (asked === null) return false;
  await settle(session, async () => {
    const { paths, options } = asked;
    const reporters =
      options.format === 'pretty' ? { pretty: checkPretty } : (await import('../check/check-outputs.js')).CHECK_OUTPUTS;
    await runCheck(paths, options, reporters, session);
  });
  return true;
}

/** What a command line asks. */
interface Question {
  readonly paths: readonly string[];
  readonly options: CheckOptions;
}

/** What changes are judged is asked for in one way; anything else is a mistake, which the whole parser explains. */
const WAYS = ['--staged', '--dirty', '--since'];

function plainQuestion(argv: readonly string[], session: Session): Question | null {
  const flags: Flag[] = [];
  const paths: string[] = [];
  let since: string | undefined;
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at] ?? '';
    if (word === '--since' && since === undefined) since = argv[++at] ?? '';
    else if (isFlag(word)) flags.push(word);
    else if (/^[^-]/.test(word)) paths.push(word);
    else return null;
  }
  const ways = new Set(argv.filter((word) => WAYS.includes(word)));
  if (ways.size > 1 || (since !== undefined && !/^[^-]/.test(since))) return null;
  const format = defaultFormat(session, () => true);
  const plain = { rule: [], contract: [], output: [], cache: true, format, ...(since === undefined ? {} : { since }) };
  return { paths, options: Object.assign(plain, ...flags.map((flag) => FLAGS[flag])) };
}

function isFlag(word: string): word is Flag {
  return Object.hasOwn(FLAGS, word);
}
