import type { Node } from 'oxc-parser';
import { isTypeScript } from '../../syntax/language-of.js';
import { memberName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';

/**
 * The call that a name such as `page` of `const [page, setPage] = useState(1)` has its first value from. In TypeScript it
 * holds its type ever after; elsewhere nothing keeps it from being set to something else.
 */
export function reactState(tree: SyntaxTree, name: Node): Extract<Node, { type: 'CallExpression' }> | null {
  const pattern = tree.parent(name);
  if (pattern?.type !== 'ArrayPattern' || pattern.elements[0] !== name || !isTypeScript(tree.path)) return null;
  const declarator = tree.parent(pattern);
  const call = declarator?.type === 'VariableDeclarator' ? declarator.init : null;
  if (call?.type !== 'CallExpression') return null;
  const { callee } = call;
  const head = callee.type === 'MemberExpression' ? callee.object : callee;
  const called = callee.type === 'Identifier' ? callee.name : memberName(callee);
  const binding = head.type === 'Identifier' ? nameScopes(tree).resolve(head.name, head) : null;
  const source = binding?.kind === 'import' ? tree.parent(binding.declaration) : null;
  const isReact = source?.type === 'ImportDeclaration' && /^p?react$/.test(source.source.value);
  return isReact && called === 'useState' ? call : null;
}
