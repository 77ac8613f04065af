// The story of a check: pick rules → list files → select → read and judge → conclude → exempt → sort.
// A shard stops short of concluding: it says what it saw of its files, and `report merge` goes on from there.
// It prints nothing, writes nothing and starts nothing; what it could not look at it says.

import type { LoadedContracts } from './contract/load-contracts.js';
import { findAbsentFiles } from './engine/blind-spots/find-absent-files.js';
import { findClosedFolders } from './engine/blind-spots/find-closed-folders.js';
import { findInertGlobs } from './engine/blind-spots/find-inert-globs.js';
import { isHarmless, reportSkipped } from './engine/blind-spots/report-skipped.js';
import { tellGivenUp } from './engine/blind-spots/tell-given-up.js';
import type { IsCode } from './engine/check-source.js';
import { compareNotes } from './engine/compare-notes.js';
import { type Conclusion, conclude } from './engine/conclude.js';
import { askOutside } from './engine/inspection/ask-outside.js';
import { inspectAhead } from './engine/inspection/inspect-ahead.js';
import type { Inspect, Inspection } from './engine/inspection/inspection.js';
import type { Foresight, Prescan } from './engine/inspection/prescan.js';
import { TimeBudget } from './engine/inspection/time-budget.js';
import type { Verdicts } from './engine/inspection/verdicts.js';
import { requiresAny } from './engine/requires-any.js';
import { type Scan, scanFiles } from './engine/scan-files.js';
import { type Coverage, cover } from './engine/selection/cover.js';
import { type Focus, focusOn } from './engine/selection/focus-on.js';
import { pickRules } from './engine/selection/pick-rules.js';
import { type Shard, shardOf } from './engine/selection/shard-of.js';
import { NO_REST, type SilentRest } from './engine/selection/silent-rest.js';
import { compareViolations } from './engine/violations/compare-violations.js';
import { applyBaseline } from './exemptions/apply-baseline.js';
import { applySuppressions } from './exemptions/apply-suppressions.js';
import { applyWaivers } from './exemptions/apply-waivers.js';
import { type Baseline, type BaselineEntry, EMPTY_BASELINE } from './exemptions/baseline.js';
import { readSuppressions } from './exemptions/read-suppressions.js';
import { compileScope } from './globs/compile-scope.js';
import type { Bounded } from './model/bounded.js';
import type { CheckResult } from './model/check-result.js';
import type { Config } from './model/config.js';
import type { Rule } from './model/contract.js';
import type { Finding } from './model/finding.js';
import { incomplete, type Problem } from './model/problem.js';
import type { Violation } from './model/violation.js';
import type { SourceTree } from './platform/files/source-tree.js';
import { runBounded } from './platform/runtime/run-bounded.js';
import { isTemporaryPath } from './platform/scratch/temporary-file.js';

export interface EnforceRequest {
  readonly tree: SourceTree;
  readonly contracts: LoadedContracts;
  readonly config: Config;
  /** ISO date, for waivers. */
  readonly today: string;
  readonly only?: Only | undefined;
  /** Asked for `match: code` checks, as `check` does with the `isCode` of this package; without it every match counts. */
  readonly isCode?: IsCode | undefined;
  /** Violations that are known and do not count, as `readBaselineFile` reads them; without it all are new. */
  readonly baseline?: Baseline | undefined;
  /** Looks at these files only, and leaves to the merge of all shards what only a whole scope can tell. */
  readonly shard?: Shard | undefined;
  /** Told what was seen of each file that was looked at. */
  readonly record?: ((path: string, seen: Inspection) => void) | undefined;
  /** Breaks off patterns that take too long; the watchdog of this process when left out. */
  readonly bounded?: Bounded | undefined;
  /** Stands between a run and its looking at files: answers for some of them, and lets the others through. */
  readonly remember?: ((look: Inspect) => Inspect) | undefined;
  /** Keys (`checkKey`) of required patterns that a file holds which the tree does not list. */
  readonly satisfied?: ReadonlySet<string> | undefined;
  /** Answers for the files, which are then not read; the tree still lists them. */
  readonly inspect?: Inspect | undefined;
  /** What judging files gave before; asked where a prescan has gone ahead. */
  readonly verdicts?: Verdicts | undefined;
  /** Goes ahead over the files, so that only checks that have something to say are asked. */
  readonly prescan?: Prescan | undefined;
  /** Files the tree does not list, of a run that nothing else restricts. */
  readonly rest?: SilentRest | undefined;
}

/** What to restrict a run to. Whatever is left out does not restrict. */
export interface Only {
  readonly ruleIds?: readonly string[] | undefined;
  readonly contractIds?: readonly string[] | undefined;
  /** Files or folders, root-relative with forward slashes. */
  readonly paths?: readonly string[] | undefined;
  /** Files that changed. Required patterns still look at their whole scope, if a changed file is in it. */
  readonly changed?: ReadonlySet<string> | undefined;
  /** Files that went: a required pattern may have gone with one. */
  readonly removed?: ReadonlySet<string> | undefined;
}

