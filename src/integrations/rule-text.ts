import type { Check, Rule } from '../model/contract.js';

/** A rule in one line, as somebody who is about to write code needs it: what it asks, and how to comply. Not sanitised. */
export function ruleText(rule: Rule): string {
  const asked = rule.checks.map(demandOf);
  const remedies = new Set(rule.checks.map(remedyOf).filter((remedy) => remedy !== rule.title));
  const title = oneLine(rule.title);
  const head = `${title}${/[.?!:]$/.test(title) ? '' : ':'} ${asked.join('; ')}`;
  return remedies.size === 0 ? head : `${head}. Fix: ${[...remedies].join('; ')}`;
}

/** What to do about a violation: the hint of the fix, else what the check says. */
export function remedyOf(check: Check): string {
  return oneLine(check.autoFix?.hint ?? check.message);
}

/** `never /x/`, `somewhere /x/`: what a check asks of the files in scope. */
export function demandOf(check: Check): string {
  switch (check.kind) {
    case 'forbidden-pattern':
      return `never ${oneLine(check.pattern.written)}`;
    case 'required-pattern':
      return `${check.require === 'every' ? 'in each file' : 'somewhere in scope'} ${oneLine(check.pattern.written)}`;
    case 'domain':
      return `${check.policy === 'allow' ? 'only hosts' : 'no host of'} ${check.hosts.join(', ')}`;
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
