import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { memberName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { changedCalls, type Trap } from '../trap.js';

/** `http.get(url)` → `https.get(url)` throws for an `http:` address, and a server needs a certificate. */
export const plainAddress: Trap = (change) => {
  const { before: tree } = change;
  for (const { old, next } of changedCalls(change)) {
    const modules = [moduleOf(old.callee), moduleOf(next.callee)];
    if (modules[0] === modules[1] || !modules.includes('http') || !modules.includes('https')) continue;
    const isRequest = /^(?:get|request)$/.test(memberName(old.callee) ?? '');
    if (!isRequest) return refuse('same-arguments', 'With encryption it needs a certificate.');
    if (modules[0] !== 'http' || !takesAnyProtocol(tree, old.arguments[0])) {
      return refuse('same-arguments', 'The address may be one of the other protocol, which is refused at run time.');
    }
  }
  return null;
};

function moduleOf(callee: Node): string | null {
  return callee.type === 'MemberExpression' && callee.object.type === 'Identifier' ? callee.object.name : null;
}

/** Whether an address or options are good for a request by https. */
function takesAnyProtocol(tree: SyntaxTree, node: Node | undefined, depth = 0): boolean {
  switch (node?.type) {
    case 'Literal':
      return typeof node.value === 'string' && node.value.startsWith('https:');
    case 'TemplateLiteral':
      return node.quasis[0]?.value.cooked?.startsWith('https:') ?? false;
    case 'ObjectExpression':
      return node.properties.every((each) => each.type === 'Property' && !OF_PROTOCOL.test(textOf(tree, each.key)));
    case 'NewExpression':
      return node.arguments.length === 1 && takesAnyProtocol(tree, node.arguments[0], depth + 1);
    case 'Identifier': {
      const binding = depth < 3 ? nameScopes(tree).resolve(node.name, node) : null;
      if (binding?.kind !== 'const' || binding.declaration.type !== 'VariableDeclarator') return false;
      return (
        binding.declaration.id === binding.identifier &&
        takesAnyProtocol(tree, binding.declaration.init ?? undefined, depth + 1)
      );
    }
    default:
      return false;
  }
}

const OF_PROTOCOL = /^\W*(?:protocol|port|defaultPort|agent)\b/;
