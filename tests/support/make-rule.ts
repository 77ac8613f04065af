import micromatch from 'micromatch';
import type { AutoFix } from '../../src/model/auto-fix.js';
import type { Check, Rule, Scope, Severity } from '../../src/model/contract.js';

const DECLARED = { file: 'contracts/test.yml', line: 1, column: 1 };

interface CheckOptions {
  readonly message?: string;
  readonly autoFix?: AutoFix | null;
}

type PartialCheck = (index: number) => Check;

const base = (index: number, options: CheckOptions) => ({
  index,
  message: options.message ?? `check ${index}`,
  autoFix: options.autoFix ?? null,
  declaredAt: DECLARED,
});

const patternOf = (regex: RegExp) => ({
  written: String(regex),
  regex: new RegExp(regex.source, `${regex.flags.replace('g', '')}g`),
});

export function forbidden(regex: RegExp, options: CheckOptions & { match?: 'text' | 'code' } = {}): PartialCheck {
  return (index) => ({
    ...base(index, options),
    kind: 'forbidden-pattern',
    pattern: patternOf(regex),
    match: options.match ?? 'text',
  });
}

export function required(regex: RegExp, options: CheckOptions & { require?: 'any' | 'every' } = {}): PartialCheck {
  return (index) => ({
    ...base(index, options),
    kind: 'required-pattern',
    pattern: patternOf(regex),
    require: options.require ?? 'any',
  });
}

export function domains(
  policy: 'allow' | 'forbid',
  hosts: readonly string[],
  options: CheckOptions = {},
): PartialCheck {
  return (index) => ({ ...base(index, options), kind: 'domain', policy, hosts });
}

/** `!glob`, but not the extglob `!(…)`. */
const EXCLUDES = /^!(?!\()/;

/** A scope for tests of everything but scopes: ordered globs by micromatch, the last match decides. */
export function scopeOf(...globs: string[]): Scope {
  return {
    globs,
    select: (files) =>
      files.filter((file) =>
        globs.reduce(
          (inside, glob) =>
            micromatch.isMatch(file, glob.replace(EXCLUDES, ''), { dot: true }) ? !EXCLUDES.test(glob) : inside,
          false,
        ),
      ),
  };
}

interface RuleOptions {
  readonly id?: string;
  readonly severity?: Severity;
  readonly scope?: readonly string[];
  readonly origin?: 'pattern' | 'journey';
  readonly contractId?: string;
  readonly title?: string;
}

/** `makeRule({ id: 'SEC-1' }, forbidden(/eval/), required(/use strict/))` */
export function makeRule(options: RuleOptions, ...checks: readonly PartialCheck[]): Rule {
  return {
    id: options.id ?? 'RULE-1',
    title: options.title ?? 'A rule',
    severity: options.severity ?? 'error',
    contractId: options.contractId ?? 'test',
    origin: options.origin ?? 'pattern',
    scope: scopeOf(...(options.scope ?? ['**/*'])),
    checks: checks.map((make, index) => make(index)),
    exampleViolations: [],
    exampleCompliant: [],
    declaredAt: DECLARED,
  };
}
