import { checkPretty } from '../../reporters/check-pretty.js';
import type { CheckOptions } from '../check/check-options.js';
import { runCheck } from '../check/run-check.js';
import { defaultFormat } from '../options/default-format.js';
import type { Session } from '../workspace/session.js';
import { settle } from '../workspace/settle.js';

type Flag = '--staged' | '--dirty' | '--quiet' | '-q' | '--strict' | '--findings' | '--stats' | '--no-cache';

/** What each of the options that take no value says; `check.ts` tells about them. */
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
  const options = plainOptions(argv, session);
  if (options === null) return false;
  await settle(session, async () => {
    const reporters =
      options.format === 'pretty' ? { pretty: checkPretty } : (await import('../check/check-outputs.js')).CHECK_OUTPUTS;
    await runCheck([], options, reporters, session);
  });
  return true;
}

function plainOptions(argv: readonly string[], session: Session): CheckOptions | null {
  const flags = argv.filter(isFlag);
  const isPlain = flags.length === argv.length && !(flags.includes('--staged') && flags.includes('--dirty'));
  if (!isPlain) return null;
  const format = defaultFormat(session, () => true);
  return Object.assign(
    { rule: [], contract: [], output: [], cache: true, format },
    ...flags.map((flag) => FLAGS[flag]),
  );
}

function isFlag(word: string): word is Flag {
  return Object.hasOwn(FLAGS, word);
}
