/**
 * The heal loop: classify → propose → apply in memory → re-test → gates → keep or drop → escalate.
 * It works on values and on the ports it is handed; it prints nothing, reads no argv, clock or disk,
 * and writes a file only after every gate agreed to all of its fixes, once.
 */

import type { SpeakersOf } from '../engine/inspection/prescan.js';
import { type Coverage, cover } from '../engine/selection/cover.js';
import { compareViolations } from '../engine/violations/compare-violations.js';
import { type Within, withoutLimit } from '../model/bounded.js';
import type { HealConfig } from '../model/config.js';
import type { Rule } from '../model/contract.js';
import type { Finding } from '../model/finding.js';
import type { FixPattern } from '../model/fix-pattern.js';
import type { Packages } from '../model/fix-site.js';
import type { HealOutcome, HealResult } from '../model/heal-result.js';
import { maskSecrets, type SecretMask } from '../model/mask-secrets.js';
import type { TypeOracle } from '../model/type-oracle.js';
import type { Violation } from '../model/violation.js';
import type { Review } from '../pattern-store/reviews/review-queue.js';
import type { TypeChecker } from '../semantics/types/type-checker.js';
import { watchReads } from './access/watch-reads.js';
import { linesTouched } from './diff/lines-touched.js';
import { unifiedDiff } from './diff/unified-diff.js';
import { draftFiles } from './draft-files.js';
import { type FileDraft, isChanged } from './file-draft.js';
import type { YamlErrors } from './gates/gate.js';
import { GATES } from './gates/index.js';
import type { HealContext } from './heal-context.js';
import { collectFindings } from './outcome/collect-findings.js';
import { escalated } from './outcome/escalation.js';
import type { Evidence } from './outcome/evidence.js';
import { type LaterFix, laterFixes } from './outcome/later-fixes.js';
import { type LoneFix, loneFixes } from './outcome/lone-fixes.js';
import { scoreRun } from './outcome/score-run.js';
import { queueGold } from './person/queue-gold.js';
import type { HealPorts, PlannedFile } from './ports.js';
import { PROPOSERS } from './proposers/index.js';
import { settlesWithin } from './proposers/settles.js';
import { classify } from './site/classify.js';
import { locate } from './site/locate.js';
import { placeKeys, placeNames } from './site/place-names.js';
import type { Site } from './site/site.js';
import { verifyWritten } from './writing/verify.js';
import { type Written, writeDrafts } from './writing/write-drafts.js';

export interface HealRequest {
  readonly runId: string;
  /** As a check found them; exempt ones are left alone and are not in the result. */
  readonly violations: readonly Violation[];
  /** What else the check saw in the files in question, secrets above all: places are named and texts masked by it. */
  readonly seen?: readonly Violation[] | undefined;
  /** Every rule in force, also those that found nothing: fixes are judged by all of them. */
  readonly rules: readonly Rule[];
  /** Every file of the tree, from which scopes select. */
  readonly files: readonly string[];
  /** Root-relative paths of the loaded contracts; never written to. */
  readonly contractFiles: readonly string[];
  readonly patterns: readonly FixPattern[];
  /** Keys of places at which a person rejected a fix, see `placeKeys`: nothing is applied there. */
  readonly rejected?: ReadonlySet<string> | undefined;
  readonly config: HealConfig;
  readonly dryRun: boolean;
  /** ISO date. */
  readonly today: string;
  readonly ports: HealPorts;
  /** Breaks off regular expressions that take too long; without it they take their time. */
  readonly within?: Within | undefined;
  /** Tells of `rules` which have something to say of a text, where that costs less than to ask all; without it all are asked. */
  readonly speakersOf?: SpeakersOf | undefined;
  /** Answers conditions about types; without it such fixes are escalated. */
  readonly types?: TypeOracle | undefined;
  /** Tells which packages an import may name, and for which Node they are; without it any. */
  readonly packages?: Packages | undefined;
  /** Judges what fixes do to types; without it they are not judged by that. */
  readonly typeChecker?: TypeChecker | undefined;
  /** Tells whether YAML is broken by a fix; without it nobody looks. */
  readonly yamlErrors?: YamlErrors | undefined;
}

export interface HealAnswer {
  readonly result: HealResult;
  /** The patterns with what this run taught them (in a dry run: would have). */
  readonly patterns: readonly FixPattern[];
  /** Of each applied fix one, and what spoke against patterns: what the scores are computed from. */
  readonly evidence: readonly Evidence[];
  /** Gold applications to queue for review. */
  readonly reviews: readonly Review[];
  /** The fixes that can also be made one by one, on the files as they were. */
  readonly fixes: readonly LoneFix[];
  /** The others. */
  readonly later: readonly LaterFix[];
}

/**
 * Mends what is safe among the violations of a check, and says of each other one why it was left. Every fix is proven in
 * memory first; files are read and written, and commands run, through the ports alone. A dry run writes nothing.
 */
