import type { Inspection } from '../engine/inspection/inspection.js';
import { violationOf } from '../engine/violations/violation-of.js';
import type { Beside } from '../model/check-result.js';
import type { Rule } from '../model/contract.js';
import type { Finding } from '../model/finding.js';
import type { Problem } from '../model/problem.js';
import type { Suppression } from '../model/suppression.js';
import type { Place, Violation } from '../model/violation.js';
import { BlobFlaw, count, type Decode, fieldsOf, listOf, oneOf, orNull, pairOf, text } from './decode.js';

/** @throws BlobFlaw */
export function decodeInspection(value: unknown, rules: ReadonlyMap<string, Rule>): Inspection {
  const field = fieldsOf(value);
  switch (field('kind', oneOf(['gone', 'skipped', 'text']))) {
    case 'gone':
      return { kind: 'gone' };
    case 'skipped':
      return { kind: 'skipped', reason: field('reason', oneOf(SKIP_REASONS)), detail: field('detail', text) };
    case 'text':
      return {
        kind: 'text',
        violations: decodeViolations(value, rules),
        problems: field('problems', listOf(problem)),
        satisfied: field('satisfied', listOf(text)),
        undecided: field('undecided', listOf(undecided)),
        suppressions: field('suppressions', (each) => ({
          suppressions: fieldsOf(each)('suppressions', listOf(suppression)),
          findings: fieldsOf(each)('findings', listOf(finding)),
        })),
      };
  }
}

/** @throws BlobFlaw */
export function decodeBeside(value: unknown, rules: ReadonlyMap<string, Rule>): Beside {
  return { violations: decodeViolations(value, rules), problems: fieldsOf(value)('problems', listOf(problem)) };
}

function decodeViolations(value: unknown, rules: ReadonlyMap<string, Rule>): readonly Violation[] {
  const field = fieldsOf(value);
  const lines = field('lines', listOf(text));
  return field(
    'violations',
    listOf((each) => decodeViolation(each, rules, lines)),
  );
}

const SKIP_REASONS = ['binary', 'not-utf8', 'too-big', 'unreadable', 'not-a-file'] as const;

function decodeViolation(value: unknown, rules: ReadonlyMap<string, Rule>, lines: readonly string[]): Violation {
  const field = fieldsOf(value);
  const rule = rules.get(field('rule', text));
  const check = rule?.checks[field('check', count)];
  if (!rule || !check) throw new BlobFlaw('it names a rule that the contracts do not have');
  const place = field(
    'place',
    orNull((each) => decodePlace(each, lines)),
  );
  const fingerprint = field('fingerprint', text);
  return violationOf(rule, check, field('file', orNull(text)), place, () => fingerprint);
}

function decodePlace(value: unknown, lines: readonly string[]): Place {
  const field = fieldsOf(value);
  const line: Decode<string> = (index) => {
    const found = lines[count(index)];
    if (found === undefined) throw new BlobFlaw('a line is missing in it');
    return found;
  };
  return {
    range: field('range', (range) => ({ start: fieldsOf(range)('start', count), end: fieldsOf(range)('end', count) })),
    line: field('line', count),
    column: field('column', count),
    endLine: field('endLine', count),
    endColumn: field('endColumn', count),
    match: field('match', text),
    lineText: field('lineText', line),
    context: field('context', (context) => ({
      firstLine: fieldsOf(context)('firstLine', count),
      lines: fieldsOf(context)('lines', listOf(line)),
    })),
    groups: field('groups', listOf(orNull(text))).map((group) => group ?? undefined),
    namedGroups: Object.fromEntries(
      field('namedGroups', listOf(pairOf(text, orNull(text)))).map(([name, group]) => [name, group ?? undefined]),
    ),
  };
}

function undecided(value: unknown): { readonly key: string; readonly problems: readonly Problem[] } {
  return { key: fieldsOf(value)('key', text), problems: fieldsOf(value)('problems', listOf(problem)) };
}

function problem(value: unknown): Problem {
  const field = fieldsOf(value);
  return {
    code: field('code', text),
    severity: field('severity', oneOf(['invalid', 'incomplete', 'warning'])),
    file: field('file', orNull(text)),
    line: field('line', orNull(count)),
    column: field('column', orNull(count)),
    message: field('message', text),
    help: field('help', orNull(text)),
  };
}

function finding(value: unknown): Finding {
  const field = fieldsOf(value);
  return {
    code: field('code', text),
    ruleId: field('ruleId', orNull(text)),
    file: field('file', orNull(text)),
    line: field('line', orNull(count)),
    message: field('message', text),
    help: field('help', orNull(text)),
  };
}

function suppression(value: unknown): Suppression {
  const field = fieldsOf(value);
  return {
    file: field('file', text),
    line: field('line', count),
    ruleIds: field('ruleIds', listOf(text)),
    reason: field('reason', text),
  };
}
