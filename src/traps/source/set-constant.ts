import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { isBetween, newParts, type Trap } from '../trap.js';

/** `list.push(...more)` → `list = list.concat(more)`: what is declared by `const`, or imported, cannot be set. */
export const setConstant: Trap = (change) => {
  const { before: tree, after } = change;
  for (const place of change.places) {
    if (isBetween(place) && place.was.type !== 'BlockStatement') continue;
    const written = newParts(change, place).flatMap((part) => namesSet(after, part));
    if (written.length === 0) continue;
    const old = new Set(namesSet(tree, place.was).map(({ name }) => name));
    const constant = written.find((each) => !old.has(each.name) && isConstant(after, each));
    if (constant) return refuse('keeps-context', `"${constant.name}" cannot be set: it is a constant.`);
  }
  return null;
};

type Identifier = Extract<Node, { type: 'Identifier' }>;

function namesSet(tree: SyntaxTree, node: Node): readonly Identifier[] {
  return tree.descendants(node).flatMap((each) => {
    const target =
      each.type === 'AssignmentExpression' ? each.left : each.type === 'UpdateExpression' ? each.argument : null;
    return target?.type === 'Identifier' ? [target] : [];
  });
}

function isConstant(tree: SyntaxTree, node: Identifier): boolean {
  const kind = nameScopes(tree).resolve(node.name, node)?.kind;
  return kind === 'const' || kind === 'import' || kind === 'using';
}
