import type { FixPattern } from '../../model/fix-pattern.js';
import { type ExtraField, layoutOf, OPTIONAL_FIELDS, type PatternLayout, type PatternStore } from '../store.js';
import { printHundredths } from '../trust/standing.js';
import { tierOf } from '../trust/tier.js';
import { printJsonNode } from './print-json-node.js';

/** The store as text: fixed field order, two decimals, unknown fields where they stood, a final newline. */
export function printStore(store: PatternStore): string {
  const entries = store.patterns.map((pattern) => printPattern(pattern, layoutOf(store, pattern.id)));
  const list = entries.length === 0 ? '[]' : `[\n${entries.map((entry) => `    ${entry}`).join(',\n')}\n  ]`;
  const fields: [string, string][] = [
    ['version', '1'],
    ['patterns', list],
  ];
  return `${printObject(fields, store.extras, '')}\n`;
}

function printPattern(pattern: FixPattern, layout: PatternLayout): string {
  const fields: [string, string][] = [
    ['id', JSON.stringify(pattern.id)],
    ['rule_id', JSON.stringify(pattern.ruleId)],
    ['description', JSON.stringify(pattern.description)],
    ['match', JSON.stringify(pattern.match)],
    ['replacement_template', JSON.stringify(pattern.replacementTemplate)],
    ['confidence', printHundredths(pattern.hundredths)],
    ['tier', JSON.stringify(tierOf(pattern.hundredths))],
    ['applied_count', String(pattern.appliedCount)],
    ['success_count', String(pattern.successCount)],
    ['failure_count', String(pattern.failureCount)],
    ['last_used', JSON.stringify(pattern.lastUsed)],
    ['created', JSON.stringify(pattern.created)],
  ];
  const optional: Readonly<Record<(typeof OPTIONAL_FIELDS)[number], { value: string; fallback: string }>> = {
    provenance: { value: JSON.stringify(pattern.provenance), fallback: '"written"' },
    accepted: { value: String(pattern.accepted), fallback: 'false' },
    retired: { value: String(pattern.retired), fallback: 'false' },
    target: { value: JSON.stringify(pattern.target ?? 'default'), fallback: '"default"' },
    strategy: { value: JSON.stringify(pattern.strategy ?? 'replace'), fallback: '"replace"' },
    find: { value: JSON.stringify(pattern.find?.written ?? null), fallback: 'null' },
    import_line: { value: JSON.stringify(pattern.importLine ?? null), fallback: 'null' },
    when: { value: printNames(pattern.when ?? []), fallback: '[]' },
  };
  for (const field of OPTIONAL_FIELDS) {
    const { value, fallback } = optional[field];
    if (value !== fallback || layout.spelt.has(field)) fields.push([field, value]);
  }
  if (layout.digest) fields.push(['evidence', JSON.stringify(layout.digest)]);
  return printObject(fields, layout.extras, '    ');
}

function printNames(names: readonly string[]): string {
  return `[${names.map((name) => JSON.stringify(name)).join(', ')}]`;
}

function printObject(
  fields: readonly (readonly [string, string])[],
  extras: readonly ExtraField[],
  indent: string,
): string {
  const inner = `${indent}  `;
  const lines: string[] = [];
  const printed = new Set<string | null>();
  const print = (key: string, value: string): void => {
    lines.push(`${inner}${JSON.stringify(key)}: ${value}`);
  };
  const printExtrasAfter = (known: string | null): void => {
    printed.add(known);
    for (const { after, key, value } of extras) if (after === known) print(key, printJsonNode(value, inner));
  };
  printExtrasAfter(null);
  for (const [key, value] of fields) {
    print(key, value);
    printExtrasAfter(key);
  }
  // An unknown field may have stood behind an optional one that has meanwhile gone back to its default.
  for (const { after, key, value } of extras) if (!printed.has(after)) print(key, printJsonNode(value, inner));
  return `{\n${lines.join(',\n')}\n${indent}}`;
}
