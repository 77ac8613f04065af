import type { Check } from '../model/contract.js';

/** Whether one file that satisfies this check satisfies it for the whole scope. */
export function requiresAny(check: Check): boolean {
  return check.kind === 'required-pattern' && check.require === 'any';
}
