import type { Violation } from '../../model/violation.js';
import { excerpt } from '../print-json.js';

/** The message, and for an absence also what was looked for and where. Not yet sanitised. */
export function violationMessage({ rule, checkIndex, place, file, message }: Violation): string {
  const check = rule.checks[checkIndex];
  if (place !== null || check?.kind !== 'required-pattern') return message;
  const where = file === null ? `no file of ${rule.scope.globs.join(', ')}` : 'nothing in this file';
  return `${message} (${excerpt(`${where} matches ${check.pattern.written}`)})`;
}
