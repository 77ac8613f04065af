import type { Node } from 'oxc-parser';
import { onceEach } from '../../model/once-each.js';
import { refuse } from '../../model/refusal.js';
import { isFunction } from '../../syntax/is-function.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import type { Trap } from '../trap.js';

/**
 * `takeUntil(x)` → `takeUntilDestroyed()`, `this.injector.get(A)` → `inject(A)`: Angular knows who asks only while it makes
 * something. Called from a method they throw.
 */
export const injectionContext: Trap = ({ before: tree, after, places }) => {
  // To go through the code for it takes much longer.
  if (!speaksOfAngular(after)) return null;
  for (const { was, made } of places) {
    if (asking(after, made).length <= asking(tree, was).length) continue;
    if (asking(after, made).some((call) => isLate(after, call))) {
      return refuse(
        'same-arguments',
        'Angular cannot tell who calls it here, outside of a constructor and its fields.',
      );
    }
  }
  return null;
};

const speaksOfAngular = onceEach(({ text }: SyntaxTree) => text.includes('@angular/'));

type Call = Extract<Node, { type: 'CallExpression' }>;

/** Those that are not told who asks. */
const ASKING: Readonly<Record<string, number>> = {
  inject: 9,
  takeUntilDestroyed: 0,
  toSignal: 1,
  toObservable: 1,
  effect: 1,
};

function asking(tree: SyntaxTree, node: Node): readonly Call[] {
  return tree.descendants(node).flatMap((each) => {
    if (each.type !== 'CallExpression' || each.callee.type !== 'Identifier') return [];
    const most = Object.hasOwn(ASKING, each.callee.name) ? ASKING[each.callee.name] : undefined;
    return most !== undefined && each.arguments.length <= most && isOfAngular(tree, each.callee) ? [each] : [];
  });
}

function isOfAngular(tree: SyntaxTree, name: Extract<Node, { type: 'Identifier' }>): boolean {
  const declaration = nameScopes(tree).resolve(name.name, name)?.declaration;
  const source = declaration && tree.parent(declaration);
  if (source?.type === 'ImportDeclaration') return source.source.value.startsWith('@angular/');
  // The line that brings it in stands beside the edit, not in it.
  return declaration === undefined && tree.text.includes("'@angular/");
}

/** In a method, or in a function that a constructor or a field hands over to be called later. */
function isLate(tree: SyntaxTree, call: Call): boolean {
  const around = tree.lineage(call);
  const owner = around.findIndex((node) => node.type === 'MethodDefinition' || node.type === 'PropertyDefinition');
  const member = around[owner];
  if (!member) return false;
  const functions = around.slice(0, owner).filter(isFunction).length;
  return member.type === 'MethodDefinition' && member.kind === 'constructor' ? functions > 1 : functions > 0;
}
