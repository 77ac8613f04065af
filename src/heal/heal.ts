/**
 * The heal loop: classify → propose → apply in memory → re-test → gates → keep or drop → escalate.
 * It works on values and on the ports it is handed; it prints nothing, reads no argv, clock or disk,
 * and writes a file only after every gate agreed to all of its fixes, once.
 */

import { compareViolations } from '../engine/compare-violations.js';
import { cover } from '../engine/cover.js';
import type { TypeChecker } from '../fix/types/type-checker.js';
import type { TypeOracle } from '../fix/types/type-oracle.js';
import type { Within } from '../model/bounded.js';
import type { HealConfig } from '../model/config.js';
import type { Rule } from '../model/contract.js';
import type { Finding } from '../model/finding.js';
import type { FixPattern } from '../model/fix-pattern.js';
import type { HealResult } from '../model/heal-result.js';
import { maskSecrets } from '../model/mask-secrets.js';
import type { Violation } from '../model/violation.js';
import type { Review } from '../pattern-store/review-queue.js';
import { watchReads } from './access/watch-reads.js';
import { linesTouched } from './diff/lines-touched.js';
import { unifiedDiff } from './diff/unified-diff.js';
import { draftFiles } from './draft-files.js';
import type { FileDraft } from './heal-file.js';
import { collectFindings } from './outcome/collect-findings.js';
import type { Evidence } from './outcome/evidence.js';
import { type LaterFix, laterFixes } from './outcome/later-fixes.js';
import { type LoneFix, loneFixes } from './outcome/lone-fixes.js';
import { scoreRun } from './outcome/score-run.js';
import { queueGold } from './person/queue-gold.js';
import type { HealPorts } from './ports.js';
import { classify } from './site/classify.js';
import { escalated, locate } from './site/locate.js';
import { placeNames } from './site/place-names.js';
import { verifyWritten } from './writing/verify.js';
import { writeDrafts } from './writing/write-drafts.js';

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
  /** Answers conditions about types; without it such fixes are escalated. */
  readonly types?: TypeOracle | undefined;
  /** Judges what fixes do to types; without it they are not judged by that. */
  readonly typeChecker?: TypeChecker | undefined;
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
  const { config, ports, today } = request;
  const contractFiles = new Set(request.contractFiles);
  const judged = request.files.filter((file) => !contractFiles.has(file) && !file.startsWith('.specflow/'));
  const coverage = cover(request.rules, judged);
  const located = request.violations
    .filter(({ exemption }) => exemption === null)
    .map((violation) => locate(violation, coverage, ports.read));
  const { sites, escalated: together } = classify(located.flatMap((each) => (each.unplaced ? [] : [each.violation])));
  const untried = [
    ...located.flatMap(({ unplaced }) => unplaced ?? []),
    ...together.map(({ violation, reason }) => escalated(violation, reason)),
  ];
  const seen = asked.seen ?? asked.violations;
  const nameOf = placeNames(seen);
  const mask = maskSecrets(seen);
  const { drafts, closed } = await draftFiles({ request, sites, coverage, contractFiles, nameOf, mask });
  const reviewsOf = onceEach((draft: FileDraft) => queueGold(draft, request.runId, today, nameOf, mask));
  if (!request.dryRun) announce(drafts, reviewsOf, ports);
  const written = request.dryRun ? { drafts, problems: [] } : writeDrafts(drafts, ports.write);
  const verified = request.dryRun
    ? { drafts, problems: [] }
    : await verifyWritten(written.drafts, config.verify, ports);

  const scored = scoreRun(request.patterns, verified.drafts, today);
  const outcomes = [...untried, ...closed, ...scored.outcomes].sort((a, b) =>
    compareViolations(a.violation, b.violation),
  );
  const changed = verified.drafts.filter(({ before, after }) => before !== after);
  const changes = changed.map((draft) => ({ file: draft.path, diff: wholeDiff(draft) }));
  const reviews = changed.flatMap(reviewsOf);
  return {
    result: {
      runId: request.runId,
      dryRun: request.dryRun,
      outcomes,
      changes,
      linesTouched: linesTouched(changes),
      findings: [...collectFindings(outcomes, request.dryRun ? [] : reviews, nameOf), ...unresolvedTypes(request)],
      problems: [...watch.problems(), ...written.problems, ...verified.problems],
    },
    patterns: scored.patterns,
    evidence: verified.drafts.flatMap(({ evidence }) => evidence),
    reviews,
    fixes: loneFixes(changed),
    later: laterFixes(changed),
  };
}

/** Of the file as it lies on disk, byte order mark included, so that it can be applied there. */
function wholeDiff({ path, bom, before, after }: FileDraft): string {
  const mark = bom ? '\uFEFF' : '';
  return unifiedDiff(path, mark + before, mark + after);
}

/** A draft that verification leaves as it is asks the same afterwards, and its diffs need not be made again. */
function onceEach<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}

function announce(
  drafts: readonly FileDraft[],
  reviewsOf: (draft: FileDraft) => readonly Review[],
  ports: HealPorts,
): void {
  const changed = drafts.filter(({ before, after }) => before !== after);
  if (changed.length === 0) return;
  ports.announce?.(
    changed.map((draft) => {
      const { path: file, bom, before, after, evidence } = draft;
      return { file, bom, before, after, evidence, reviews: reviewsOf(draft) };
    }),
  );
}

function unresolvedTypes({ typeChecker }: HealRequest): readonly Finding[] {
  const why = typeChecker?.unresolved() ?? null;
  if (why === null) return [];
  const help = 'Install the packages of the project, or set heal_loop.verify_types to "off" in .specflow/config.json.';
  return [{ code: 'types/unresolved', ruleId: null, file: null, line: null, message: why, help }];
}
