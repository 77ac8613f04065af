import type { Check, Rule } from '../../model/contract.js';
import { sanitize } from '../../model/sanitize.js';
import { codeBlock, codeSpan, proseOf } from '../text/markdown.js';

const LONGEST_NAME = 255;
const LONGEST_DESCRIPTION = 1024;

/** A rule as SARIF describes it, with what GitHub reads of it. */
export function sarifRule(rule: Rule): object {
  const isSecurity = SPEAKS_OF_SECURITY.test(`${rule.contractId} ${rule.id}`);
  const messages = [...new Set(rule.checks.map(({ message }) => message))];
  return {
    id: rule.id,
    name: cut(rule.id, LONGEST_NAME),
    shortDescription: { text: cut(rule.title, LONGEST_DESCRIPTION) },
    fullDescription: { text: cut([rule.title, ...messages].join('\n'), LONGEST_DESCRIPTION) },
    help: { text: helpText(rule), markdown: helpMarkdown(rule) },
    defaultConfiguration: { level: rule.severity },
    properties: {
      tags: [...(isSecurity ? ['security'] : []), `contract:${rule.contractId}`],
      precision: 'high',
      'problem.severity': rule.severity,
      ...(isSecurity ? { 'security-severity': rule.severity === 'error' ? '8.0' : '5.0' } : {}),
    },
  };
}

/** GitHub ranks a rule among the security alerts only where it is told a score. */
const SPEAKS_OF_SECURITY = /(?:^|[^a-z])sec(?:urity)?(?:[^a-z]|$)/i;

function cut(text: string, length: number): string {
  const safe = sanitize(text, '\n');
  return safe.length <= length ? safe : `${safe.slice(0, length - 1)}…`;
}

function helpText({ id, scope, checks, declaredAt }: Rule): string {
  const hints = hintsOf(checks).map((hint) => `Fix: ${hint}`);
  const lines = [
    `Scope: ${scope.globs.join(', ')}`,
    ...hints,
    `Declared in ${declaredAt.file}`,
    `specflow explain ${id}`,
  ];
  return sanitize(lines.join('\n'), '\n');
}

function helpMarkdown({ id, title, scope, checks, exampleViolations, exampleCompliant, declaredAt }: Rule): string {
  const demands = checks.map((check) => `- ${proseOf(check.message)}: ${demandOf(check)}`);
  const hints = hintsOf(checks).map((hint) => `**Fix:** ${proseOf(hint)}`);
  const wrong = exampleViolations.map(({ text }) => `Violates:\n\n${codeBlock('', text)}`);
  const right = exampleCompliant.map(({ text }) => `Complies:\n\n${codeBlock('', text)}`);
  return [
    `**${proseOf(title)}**`,
    demands.join('\n'),
    ...hints,
    ...wrong,
    ...right,
    `In scope: ${scope.globs.map(codeSpan).join(' ')}`,
    `Declared in ${codeSpan(declaredAt.file)}. More: ${codeSpan(`specflow explain ${id}`)}`,
  ].join('\n\n');
}

function demandOf(check: Check): string {
  switch (check.kind) {
    case 'forbidden-pattern':
      return `forbidden is ${codeSpan(check.pattern.written)}`;
    case 'required-pattern':
      return `required is ${codeSpan(check.pattern.written)} in ${check.require === 'any' ? 'one file' : 'every file'}`;
    case 'domain':
      return `${check.policy === 'allow' ? 'only these hosts' : 'none of these hosts'}: ${check.hosts.map(codeSpan).join(' ')}`;
  }
}

function hintsOf(checks: readonly Check[]): readonly string[] {
  return [...new Set(checks.flatMap(({ autoFix }) => autoFix?.hint ?? []))];
}
