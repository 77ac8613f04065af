import type { Edit } from '../../model/edit.js';
import { rangesOverlap, type TextRange } from '../../model/position.js';
import { type Refusal, refuse } from '../../model/refusal.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';

/** `import` or `export` that an edit puts below the top of a module: of TypeScript, the parser reads it without a word. */
export function nestedModule(after: SyntaxTree, edits: readonly Edit[], written: readonly TextRange[]): Refusal | null {
  const isNested = written.some((range, index) => {
    if (!/\b(?:import|export)\b/.test(edits[index]?.text ?? '')) return false;
    return after.overlapping(range).some((node) => {
      if (!DECLARATION.test(node.type) || !rangesOverlap(node, range)) return false;
      return !TOP.test(after.parent(node)?.type ?? '');
    });
  });
  return isNested ? NESTED : null;
}

const DECLARATION = /^(?:ImportDeclaration|Export(?:Named|Default|All)Declaration)$/;
const TOP = /^(?:Program|TSModuleBlock)$/;

const NESTED = refuse('result-parses', 'The result would not parse: only the top of a module may import or export.');
