// The story of a check: pick rules → list files → select → read and judge → conclude → exempt → sort.
// It prints nothing, writes nothing and starts nothing; what it could not look at it says.
import { compileScope } from './contract/compile-scope.js';
import type { LoadedContracts } from './contract/load-contracts.js';
import { checkKey } from './engine/check-key.js';
import type { IsCode } from './engine/check-source.js';
import { checkText } from './engine/check-text.js';
import { compareNotes } from './engine/compare-notes.js';
import { compareViolations } from './engine/compare-violations.js';
import { conclude } from './engine/conclude.js';
import { type Coverage, cover } from './engine/cover.js';
import { findInertGlobs } from './engine/find-inert-globs.js';
import { focusOn } from './engine/focus-on.js';
import { pickRules } from './engine/pick-rules.js';
import { isHarmless, reportSkipped, type SkippedFile } from './engine/report-skipped.js';
import { requiresAny } from './engine/requires-any.js';
import { applySuppressions } from './exemptions/apply-suppressions.js';
import { applyWaivers } from './exemptions/apply-waivers.js';
import { readSuppressions, type SuppressionsRead } from './exemptions/read-suppressions.js';
import type { CheckResult } from './model/check-result.js';
import type { Config } from './model/config.js';
import type { Check, Rule } from './model/contract.js';
import type { Problem } from './model/problem.js';
import type { Violation } from './model/violation.js';
import type { SourceTree } from './platform/source-tree.js';

export interface EnforceRequest {
  readonly tree: SourceTree;
  readonly contracts: LoadedContracts;
  readonly config: Config;
  /** ISO date, for waivers. */
  readonly today: string;
  readonly only?: Only | undefined;
  /** Asked for `match: code` checks; without it every match counts. */
  readonly isCode?: IsCode | undefined;
}

/** What to restrict a run to. Whatever is left out does not restrict. */
export interface Only {
  readonly ruleIds?: readonly string[] | undefined;
  readonly contractIds?: readonly string[] | undefined;
  /** Files or folders, root-relative with forward slashes. */
  readonly paths?: readonly string[] | undefined;
  /** Files that changed. Required patterns still look at their whole scope, if a changed file is in it. */
  readonly changed?: ReadonlySet<string> | undefined;
}

/**
 * Judges the files of a tree by the rules of the contracts.
 * @throws UsageError for an unknown rule or contract id, or a path that does not exist
 */
export function enforce(request: EnforceRequest): CheckResult {
  const { tree, contracts, config, today, only = {} } = request;
  const picked = pickRules(contracts.contracts, only);
  const files = filesToJudge(tree, contracts, config);
  const focus = focusOn(files, only, (path) => tree.read(path).kind !== 'gone');
  const coverage = cover(picked, files);
  const inFocus = (file: string): boolean => focus.files === null || focus.files.has(file);
  const rules = focus.files === null ? picked : picked.filter((rule) => coverage.filesOf(rule).some(inFocus));

  const scan = scanFiles(request, rules, coverage, files, inFocus);
  const skipped = reportSkipped(scan.skipped);
  const unseen = new Set(scan.skipped.filter((file) => !isHarmless(file)).map(({ path }) => path));
  const conclusion = conclude(
    rules.map((rule) => {
      const present = coverage.filesOf(rule).filter((file) => !scan.gone.has(file));
      return { rule, files: present.length, unseen: present.filter((file) => unseen.has(file)).length };
    }),
    scan,
  );

  const checkedFully = new Set(focus.files === null ? rules.map((rule) => rule.id) : []);
  const waived = applyWaivers({
    violations: [...scan.violations, ...conclusion.violations],
    contracts: contracts.contracts,
    today,
    isFullyChecked: (ruleId) => checkedFully.has(ruleId),
    compileScope,
  });
  const suppressed = applySuppressions({
    violations: waived.violations,
    suppressions: scan.suppressions.suppressions,
    rules: new Map(contracts.contracts.flatMap((contract) => contract.rules.map((rule) => [rule.id, rule]))),
    allowNonNegotiable: config.suppressions.allowNonNegotiable,
    isChecked: (ruleId, file) => rules.some((rule) => rule.id === ruleId && coverage.rulesOf(file).includes(rule)),
  });

  return {
    files: scan.files,
    rules: rules.length,
    violations: [...suppressed.violations].sort(compareViolations),
    problems: [
      ...contracts.problems,
      ...scan.problems,
      ...skipped.problems,
      ...conclusion.problems,
      ...waived.problems,
      ...unlistedFolders(tree, config, focus.touches),
    ].sort(compareNotes),
    findings: [
      ...contracts.findings,
      ...focus.findings,
      ...scan.suppressions.findings,
      ...skipped.findings,
      ...conclusion.findings,
      ...waived.findings,
      ...suppressed.findings,
      ...(focus.files === null ? findInertGlobs(rules, coverage, files, compileScope) : []),
    ].sort(compareNotes),
  };
}

