import type { Check, Rule } from '../model/contract.js';

const WORDS =
  /\b(?:secret|password|passphrase|credential|(?:api|access|private|signing|encryption)[\s_-]?key|token)s?\b/i;
const SHAPES = /secret|passw|api_?-?key|[sr]k_live|AKIA|gh[pousr]_|xox[bap]|PRIVATE KEY/i;

/** Whether a rule is about values that must be replaced at their source once they were in a file. */
export function speaksOfSecrets(rule: Rule, check: Check): boolean {
  if (WORDS.test(rule.title) || WORDS.test(check.message)) return true;
  return check.kind === 'forbidden-pattern' && SHAPES.test(check.pattern.written);
}
