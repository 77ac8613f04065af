import { isExclusion } from '../../globs/check-glob.js';
import type { Rule, Scope } from '../../model/contract.js';
import type { Finding } from '../../model/finding.js';
import { listNames } from '../list-names.js';
import type { Coverage } from '../selection/cover.js';
import { NO_REST, type SilentRest } from '../selection/silent-rest.js';

interface InertGlob {
  readonly glob: string;
  readonly rules: Rule[];
}

/**
 * Globs that select nothing within a scope that selects something: a misspelt folder hides there.
 * Each is told once a contract. Excludes may well select nothing and are not asked.
 */
export function findInertGlobs(
  rules: readonly Rule[],
  coverage: Coverage,
  files: readonly string[],
  compileScope: (globs: readonly string[]) => Scope,
  rest: SilentRest = NO_REST,
): Finding[] {
  const lives = new Map<string, boolean>();
  const isLive = (glob: string): boolean => {
    let live = lives.get(glob);
    if (live === undefined) {
      live = rest.selectedBy([glob]) > 0 || compileScope([glob]).select(files).length > 0;
      lives.set(glob, live);
    }
    return live;
  };

  const inert = new Map<string, InertGlob>();
  for (const rule of rules) {
    const positive = rule.scope.globs.filter((glob) => !isExclusion(glob));
    if (positive.length < 2 || coverage.countOf(rule) === 0) continue;
    for (const glob of positive) {
      if (isLive(glob)) continue;
      const key = `${rule.declaredAt.file}\0${glob}`;
      const known = inert.get(key);
      if (known) known.rules.push(rule);
      else inert.set(key, { glob, rules: [rule] });
    }
  }
  return [...inert.values()].map(toFinding);
}

function toFinding({ glob, rules }: InertGlob): Finding {
  const [first] = rules;
  return {
    code: 'scope/inert-glob',
    ruleId: rules.length === 1 ? (first?.id ?? null) : null,
    file: first?.declaredAt.file ?? null,
    line: first?.declaredAt.line ?? null,
    message: `The glob ${glob} in the scope of ${listNames(rules.map((rule) => rule.id))} selects no file.`,
    help: 'Correct it, or drop it if no such files are meant to exist.',
  };
}
