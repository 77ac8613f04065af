import type { FixPattern } from '../model/fix-pattern.js';
import type { FixInstruction } from './fix-site.js';

/** A stored fix pattern read as an instruction: its template takes the place of what its own regex matches. */
export function fixFromPattern(pattern: FixPattern): FixInstruction {
  return {
    strategy: 'replace',
    hint: pattern.description,
    template: pattern.replacementTemplate,
    findReplace: null,
    text: null,
    anchor: null,
    importLine: null,
    target: { kind: pattern.target ?? 'default' },
    targetFile: null,
    safety: 'safe',
    // The rule's own conditions are asked as well: see `makeFix`.
    when: [],
    declaredAt: { file: '.specflow/fix-patterns.json', line: 1, column: 1 },
    search: pattern.regex,
  };
}