export async function healViolations(asked: HealRequest): Promise<HealAnswer> {
  const watch = watchReads(asked.ports);
  const request = { ...asked, ports: watch.ports };
  const { runId, dryRun, today, ports, violations: reported, seen = reported } = request;
  const nameOf = placeNames(seen);
  const mask = maskSecrets(seen);
  const contractFiles = new Set(request.contractFiles);
  const coverage = coverageOf(request, contractFiles);
  const context = contextOf(request, nameOf, mask);
  const { sites, untried } = sitesOf(request, coverage, context);
  const task = { sites, reported, coverage, contractFiles, ports };
  const { drafts, closed } = await draftFiles(task, context);
  const reviewsOf = remembered((draft: FileDraft) => queueGold(draft, { runId, today, nameOf, mask }));
  const written = dryRun ? { drafts, problems: [] } : await writeProven(drafts, reviewsOf, request);
  const scored = scoreRun(request.patterns, written.drafts, today);
  const outcomes = [...untried, ...closed, ...scored.outcomes].sort((a, b) =>
    compareViolations(a.violation, b.violation),
  );
  const changed = written.drafts.filter(isChanged);
  const changes = changed.map((draft) => ({ file: draft.path, diff: wholeDiff(draft) }));
  const reviews = changed.flatMap(reviewsOf);
  const findings = [...collectFindings(outcomes, dryRun ? [] : reviews, nameOf), ...unresolvedTypes(request)];
  const problems = [...watch.problems(), ...written.problems];
  return {
    result: { runId, dryRun, outcomes, changes, linesTouched: linesTouched(changes), findings, problems },
    patterns: scored.patterns,
    evidence: written.drafts.flatMap(({ evidence }) => evidence),
    reviews,
    fixes: loneFixes(changed),
    later: laterFixes(changed),
  };
}

/** Which rule looks at which file, what heal never judges left out. */
function coverageOf({ rules, files }: HealRequest, contractFiles: ReadonlySet<string>): Coverage {
  return cover(
    rules,
    files.filter((file) => !contractFiles.has(file) && !file.startsWith('.specflow/')),
  );
}

interface SitesOfRun {
  /** By file. */
  readonly sites: ReadonlyMap<string, readonly Site[]>;
  /** What has no place to be mended in by itself. */
  readonly untried: readonly HealOutcome[];
}

function sitesOf({ violations, ports }: HealRequest, coverage: Coverage, { settles }: HealContext): SitesOfRun {
  const located = violations
    .filter(({ exemption }) => exemption === null)
    .map((violation) => locate(violation, coverage, ports.read, settles));
  const { sites, escalated: together } = classify(located.flatMap((each) => (each.unplaced ? [] : [each.violation])));
  const untried = [
    ...located.flatMap(({ unplaced }) => unplaced ?? []),
    ...together.map(({ violation, reason }) => escalated(violation, reason)),
  ];
  return { sites, untried };
}

function contextOf(request: HealRequest, nameOf: (violation: Violation) => string, mask: SecretMask): HealContext {
  const { patterns, config, today, within, speakersOf, types, packages, typeChecker, yamlErrors } = request;
  const { agent, person } = request.ports;
  const isRejected = rejectedIn(request.rejected, nameOf);
  const settles = settlesWithin(within ?? withoutLimit);
  const judges = { within, speakersOf, types, packages, typeChecker, yamlErrors, person };
  return { proposers: PROPOSERS, gates: GATES, ...judges, patterns, config, today, isRejected, settles, agent, mask };
}

function rejectedIn(
  rejected: ReadonlySet<string> | undefined,
  nameOf: (violation: Violation) => string,
): (violation: Violation) => boolean {
  if (rejected === undefined || rejected.size === 0) return () => false;
  // Older stores know places by their fingerprints alone.
  return (violation) => [violation.fingerprint, ...placeKeys(violation, nameOf)].some((key) => rejected.has(key));
}

/** Writes what was proven in memory, and takes back what the verify commands blame. */
async function writeProven(
  drafts: readonly FileDraft[],
  reviewsOf: (draft: FileDraft) => readonly Review[],
  { config, ports }: HealRequest,
): Promise<Written> {
  const changed = drafts.filter(isChanged);
  if (changed.length > 0) ports.announce?.(changed.map((draft) => plannedOf(draft, reviewsOf(draft))));
  const written = writeDrafts(drafts, ports.write);
  const verified = await verifyWritten(written.drafts, config.verify, ports);
  return { drafts: verified.drafts, problems: [...written.problems, ...verified.problems] };
}

function plannedOf({ path: file, bom, before, after, evidence }: FileDraft, reviews: readonly Review[]): PlannedFile {
  return { file, bom, before, after, evidence, reviews };
}

/** Of the file as it lies on disk, byte order mark included, so that it can be applied there. */
function wholeDiff({ path, bom, before, after }: FileDraft): string {
  const mark = bom ? '\uFEFF' : '';
  return unifiedDiff(path, mark + before, mark + after);
}

/** A draft that verification leaves as it is asks the same afterwards, and its diffs need not be made again. */
function remembered<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}

function unresolvedTypes({ typeChecker }: HealRequest): readonly Finding[] {
  const why = typeChecker?.unresolved() ?? null;
  if (why === null) return [];
  const help = 'Install the packages of the project, or set heal_loop.verify_types to "off" in .specflow/config.json.';
  return [{ code: 'types/unresolved', ruleId: null, file: null, line: null, message: why, help }];
}
