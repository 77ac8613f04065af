/**
 * Contracts as tests of vitest: `specflow/vitest`. A suite a contract, a test a rule named by its id, so that
 * `vitest -t AUTH-001` asks one rule again. A test file of two lines is all it takes.
 */
import { describe, test } from 'vitest';
import { loadConfig } from './config/load-config.js';
import { type LoadedContracts, loadContracts } from './contract/load-contracts.js';
import { enforce } from './enforce.js';
import { pickRules, type RuleChoice } from './engine/selection/pick-rules.js';
import { readBaselineFile } from './exemptions/baseline-file.js';
import type { CheckResult } from './model/check-result.js';
import type { Config } from './model/config.js';
import type { Rule } from './model/contract.js';
import { maskSecrets, type SecretMask } from './model/mask-secrets.js';
import { once } from './model/once.js';
import { invalid, type Problem, UsageError } from './model/problem.js';
import { sanitize } from './model/sanitize.js';
import { systemClock } from './platform/clock.js';
import { openWorkingTree } from './platform/files/working-tree.js';
import { findProjectRoot } from './platform/project-root.js';
import { enableLinearFallback } from './platform/runtime/regex-engine.js';
import { prescanTree } from './prescan/prescan-tree.js';
import { contractTestText } from './reporters/check-contract-test.js';
import { locationText } from './reporters/text/location-text.js';
import { secretsBeside } from './secrets-beside.js';
import { isCode } from './syntax/is-code.js';

export interface ContractTestOptions {
  /** A folder of the project; the current one when left out. */
  readonly cwd?: string;
  /** Ids of the only rules to test. */
  readonly rules?: readonly string[];
  /** Ids of the only contracts to test. */
  readonly contracts?: readonly string[];
}

/** A failing rule lists this many violations; a log is no place for more. */
const MOST_LISTED = 100;

/**
 * Declares the tests; call it at the top of a test file. A rule fails by what `specflow check` would exit 1 for, and
 * lists each violation with its place. One more test fails for what could not be looked at, a broken contract included.
 */
export function contractTests(options: ContractTestOptions = {}): void {
  const opened = openProject(options);
  const judged = once(() => judge(opened));
  // Looking at everything takes as long as it takes; the first test pays for all.
  const patient = { timeout: Number.POSITIVE_INFINITY };
  describe('specflow', () => {
    test('everything in scope can be judged', patient, () => {
      const problems = [...opened.problems, ...judged().result.problems].filter(
        ({ severity }) => severity !== 'warning',
      );
      if (problems.length > 0) fail(problems.map(problemLine));
    });
  });
  for (const { id, rules } of opened.suites) {
    describe(sanitize(id), () => {
      for (const rule of rules) {
        test(`${sanitize(rule.id)}: ${sanitize(rule.title)}`, patient, () => assertHolds(rule, judged()));
      }
    });
  }
}

interface Project {
  readonly root: string;
  readonly choice: RuleChoice;
  /** Null where it cannot be opened; then a problem says why. */
  readonly ready: { readonly config: Config; readonly loaded: LoadedContracts } | null;
  readonly suites: readonly { readonly id: string; readonly rules: readonly Rule[] }[];
  readonly problems: readonly Problem[];
}

function openProject({ cwd = process.cwd(), rules, contracts }: ContractTestOptions): Project {
  const root = findProjectRoot(cwd);
  const choice = { ruleIds: rules, contractIds: contracts };
  try {
    const config = loadConfig(root);
    const loaded = loadContracts(root, config.contracts);
    const chosen = new Set(pickRules(loaded, choice));
    const suites = loaded.contracts
      .map(({ id, rules: all }) => ({ id, rules: all.filter((rule) => chosen.has(rule)) }))
      .filter((suite) => suite.rules.length > 0);
    const problems = loaded.files.length + loaded.problems.length === 0 ? [noContract(root)] : [];
    return { root, choice, ready: { config, loaded }, suites, problems };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { root, choice, ready: null, suites: [], problems: error.problems };
  }
}

function noContract(root: string): Problem {
  const message = `No contract was found below ${root}.`;
  const help = 'Run "specflow init", or name the folder of the project: contractTests({ cwd }).';
  return invalid('contract/none', null, message, help);
}

const NOTHING: CheckResult = { files: 0, rules: 0, violations: [], problems: [], findings: [] };

interface Judged {
  readonly result: CheckResult;
  readonly mask: SecretMask;
}

function judge({ root, choice, ready }: Project): Judged {
  if (ready === null) return { result: NOTHING, mask: maskSecrets([]) };
  enableLinearFallback();
  const { config, loaded } = ready;
  const { baseline, problems } = readBaselineFile(root);
  const tree = openWorkingTree(root, { maxFileBytes: config.maxFileBytes });
  const request = { tree, contracts: loaded, config, today: systemClock.today(), only: choice, isCode };
  const prescan = prescanTree(tree, config);
  const result = enforce({ ...request, prescan, baseline: baseline ?? undefined });
  const beside = secretsBeside(result, request);
  return {
    result: { ...result, problems: [...result.problems, ...problems, ...beside.problems] },
    mask: maskSecrets([...result.violations, ...beside.violations]),
  };
}

/** A rule that was not looked at everywhere must not be green, even where its test is the only one that runs. */
function assertHolds(rule: Rule, { result: { violations, problems }, mask }: Judged): void {
  const broken = violations.filter((each) => each.rule.id === rule.id && each.exemption === null);
  const lines = broken.map((violation) => {
    const { file, place } = violation;
    const spot = file === null || place === null ? '' : `\n  At: ${locationText(file, place.line, place.column)}`;
    return `${contractTestText(violation, mask)}${spot}`;
  });
  const unseen = problems.filter(({ severity, file }) => {
    return severity === 'incomplete' && (file === null || rule.scope.select([file]).length > 0);
  });
  const left = lines.length - MOST_LISTED;
  const more = left > 0 ? [`and ${left} more: npx specflow check --rule ${sanitize(rule.id)}`] : [];
  const isBroken = rule.severity === 'error' && broken.length > 0;
  if (isBroken || unseen.length > 0) {
    fail([...(isBroken ? [...lines.slice(0, MOST_LISTED), ...more] : []), ...unseen.map(problemLine)]);
  }
}

function problemLine({ code, file, line, column, message, help }: Problem): string {
  const place = file === null ? '' : ` ${locationText(file, line, column)}`;
  return sanitize(`${code}${place}: ${message}${help === null ? '' : `\n  ${help}`}`, '\n');
}

/** Without frames: they would lead into this file, and a code frame of the source would show what is masked here. */
function fail(lines: readonly string[]): never {
  const error = new Error(lines.join('\n'));
  error.stack = `Error: ${error.message}`;
  throw error;
}
