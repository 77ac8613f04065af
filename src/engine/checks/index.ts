// The kinds of check there are. Each looks at one text and answers; none knows about scopes, exemptions or other files.
// A kind added to the model without a line here does not compile.
import type { Check } from '../../model/contract.js';
import type { CheckSource, IsCode } from '../check-source.js';
import type { CheckAnswer } from './check-answer.js';
import { domain } from './domain.js';
import { forbiddenPattern } from './forbidden-pattern.js';
import { requiredPattern } from './required-pattern.js';

export function runCheck(check: Check, source: CheckSource, isCode: IsCode): CheckAnswer {
  switch (check.kind) {
    case 'forbidden-pattern':
      return forbiddenPattern(check, source, isCode);
    case 'required-pattern':
      return requiredPattern(check, source);
    case 'domain':
      return domain(check, source);
  }
}
