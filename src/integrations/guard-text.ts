import type { Rule } from '../model/contract.js';
import { groupBy } from '../model/group-by.js';
import { sanitize } from '../model/sanitize.js';
import { demandText, remedyOf, ruleText } from './rule-text.js';

/** A file about to be edited, and what holds for it. */
export interface Guarded {
  /** Root-relative. */
  readonly file: string;
  /** Why no rule looks at it, one clause; null where rules may. */
  readonly why: string | null;
  readonly rules: readonly { readonly rule: Rule; readonly fixes: readonly ProvenFix[] }[];
}

/** A stored fix that heal applies by itself. */
export interface ProvenFix {
  readonly id: string;
  readonly description: string;
  readonly match: string;
  readonly replacement: string;
  readonly tier: string;
  /** 0…1, as of today. */
  readonly confidence: number;
}

/** One line a rule; files with the same rules share them. @param wrap breaks a line for who reads it */
export function guardText(guarded: readonly Guarded[], wrap: (line: string) => readonly string[]): string {
  const groups = groupBy(guarded, ({ why, rules }) => JSON.stringify([why, ...rules.map(({ rule }) => rule.id)]));
  const texts = [...groups.values()].map((group) =>
    groupText(group)
      .flatMap(wrap)
      .map((line) => `${line}\n`)
      .join(''),
  );
  const hasRules = guarded.some(({ rules }) => rules.length > 0);
  return [...texts, ...(hasRules ? [`${wrap(MORE).join('\n')}\n`] : [])].join('\n');
}

const MORE = 'More about a rule, its patterns too: specflow explain <RULE>';

function groupText(group: readonly Guarded[]): readonly string[] {
  const [first] = group;
  const files = group.map(({ file }) => sanitize(file)).join(', ');
  if (!first || first.rules.length === 0) return [`${files}: no rule applies${first?.why ? `, ${first.why}` : ''}`];
  const lines = first.rules.flatMap(({ rule, fixes }) => [
    `  ${sanitize(`${rule.id} ${rule.severity} ${ruleText(rule)}`)}`,
    ...fixes.map((fix) => `    ${sanitize(fixText(fix))}`),
  ]);
  return [files, ...lines];
}

function fixText({ id, description, replacement, tier, confidence }: ProvenFix): string {
  return `proven fix (${tier} ${confidence.toFixed(2)}, ${id}): ${description}; it leaves ${replacement}`;
}

export function guardJson(guarded: readonly Guarded[]): unknown {
  return {
    schemaVersion: 1,
    files: guarded.map(({ file, why, rules }) => ({
      file,
      unguarded: why,
      rules: rules.map(({ rule, fixes }) => ({
        ruleId: rule.id,
        title: rule.title,
        severity: rule.severity,
        contract: rule.contractId,
        contractFile: rule.declaredAt.file,
        line: rule.declaredAt.line,
        checks: rule.checks.map((check) => ({
          kind: check.kind,
          demand: demandText(check),
          message: check.message,
          remedy: remedyOf(check),
        })),
        fixes: fixes.map(({ id, description, match, replacement, tier, confidence }) => ({
          id,
          description,
          match,
          replacement,
          tier,
          confidence,
        })),
      })),
    })),
  };
}
