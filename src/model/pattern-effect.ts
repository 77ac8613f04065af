import type { FixPattern } from './fix-pattern.js';

/** What a pattern does and where, without what it is called and how far it is trusted: to be compared as JSON. */
export function effectOf(pattern: FixPattern): readonly unknown[] {
  const { ruleId, match, replacementTemplate } = pattern;
  const how = [
    pattern.target ?? 'default',
    pattern.strategy ?? 'replace',
    pattern.importLine ?? null,
    pattern.when ?? [],
    ...(pattern.find ? [pattern.find.written] : []),
  ];
  return [ruleId, match, replacementTemplate, how];
}
