import type { Node } from 'oxc-parser';
import type { Edit } from '../../model/edit.js';
import { isSameModule } from '../../semantics/modules/is-same-module.js';
import { requiredModule } from '../../semantics/modules/required-module.js';
import { parseSyntax } from '../../syntax/parse-syntax.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { requiresEnd } from '../layout/file-places.js';
import { addNamed } from './merge-import.js';
import type { WantedImport } from './wanted-import.js';

type Wanted = Extract<WantedImport, { kind: 'require' }>;
type Pattern = Extract<Node, { type: 'ObjectPattern' }>;

/** The edit that adds the missing names to what is taken of the same module at the top; null where nothing is. */
export function mergeRequire(tree: SyntaxTree, { module, text }: Wanted, missing: readonly string[]): Edit | null {
  const asked = parseSyntax('import-line.js', text);
  const [line] = asked?.program.body ?? [];
  const wanted = line && takenNames(line, module);
  if (!asked || !wanted) return null;
  const names = wanted.properties.flatMap((each) => {
    const name = each.type === 'Property' && each.value.type === 'Identifier' ? each.value.name : null;
    return name !== null && missing.includes(name) ? [textOf(asked, each)] : [];
  });
  if (names.length !== missing.length) return null;
  const end = requiresEnd(tree);
  for (const statement of tree.program.body) {
    const pattern = statement.end <= end ? takenNames(statement, module) : null;
    const last = pattern?.properties.at(-1);
    if (pattern && last) return addNamed(tree, pattern, last, names);
  }
  return null;
}

/** `{ a, b: c }` of `const { a, b: c } = require('m')`; null of any other statement, and of a rest, which takes what is left. */
function takenNames(statement: Node, module: string): Pattern | null {
  if (statement.type !== 'VariableDeclaration' || statement.declarations.length !== 1) return null;
  const [only] = statement.declarations;
  if (only?.id.type !== 'ObjectPattern' || only.init?.type !== 'CallExpression') return null;
  const isPlain = only.id.properties.every((each) => each.type === 'Property');
  const own = requiredModule(only.init);
  return isPlain && own !== null && isSameModule(own, module) ? only.id : null;
}
