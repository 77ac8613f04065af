import type { RequiredPatternCheck } from '../../model/contract.js';
import type { CheckSource } from '../check-source.js';
import type { CheckAnswer } from './check-answer.js';
import { findsAny } from './run-regex.js';

/** Whether this text holds the pattern; what an absence means is decided by whoever knows the whole scope. */
export function requiredPattern(check: RequiredPatternCheck, source: CheckSource): CheckAnswer {
  const found = findsAny(check.pattern.regex, source.text);
  if (found === true) return { kind: 'satisfied' };
  return found === false ? { kind: 'unmet' } : found;
}
