import type { ForbiddenPatternCheck } from '../../model/contract.js';
import type { CheckSource, IsCode } from '../check-source.js';
import type { CheckAnswer } from './check-answer.js';
import { endOf, findAll } from './run-regex.js';

/** Every match is a violation; with `match: code`, only those that start in code. */
export function forbiddenPattern(check: ForbiddenPatternCheck, source: CheckSource, isCode: IsCode): CheckAnswer {
  const { path, text } = source;
  if (check.match === 'text') return findAll(check.pattern.regex, text, () => true);
  const isInCode = (offset: number): boolean => isCode(path, text, offset);
  return findAll(
    check.pattern.regex,
    text,
    ({ index }) => isInCode(index),
    (found) => {
      // A comment that looks like the beginning must not hide the code behind it.
      const end = endOf(found);
      let at = found.index + 1;
      while (at < end && !isInCode(at)) at++;
      return at;
    },
  );
}
