import type { ForbiddenPatternCheck } from '../../model/contract.js';
import type { CheckSource, IsCode } from '../check-source.js';
import type { CheckAnswer } from './check-answer.js';
import { findAll } from './run-regex.js';

/** Every match is a violation; with `match: code`, only those that start in code. */
export function forbiddenPattern(check: ForbiddenPatternCheck, source: CheckSource, isCode: IsCode): CheckAnswer {
  const { path, text } = source;
  if (check.match === 'text') return findAll(check.pattern.regex, text, () => true);
  return findAll(check.pattern.regex, text, (found) => isCode(path, text, found.index));
}
