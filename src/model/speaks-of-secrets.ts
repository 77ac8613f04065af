import type { Check, Rule } from './contract.js';

/**
 * Whether a rule is about credentials: what its checks find may itself be one, which is not to be shown, sent to anybody
 * or left valid once it stood in a file.
 */
export function speaksOfSecrets({ id, title }: Rule, check: Check | undefined): boolean {
  const said = [id, title, check?.message ?? ''].join('\n');
  if (CREDENTIALS.test(said) || speaksOfTokens(said)) return true;
  return check?.kind === 'forbidden-pattern' && SHAPES.test(check.pattern.written);
}

const CREDENTIALS =
  /(?<![a-z])(?:secrets?|passwords?|passwd|passphrases?|credentials?|(?:private|api|access|auth|secret|encryption|signing)[ _-]?keys?)(?![a-z])/i;

/** Parts of a pattern that looks for secrets, whatever its rule is called. */
const SHAPES = /secret|passw|api_?-?key|[sr]k_live|AKIA|gh[pousr]_|xox[bap]|PRIVATE KEY/i;

/** A token is taken for one that lets somebody in, unless only tokens of another kind are spoken of. */
function speaksOfTokens(said: string): boolean {
  if (!/(?<![a-z])tokens?(?![a-z])/i.test(said)) return false;
  return LETS_IN.test(said) || !STANDS_FOR_STYLE.test(said);
}

const LETS_IN =
  /(?<![a-z])(?:(?:api|access|auth(?:entication|orization)?|bearer|refresh|id|session|csrf|xsrf|jwt|oauth2?|security|bot|deploy|personal|service|login|npm|git(?:hub|lab)|slack)[ _-]?tokens?)(?![a-z])/i;

const STANDS_FOR_STYLE =
  /(?<![a-z])(?:(?:design|colou?r|theme|theming|style|styling|css|spac(?:e|ing)|typograph(?:y|ic)|font|siz(?:e|ing)|radius|shadow|motion|layout|semantic|ui|brand|figma|syntax|lex(?:er|ical)|pars(?:er|ing)|grammar|prompt|input|output|cancel(?:lation)?)[ _-]?tokens?|colou?rs? (?:are|come from|use) tokens|tokens?[ _-](?:colou?rs?|palette|scale|stream|types?|counts?|limits?|budgets?))(?![a-z])/i;
