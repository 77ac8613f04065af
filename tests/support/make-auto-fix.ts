import type { FixInstruction } from '../../src/model/fix-site.js';

/** A `replace` that says nothing yet, changed as a test needs it. */
export function makeAutoFix(changes: Partial<FixInstruction> = {}): FixInstruction {
  return {
    strategy: 'replace',
    hint: null,
    template: null,
    findReplace: null,
    text: null,
    anchor: null,
    importLine: null,
    target: { kind: 'default' },
    targetFile: null,
    safety: 'safe',
    when: [],
    declaredAt: { file: 'contracts/test.yml', line: 1, column: 1 },
    ...changes,
  };
}
