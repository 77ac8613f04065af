import type { Target } from '../model/auto-fix.js';
import type { FixPattern } from '../model/fix-pattern.js';
import type { FixInstruction } from '../model/fix-site.js';

/**
 * A stored fix pattern read as an instruction: its template takes the place of what its own regex matches,
 * or what that names is removed.
 */
export function fixFromPattern(pattern: FixPattern): FixInstruction {
  const strategy = pattern.strategy ?? 'replace';
  return {
    strategy,
    hint: pattern.description,
    template: strategy === 'remove' || pattern.find ? null : pattern.replacementTemplate,
    findReplace: pattern.find ? { find: pattern.find.regex, replace: pattern.replacementTemplate } : null,
    text: null,
    anchor: null,
    importLine: pattern.importLine ?? null,
    target: targetOf(pattern.target ?? 'default'),
    targetFile: null,
    safety: 'safe',
    // The rule's own conditions are asked as well: see `makeFix`.
    when: (pattern.when ?? []).map((name) => ({ name, argument: null })),
    declaredAt: { file: '.specflow/fix-patterns.json', line: 1, column: 1 },
    search: pattern.regex,
  };
}

function targetOf(written: string): Target {
  return written === 'default' || written === 'match' || written === 'value'
    ? { kind: written }
    : { kind: 'group', name: written };
}