/** Contract files hold the forbidden words, and `.specflow/` is our own state: neither is ever judged. */
function filesToJudge(tree: SourceTree, contracts: LoadedContracts, config: Config): readonly string[] {
  const listed = tree.list();
  const left = new Set([...contracts.files, ...compileScope(config.exclude).select(listed)]);
  return listed.filter((file) => !file.startsWith('.specflow/') && !left.has(file));
}

interface Scan {
  /** How many texts were looked at. */
  readonly files: number;
  readonly violations: readonly Violation[];
  readonly problems: readonly Problem[];
  readonly satisfied: ReadonlySet<string>;
  readonly undecided: ReadonlySet<string>;
  readonly skipped: readonly SkippedFile[];
  readonly gone: ReadonlySet<string>;
  readonly suppressions: SuppressionsRead;
}

/**
 * Reads each file once and runs on it what is asked of it: every check on a file in focus, elsewhere only required
 * patterns that any file may satisfy and none has yet. A file nothing is asked of is not read.
 */
function scanFiles(
  request: EnforceRequest,
  rules: readonly Rule[],
  coverage: Coverage,
  listed: readonly string[],
  inFocus: (file: string) => boolean,
): Scan {
  const { tree, isCode } = request;
  const active = new Set(rules);
  const violations: Violation[] = [];
  const problems: Problem[] = [];
  const satisfied = new Set<string>();
  const undecided = new Set<string>();
  const skipped: SkippedFile[] = [];
  const gone = new Set<string>();
  const suppressions: SuppressionsRead[] = [];
  let files = 0;

  const judge = (path: string, wants: (rule: Rule, check: Check) => boolean): void => {
    const asking = coverage
      .rulesOf(path)
      .filter((rule) => active.has(rule) && rule.checks.some((check) => wants(rule, check)));
    if (asking.length === 0) return;
    const read = tree.read(path);
    if (read.kind === 'gone') gone.add(path);
    else if (read.kind === 'skipped') skipped.push({ path, rules: asking.length, ...read });
    else {
      const report = checkText({ path, text: read.text }, asking, { isCode, wants });
      files++;
      for (const violation of report.violations) violations.push(violation);
      problems.push(...report.problems);
      for (const key of report.satisfied) satisfied.add(key);
      for (const key of report.undecided) undecided.add(key);
      if (inFocus(path)) suppressions.push(readSuppressions(path, read.text));
    }
  };

  const isOpen = (rule: Rule, check: Check): boolean => requiresAny(check) && !satisfied.has(checkKey(rule, check));
  const near = listed.filter((file) => inFocus(file) && coverage.rulesOf(file).length > 0);
  tree.prefetch?.(near);
  for (const path of near) judge(path, (rule, check) => !requiresAny(check) || isOpen(rule, check));

  const open = rules.filter((rule) => rule.checks.some((check) => isOpen(rule, check)));
  const far = [...new Set(open.flatMap((rule) => coverage.filesOf(rule)))].filter((file) => !inFocus(file));
  tree.prefetch?.(far);
  for (const path of far) judge(path, isOpen);

  return {
    files,
    violations,
    problems,
    satisfied,
    undecided,
    skipped,
    gone,
    suppressions: {
      suppressions: suppressions.flatMap((read) => read.suppressions),
      findings: suppressions.flatMap((read) => read.findings),
    },
  };
}

function unlistedFolders(tree: SourceTree, config: Config, touches: (folder: string) => boolean): Problem[] {
  const unlisted = tree.unlisted?.() ?? [];
  const probes = unlisted.filter(touches).map((folder) => `${folder}/x`);
  const excluded = new Set(compileScope(config.exclude).select(probes));
  return probes
    .filter((probe) => !excluded.has(probe))
    .map((probe) => ({
      code: 'file/unlisted-folder',
      severity: 'incomplete',
      file: probe.slice(0, -2),
      line: null,
      column: null,
      message: 'This folder could not be opened, so the files in it were not looked at.',
      help: 'Make it readable for the user who runs the check, or add it to `exclude` in .specflow/config.json.',
    }));
}
