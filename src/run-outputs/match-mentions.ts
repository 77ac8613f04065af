import type { Finding } from '../model/finding.js';
import { groupBy } from '../model/group-by.js';
import { incomplete, type Problem } from '../model/problem.js';
import { sanitize } from '../model/sanitize.js';
import type { Violation } from '../model/violation.js';
import { type FindFile, fileFinder } from './file-finder.js';
import type { Mention, MentionedPlace } from './mention.js';

/** What a check of this project says now. */
export interface Checked {
  readonly violations: readonly Violation[];
  readonly ruleIds: readonly string[];
  /** Every file of the tree, root-relative. */
  readonly files: readonly string[];
  readonly contractFiles: readonly string[];
  /** Absolute, with forward slashes. */
  readonly root: string;
  /** The folder the output may be relative to, root-relative; empty for the root itself. */
  readonly folder: string;
}

export interface MatchedMentions {
  /** Violations that are mentioned, in the order of the check. */
  readonly violations: readonly Violation[];
  /** What is mentioned and not violated. */
  readonly findings: readonly Finding[];
  /** What is mentioned and could not be looked for. */
  readonly problems: readonly Problem[];
}

/**
 * The violations that some output means, out of those that a check finds now. A line that has moved since is followed
 * where the rule is broken only once in that file; a mention without a line means all of that rule in the file, and
 * one without a file all of the rule.
 */
export function matchMentions(mentions: readonly Mention[], checked: Checked): MatchedMentions {
  const known = new Map(checked.ruleIds.map((id) => [sanitize(id), id]));
  const byFingerprint = new Map(checked.violations.map((violation) => [violation.fingerprint, violation]));
  const byRule = groupBy(checked.violations, ({ rule }) => rule.id);
  const findFile = fileFinder(checked);
  const picked = new Set<Violation>();
  const findings: Finding[] = [];
  const problems: Problem[] = [];
  for (const mention of mentions) {
    const rules = mention.ruleIds.map((id) => known.get(sanitize(id)) ?? null);
    problems.push(...unknownRules(mention, rules));
    const ruleIds = rules.filter((id) => id !== null);
    if (ruleIds.length === 0) continue;
    const same = mention.fingerprint === null ? undefined : byFingerprint.get(mention.fingerprint);
    const found = same
      ? { violations: [same], findings: [], problems: [] }
      : lookUp(mention, ruleIds, byRule, findFile);
    for (const violation of found.violations) picked.add(violation);
    findings.push(...found.findings);
    problems.push(...found.problems);
  }
  return { violations: checked.violations.filter((violation) => picked.has(violation)), findings, problems };
}

function lookUp(
  { places, isNowhere }: Mention,
  ruleIds: readonly string[],
  byRule: ReadonlyMap<string, readonly Violation[]>,
  findFile: FindFile,
): MatchedMentions {
  const candidates = ruleIds.flatMap((id) => byRule.get(id) ?? []);
  const nowhere = candidates.filter(({ file }) => file === null);
  const located = places.map((place) => ({ place, at: findFile(place) }));
  const findings: Finding[] = [];
  const problems: Problem[] = [];
  const violations = located.flatMap(({ place, at }): readonly Violation[] => {
    if (at.kind === 'unknown') {
      problems.push(unknownFile(place, ruleIds));
      return [];
    }
    const meant = at.kind === 'contract' ? nowhere : inFile(candidates, at.file, place.line);
    if (meant.length === 0) {
      const file = at.kind === 'contract' ? null : at.file;
      const others = candidates
        .filter((violation) => violation.file === file)
        .flatMap((each) => each.place?.line ?? []);
      findings.push(notViolated(ruleIds, file, place.line, others));
    }
    return meant;
  });
  if (places.length > 0) return { violations, findings, problems };
  const meant = isNowhere ? nowhere : candidates;
  return { violations: meant, findings: meant.length === 0 ? [notViolated(ruleIds, null, null, [])] : [], problems };
}

function inFile(candidates: readonly Violation[], file: string, line: number | null): readonly Violation[] {
  const there = candidates.filter((violation) => violation.file === file);
  if (line === null) return there;
  const onLine = there.filter(({ place }) => place === null || (place.line <= line && line <= place.endLine));
  return onLine.length > 0 || there.length !== 1 ? onLine : there;
}

function notViolated(
  ruleIds: readonly string[],
  file: string | null,
  line: number | null,
  others: readonly number[],
): Finding {
  const [ruleId = null] = ruleIds;
  const elsewhere = others.length === 0 ? '' : ` It is broken in this file on line ${others.slice(0, 5).join(', ')}.`;
  return {
    code: 'from/not-violated',
    ruleId,
    file,
    line,
    message: `The output names this, and ${ruleIds.join(' and ')} is not violated there now.${elsewhere}`,
    help: elsewhere === '' ? null : 'Heal that file by its path, or run the check again.',
  };
}

function unknownRules({ ruleIds, places }: Mention, rules: readonly (string | null)[]): readonly Problem[] {
  const where = places[0]?.file ?? null;
  if (ruleIds.length === 0) {
    return [
      unresolved(
        'from/no-rule',
        `The output tells of a violation${where === null ? '' : ` in ${where}`} and names no rule.`,
      ),
    ];
  }
  return ruleIds.flatMap((id, at) => {
    return rules[at] === null
      ? [unresolved('from/unknown-rule', `The output names ${id}, and no contract has such a rule.`)]
      : [];
  });
}

function unknownFile({ file }: MentionedPlace, ruleIds: readonly string[]): Problem {
  return unresolved(
    'from/unknown-file',
    `The output names ${file} for ${ruleIds.join(', ')}, and there is no such file here.`,
  );
}

function unresolved(code: string, message: string): Problem {
  const help = 'Nothing was healed for it. "specflow check" tells what is violated here.';
  return incomplete(code, null, message, help);
}
