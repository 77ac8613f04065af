import type { Check } from '../model/contract.js';
import { URL_AUTHORITY } from './checks/domain.js';

/** A regex without which a check has nothing to say of a text; null where its silence needs a closer look. */
export function searchOf(check: Check): RegExp | null {
  switch (check.kind) {
    case 'forbidden-pattern':
      return check.pattern.regex;
    case 'required-pattern':
      return check.require === 'any' ? check.pattern.regex : null;
    case 'domain':
      return URL_AUTHORITY;
  }
}