/**
 * Judges the files of a tree by the rules of the contracts. Waivers and suppressions always count; with `isCode` and the
 * baseline given, and asked of all files, it finds what `specflow check` finds.
 * @throws UsageError for an unknown rule or contract id, or a path that does not exist
 */
export function enforce(request: EnforceRequest): CheckResult {
  const { tree, contracts, config, only = {}, shard, rest = NO_REST } = request;
  const picked = pickRules(contracts, only);
  const files = filesToJudge(tree, contracts, config);
  const focus = focusOn(files, only, (path) => tree.read(path).kind !== 'gone');
  const coverage = cover(picked, files, rest);
  const inFocus = (file: string): boolean => focus.files === null || focus.files.has(file);
  const removed = new Set([...(only.removed ?? [])].filter(focus.touches));
  const isConcerned = (rule: Rule): boolean => coverage.filesOf(rule).some(inFocus) || lostFile(rule, files, removed);
  const rules = focus.files === null ? picked : picked.filter(isConcerned);

  const scan = lookAt(files, { rules, coverage, inFocus }, request);
  const isWhole = focus.files === null && !shard;
  const outOfReach = isWhole ? findOutOfReach(rules, request) : [];
  const isTold = new Set(outOfReach.map(({ file }) => file));
  const skipped = reportSkipped(scan.skipped.filter(({ path }) => !isTold.has(path)));
  const conclusion = shard ? NOTHING : concludeRules(rules, coverage, scan);
  const problems = [
    ...contracts.problems,
    ...tellGivenUp(scan.problems),
    ...skipped.problems,
    ...conclusion.problems,
    ...unlistedFolders(tree, config, focus.touches),
  ];
  const exempted = exempt(request, [...scan.violations, ...conclusion.violations], {
    rules,
    coverage,
    scan,
    focus,
    isComplete: problems.every(({ severity }) => severity === 'warning'),
  });

  return {
    files: scan.files + rest.files,
    rules: rules.length,
    violations: [...exempted.violations].sort(compareViolations),
    problems: [...problems, ...exempted.problems].sort(compareNotes),
    findings: [
      ...contracts.findings,
      ...unknownIgnores(tree),
      ...focus.findings,
      ...focus.unruled((file) => coverage.rulesOf(file).length > 0),
      ...scan.suppressions.findings,
      ...skipped.findings,
      ...conclusion.findings,
      ...exempted.findings,
      ...outOfReach,
      ...(isWhole ? findInertGlobs(rules, coverage, files, compileScope, rest) : []),
    ].sort(compareNotes),
  };
}

const NOTHING: Conclusion = { violations: [], findings: [], problems: [] };

interface Asked {
  readonly rules: readonly Rule[];
  readonly coverage: Coverage;
  readonly inFocus: (file: string) => boolean;
}

/** Goes through the files, behind the prescan where there is one. */
function lookAt(files: readonly string[], { rules, coverage, inFocus }: Asked, request: EnforceRequest): Scan {
  const { tree, shard, prescan, inspect, satisfied } = request;
  const { rulesOf } = coverage;
  let foresight: Foresight | null = null;
  const prefetch = (paths: readonly string[], isNear: boolean): void => {
    foresight?.end();
    tree.prefetch?.(paths);
    foresight = (isNear ? prescan?.(paths, rulesOf) : null) ?? null;
  };
  return scanFiles({
    rules,
    coverage,
    listed: shard ? files.filter((file) => shardOf(file, shard.count) === shard.index) : files,
    inFocus,
    satisfied,
    inspect: inspector(request, rulesOf, () => foresight),
    prefetch: inspect ? undefined : prefetch,
  });
}

/** Folders that nobody enters and files that are not on disk, as far as rules ask for what is there. */
function findOutOfReach(rules: readonly Rule[], { tree, contracts, config }: EnforceRequest): readonly Finding[] {
  const judged = (some: readonly string[]): readonly string[] => filesToJudge({ list: () => some }, contracts, config);
  return [
    ...findClosedFolders(rules, tree.closed?.() ?? [], judged),
    ...findAbsentFiles(rules, judged(tree.absent?.() ?? [])),
  ];
}

/** Whether a file that went lay in the scope of a pattern that one file of it has to hold. */
function lostFile(rule: Rule, files: readonly string[], removed: ReadonlySet<string>): boolean {
  if (removed.size === 0 || !rule.checks.some(requiresAny)) return false;
  return rule.scope.select([...files, ...removed]).some((file) => removed.has(file));
}

/** Reads and judges, or asks whoever did so before; either way it is on record. */
function inspector(
  request: EnforceRequest,
  rulesOf: (file: string) => readonly Rule[],
  foresight: () => Foresight | null,
): Inspect {
  const { tree, config, inspect, record, remember, verdicts, bounded = runBounded } = request;
  const { isCode = undefined, ...asked } = request.isCode ? askOutside(request.isCode, bounded) : { bounded };
  const budget = new TimeBudget(asked.bounded, config.timeLimits);
  const look: Inspect =
    inspect ??
    inspectAhead({
      budget,
      foresight,
      rulesOf,
      read: (path) => {
        const read = tree.read(path);
        if (read.kind !== 'text') return read;
        return { kind: 'source', source: { path, text: read.text }, suppressions: readSuppressions(path, read.text) };
      },
      isCode,
      verdicts,
    });
  const through = remember?.(look) ?? look;
  return (path, rules, wants) => {
    const seen = through(path, rules, wants);
    record?.(path, seen);
    return seen;
  };
}

