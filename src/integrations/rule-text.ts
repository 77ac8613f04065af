import { isExecutable, meansText } from '../model/auto-fix.js';
import type { Check, Rule } from '../model/contract.js';
import { oneLine } from '../model/one-line.js';

/** How the parts of a rule are written: words of people, and hosts, which are code. */
export interface RuleStyle {
  prose(text: string): string;
  code(text: string): string;
}

const AS_WRITTEN: RuleStyle = { prose: (text) => text, code: (text) => text };

/**
 * A rule in one line, as somebody who is about to write code needs it: what it asks in the words of its owner, and how to
 * comply where they say so. Its patterns are for machines: `explain` shows them. Not sanitised.
 */
export function ruleText(rule: Rule, style = AS_WRITTEN): string {
  const title = oneLine(rule.title);
  const hosts = rule.checks.filter(({ kind }) => kind === 'domain').map((check) => demandText(check, style));
  const messages = distinct(rule.checks.map(({ message }) => oneLine(message))).filter((each) => each !== title);
  const hints = distinct(rule.checks.flatMap((check) => remedyOf(check) ?? []));
  const said = [...hosts, ...messages.map(style.prose)].join('; ');
  const head = said === '' ? style.prose(title) : `${ended(style.prose(title), ':')} ${said}`;
  return hints.length === 0 ? head : `${ended(head, '.')} Fix: ${style.prose(hints.join('; '))}`;
}

function ended(text: string, mark: string): string {
  return /[.?!:]$/.test(text) ? text : text + mark;
}

/** What to do about a violation: in the words of the rule's owner, or else what their fix does; null where there is neither. */
export function remedyOf({ autoFix }: Check): string | null {
  if (autoFix?.hint) return oneLine(autoFix.hint);
  return autoFix !== null && isExecutable(autoFix) ? oneLine(meansText(autoFix)) : null;
}

/** `never /x/`, `somewhere in scope /x/`: what a check asks of the files in scope, for machines. */
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
