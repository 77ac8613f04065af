import type { FixPattern } from '../model/fix-pattern.js';

/** What a pattern does, without how far it is trusted: the same text for the same remedy. */
export function remedyKey(pattern: FixPattern): string {
  const { ruleId, description, match, replacementTemplate, created, provenance } = pattern;
  const how = [
    pattern.target ?? 'default',
    pattern.strategy ?? 'replace',
    pattern.importLine ?? null,
    pattern.when ?? [],
    ...(pattern.find ? [pattern.find.written] : []),
  ];
  return JSON.stringify([created, ruleId, match, replacementTemplate, how, provenance, description]);
}