function concludeRules(rules: readonly Rule[], coverage: Coverage, scan: Scan): Conclusion {
  const unseen = new Set(scan.skipped.filter((file) => !isHarmless(file)).map(({ path }) => path));
  const counted = new Map<readonly string[], { readonly gone: number; readonly unseen: number }>();
  const countsOfScope = (selected: readonly string[]) => {
    const countIn = (some: { readonly size: number; has(file: string): boolean }): number =>
      some.size === 0 ? 0 : selected.filter((file) => some.has(file)).length;
    const counts = { gone: countIn(scan.gone), unseen: countIn(unseen) };
    counted.set(selected, counts);
    return counts;
  };
  return conclude(
    rules.map((rule) => {
      const selected = coverage.filesOf(rule);
      const { gone, unseen } = counted.get(selected) ?? countsOfScope(selected);
      return { rule, files: coverage.countOf(rule) - gone, unseen };
    }),
    scan,
  );
}

interface Looked {
  readonly rules: readonly Rule[];
  readonly coverage: Coverage;
  readonly scan: Scan;
  readonly focus: Focus;
  /** Whether nothing was left unseen. */
  readonly isComplete: boolean;
}

/** Marks, in this order, what is waived, suppressed, and known to the baseline. */
function exempt(
  request: EnforceRequest,
  violations: readonly Violation[],
  looked: Looked,
): { readonly violations: readonly Violation[] } & Pick<Conclusion, 'problems' | 'findings'> {
  const { contracts, config, today, shard } = request;
  const { rules, coverage, scan, focus } = looked;
  const checkedFully = new Set(focus.files === null && !shard ? rules.map((rule) => rule.id) : []);
  const waived = applyWaivers({
    violations,
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
  const based = applyBaseline({
    violations: suppressed.violations,
    baseline: request.baseline ?? EMPTY_BASELINE,
    isLookedFor: (entry) => !shard && looked.isComplete && isLookedFor(entry, request, looked),
  });
  return {
    violations: based.violations,
    problems: waived.problems,
    findings: [...waived.findings, ...suppressed.findings, ...based.findings],
  };
}

/** A rule that no contract has any more finds nothing either, once all of them were asked. */
function isLookedFor(
  { ruleId, file }: BaselineEntry,
  { contracts, only = {} }: EnforceRequest,
  looked: Looked,
): boolean {
  const { rules, focus } = looked;
  const isInFocus =
    focus.files === null || (file !== null && (focus.files.has(file) || only.removed?.has(file) === true));
  if (rules.some((rule) => rule.id === ruleId)) return isInFocus || file === null;
  const isDropped = !contracts.contracts.some((contract) => contract.rules.some((rule) => rule.id === ruleId));
  return isDropped && isInFocus && !only.ruleIds && !only.contractIds;
}

/** Contract files hold the forbidden words, `.specflow/` is our own state, and so is what a kill left: none is ever judged. */
export function filesToJudge(
  tree: Pick<SourceTree, 'list'>,
  contracts: Pick<LoadedContracts, 'files'>,
  config: Pick<Config, 'exclude'>,
): readonly string[] {
  const listed = tree.list();
  const left = new Set([...contracts.files, ...compileScope(config.exclude).select(listed)]);
  return listed.filter((file) => !file.startsWith('.specflow/') && !left.has(file) && !isTemporaryPath(file));
}

function unknownIgnores(tree: SourceTree): readonly Finding[] {
  const why = tree.ignoresUnknown?.() ?? null;
  if (why === null) return [];
  return [
    {
      code: 'git/unusable',
      ruleId: null,
      file: null,
      line: null,
      message: `What .gitignore names was looked at like everything else, for ${why}.`,
      help: 'See what "git status" says here, and put that right.',
      about: 'ignored files',
    },
  ];
}

function unlistedFolders(tree: SourceTree, config: Config, touches: (folder: string) => boolean): Problem[] {
  // What we keep for ourselves there is of no use to anybody, and what else lies there is asked for by name.
  const unlisted = (tree.unlisted?.() ?? []).filter((folder) => !folder.startsWith('.specflow/'));
  const probes = unlisted.filter(touches).map((folder) => `${folder}/x`);
  const excluded = new Set(compileScope(config.exclude).select(probes));
  return probes
    .filter((probe) => !excluded.has(probe))
    .map((probe) =>
      incomplete(
        'file/unlisted-folder',
        probe.slice(0, -2),
        'This folder could not be opened, so the files in it were not looked at.',
        'Make it readable for the user who runs the check, or add it to `exclude` in .specflow/config.json.',
      ),
    );
}
