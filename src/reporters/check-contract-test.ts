import type { SecretMask } from '../model/mask-secrets.js';
import { sanitize } from '../model/sanitize.js';
import type { Violation } from '../model/violation.js';
import { checkMask } from './check-mask.js';
import { excerpt } from './print-json.js';
import type { CheckReport, Reporter } from './report.js';

/** The text a failing contract test prints, which agents and other tools know how to read. */
export const checkContractTest: Reporter<CheckReport> = {
  summary: 'the text of a failing contract test, one block a violation',
  carriesProblems: false,
  render({ result, beside }) {
    const mask = checkMask({ result, beside });
    const counted = result.violations.filter(({ exemption }) => exemption === null);
    return counted.map((violation) => `${contractTestText(violation, mask)}\n`).join('');
  },
};

/** One violation as a contract test prints it, without a newline at its end. */
export function contractTestText(violation: Violation, mask: SecretMask): string {
  const { rule, file, place, message } = violation;
  const lines = [`CONTRACT VIOLATION: ${sanitize(rule.id)} - ${sanitize(message)}`];
  if (file !== null) lines.push(`  File: ${sanitize(file)}`);
  if (place !== null) {
    lines.push(`  Line: ${place.line}`);
    lines.push(`  Match: ${sanitize(excerpt(mask.apply(place.lineText)).trim())}`);
  }
  if (file === null) lines.push(...absenceLines(violation));
  return lines.join('\n');
}

/** A required pattern that is nowhere has no file to name: it names what was looked for, and where. */
function absenceLines({ rule, checkIndex }: Violation): readonly string[] {
  const check = rule.checks[checkIndex];
  const pattern = check && 'pattern' in check ? check.pattern.written : rule.title;
  return [
    `  Pattern ${sanitize(pattern)} not found in any file in scope`,
    `  Scope: ${sanitize(rule.scope.globs.join(', '))}`,
    `  See: ${sanitize(rule.declaredAt.file)}`,
  ];
}
