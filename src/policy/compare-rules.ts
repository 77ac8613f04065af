import type { Check, Contract, Rule } from '../model/contract.js';
import type { Finding } from '../model/finding.js';
import { compareFixes } from './compare-fixes.js';
import { compareGlobs } from './compare-globs.js';
import { added, weakening } from './weakening.js';

/** Rules that are gone, or ask for less, or of fewer files. @param files the listing scopes select from */
export function compareRules(
  before: readonly Contract[],
  after: readonly Contract[],
  files: readonly string[],
): readonly Finding[] {
  const now = new Map(after.flatMap(({ rules }) => rules.map((rule) => [rule.id, rule] as const)));
  return before.flatMap(({ rules }) =>
    rules.flatMap((rule) => {
      const next = now.get(rule.id);
      return next === undefined ? [removed(rule)] : compareRule(rule, next, files);
    }),
  );
}

function removed({ id, title, declaredAt }: Rule): Finding {
  return weakening('rule-removed', { ruleId: id, file: declaredAt.file }, `The rule ${id} (${title}) is gone.`);
}

function compareRule(before: Rule, after: Rule, files: readonly string[]): readonly Finding[] {
  const { id } = after;
  const place = { ruleId: id, file: after.declaredAt.file, line: after.declaredAt.line };
  const findings: Finding[] = [];
  if (before.severity === 'error' && after.severity === 'warning') {
    findings.push(weakening('severity-lowered', place, `${id} was an error and is only a warning now.`));
  }
  const lost = compareGlobs(before.scope.globs, after.scope.globs, {
    before: before.scope.select(files),
    after: after.scope.select(files),
  });
  if (lost !== null) findings.push(weakening('scope-narrowed', place, `The scope of ${id} is narrower: ${lost}.`));
  for (const demand of added(demandsOf(after), demandsOf(before), (words) => words)) {
    findings.push(weakening('check-removed', place, `${id} does not ask any more, or otherwise: ${demand}.`));
  }
  for (const host of allowedOnlyNow(before, after)) {
    findings.push(weakening('host-allowed', place, `${id} now allows the host ${host}.`));
  }
  return [...findings, ...compareFixes(before, after, place)];
}

function allowedOnlyNow(before: Rule, after: Rule): readonly string[] {
  const allowed = ({ checks }: Rule): readonly string[] =>
    checks.flatMap((check) => (check.kind === 'domain' && check.policy === 'allow' ? check.hosts : []));
  const known = allowed(before);
  return known.length === 0 ? [] : allowed(after).filter((host) => !known.includes(host));
}

/** What a rule asks for, each thing that can be taken away by itself on its own, in words. */
function demandsOf({ checks }: Rule): readonly string[] {
  return checks.flatMap(demandOf);
}

function demandOf(check: Check): readonly string[] {
  switch (check.kind) {
    case 'forbidden-pattern': {
      const where = check.match === 'text' ? 'anywhere in a file' : 'in code';
      return [`the pattern ${check.pattern.written} is forbidden ${where}`];
    }
    case 'required-pattern': {
      const where = check.require === 'every' ? 'every file' : 'some file';
      return [`the pattern ${check.pattern.written} is required in ${where}`];
    }
    case 'domain':
      return check.policy === 'forbid'
        ? check.hosts.map((host) => `the host ${host} is forbidden`)
        : ['only some hosts are allowed'];
  }
}
