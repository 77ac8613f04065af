// Which files hold the patterns that one file of a scope has to hold, as of a commit. With it a check of what is staged
// need not look further than the few files that differ from that commit. Kept under `.specflow/cache/`; only ever a
// saving: whatever is doubtful about it counts as nothing known.
import { checkKey } from '../../engine/check-key.js';
import type { Inspect } from '../../engine/inspection/inspection.js';
import { requiresAny } from '../../engine/requires-any.js';
import type { Rule } from '../../model/contract.js';
import { keepSealed, readSealed } from './sealed-cache.js';

export interface Witnesses {
  /** Id of the commit. */
  readonly commit: string;
  /** What it is good for: rules, configuration, program. One line. */
  readonly key: string;
  /**
   * By the key of the check, a file that holds its pattern, in the commit or where it is one of `unsure` as it was
   * staged; null where none of the commit does, but for `unsure`.
   */
  readonly found: Readonly<Record<string, string | null>>;
  /** Paths nobody looked at as the commit has them. */
  readonly unsure: readonly string[];
}

const NAME = 'witnesses.json';
/** What is kept says itself what it is good for. */
const KEY = 'witnesses';
const MAX_BYTES = 4 * 1024 * 1024;

export function readWitnesses(root: string): Witnesses | null {
  const body = readSealed(root, NAME, MAX_BYTES, KEY);
  const value: unknown = body && JSON.parse(body.toString());
  return isWitnesses(value) ? value : null;
}

export function keepWitnesses(root: string, witnesses: Witnesses): void {
  keepSealed(root, NAME, KEY, [JSON.stringify(witnesses)]);
}

/** All that decides which files hold a pattern one file has to hold. */
export function witnessKey(rules: readonly Rule[], ...more: readonly unknown[]): string {
  const asked = rules.flatMap((rule) =>
    rule.checks
      .filter(requiresAny)
      .map((check) => [
        checkKey(rule, check),
        rule.scope.globs,
        { ...check, declaredAt: null, autoFix: null },
        'pattern' in check ? String(check.pattern.regex) : '',
      ]),
  );
  return JSON.stringify([asked, ...more]);
}

/** Listens to a run, and tells what it learnt. */
export interface WitnessWatch {
  watch(look: Inspect): Inspect;
  /**
   * @param isAsCommitted whether the commit holds the file as it was looked at
   */
  found(isAsCommitted: (path: string) => boolean): Readonly<Record<string, string | null>>;
}

export function watchWitnesses(): WitnessWatch {
  const holders = new Map<string, string[]>();
  const doubtful = new Set<string>();
  return {
    watch: (look) => (path, rules, wants) => {
      const seen = look(path, rules, wants);
      const asked = rules.flatMap((rule) =>
        rule.checks.filter((check) => requiresAny(check) && wants(rule, check)).map((check) => checkKey(rule, check)),
      );
      for (const key of asked) if (!holders.has(key)) holders.set(key, []);
      const isClear = seen.kind === 'text' && seen.undecided.length + seen.problems.length === 0;
      if (!isClear) for (const key of asked) doubtful.add(key);
      if (seen.kind === 'text') for (const key of seen.satisfied) holders.get(key)?.push(path);
      return seen;
    },
    found(isAsCommitted) {
      const known: Record<string, string | null> = {};
      for (const [key, paths] of holders) {
        // One that is not as committed is worth something as long as it differs: then it is looked at anyway.
        const witness = paths.find(isAsCommitted) ?? paths[0];
        if (witness !== undefined) known[key] = witness;
        else if (!doubtful.has(key)) known[key] = null;
      }
      return known;
    },
  };
}

/** The seal says that we wrote it. */
function isWitnesses(value: unknown): value is Witnesses {
  return typeof value === 'object' && value !== null && 'commit' in value && 'found' in value && 'unsure' in value;
}
