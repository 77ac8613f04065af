import type { Check, Rule } from '../model/contract.js';

/** How the parts of a rule are written: words of people, and patterns and hosts, which are code. */
export interface RuleStyle {
  prose(text: string): string;
  code(text: string): string;
}

const AS_WRITTEN: RuleStyle = { prose: (text) => text, code: (text) => text };

/**
 * A rule in one line, as somebody who is about to write code needs it: what it asks, why where the messages say more
 * than the title, and how to comply where its owner says so. Not sanitised.
 */
export function ruleText(rule: Rule, style = AS_WRITTEN): string {
  const title = oneLine(rule.title);
  const asked = rule.checks.map((check) => demandText(check, style));
  const messages = distinct(rule.checks.map(({ message }) => oneLine(message))).filter((each) => each !== title);
  const hints = distinct(rule.checks.flatMap((check) => remedyOf(check) ?? []));
  return [
    `${style.prose(`${title}${/[.?!:]$/.test(title) ? '' : ':'}`)} ${asked.join('; ')}`,
    ...(messages.length === 0 ? [] : [` (${style.prose(messages.join('; '))})`]),
    ...(hints.length === 0 ? [] : [`. Fix: ${style.prose(hints.join('; '))}`]),
  ].join('');
}

/** What to do about a violation, in the words of the rule's owner; null where they said nothing. */
export function remedyOf(check: Check): string | null {
  return check.autoFix?.hint ? oneLine(check.autoFix.hint) : null;
}

/** `never /x/`, `somewhere /x/`: what a check asks of the files in scope. */
export function demandText(check: Check, { code } = AS_WRITTEN): string {
  switch (check.kind) {
    case 'forbidden-pattern':
      return `never ${code(oneLine(check.pattern.written))}`;
    case 'required-pattern':
      return `${check.require === 'every' ? 'in each file' : 'somewhere in scope'} ${code(oneLine(check.pattern.written))}`;
    case 'domain':
      return `${check.policy === 'allow' ? 'only hosts' : 'no host of'} ${check.hosts.map(code).join(', ')}`;
  }
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
