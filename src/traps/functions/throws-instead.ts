import type { CallExpression, Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isTested } from '../../semantics/uses/is-tested.js';
import { isNothing } from '../../semantics/values/is-nothing.js';
import { calledName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { usesOf } from '../../syntax/uses-of.js';
import { changedCalls, type Trap } from '../trap.js';

/**
 * `findUnique(…)` → `findUniqueOrThrow(…)` where nothing found is an answer too, that is asked for or handed on. The same of
 * `process.env.PORT ?? 80` → `config.getOrThrow('PORT') ?? 80`.
 */
export const throwsInstead: Trap = (change) => {
  const { before: tree } = change;
  for (const { old, next } of changedCalls(change)) {
    const [was, is] = [calledName(old.callee) ?? '', calledName(next.callee) ?? ''];
    if (!THROWS.test(is) || THROWS.test(was) || is.replace(THROWS, '') !== was) continue;
    if (!isTakenForGranted(tree, old)) {
      return refuse('same-result', `"${is}" throws where "${was}" finds nothing, which may be asked for behind it.`);
    }
  }
  for (const { was, made } of change.places) {
    if (was.type !== 'MemberExpression' || made.type !== 'CallExpression' || !isAskedFor(tree, was)) continue;
    const name = calledName(made.callee) ?? '';
    if (THROWS.test(name)) return refuse('same-result', `"${name}" throws where there is nothing, which is asked for.`);
  }
  return null;
};

/** `process.env.PORT || 3000`, `if (options.port)`: nothing is an answer too. */
function isAskedFor(tree: SyntaxTree, read: Node): boolean {
  const parent = tree.parent(read);
  switch (parent?.type) {
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
      return isAskedFor(tree, parent);
    case 'LogicalExpression':
      return parent.left === read || isTested(tree, read);
    case 'UnaryExpression':
      return /^(?:!|typeof)$/.test(parent.operator);
    case 'MemberExpression':
      return parent.object === read && parent.optional;
    case 'BinaryExpression':
      return [parent.left, parent.right].some(isNothing);
    case 'CallExpression':
      return parent.arguments[0] === read && isConversionAskedFor(tree, parent);
    case 'VariableDeclarator':
      return parent.init === read && isVariableAskedFor(tree, parent.id);
    default:
      return isTested(tree, read);
  }
}

/** `Boolean(process.env.CI)`, `Number(process.env.PORT) || 3000` */
function isConversionAskedFor(tree: SyntaxTree, call: CallExpression): boolean {
  const name = call.callee.type === 'Identifier' ? call.callee.name : '';
  return name === 'Boolean' || (/^(?:Number|parseInt|parseFloat|String)$/.test(name) && isAskedFor(tree, call));
}

function isVariableAskedFor(tree: SyntaxTree, variable: Node): boolean {
  if (variable.type !== 'Identifier') return false;
  return usesOf(tree, variable).some((use) => tree.parent(use)?.type !== 'VariableDeclarator' && isAskedFor(tree, use));
}

const THROWS = /Or(?:Throw|Fail|Error)$/;

/** Whether a member of what is found is read at once, so that nothing found is an error already. */
function isTakenForGranted(tree: SyntaxTree, found: Node): boolean {
  const parent = tree.parent(found);
  switch (parent?.type) {
    case 'AwaitExpression':
    case 'ParenthesizedExpression':
    case 'TSNonNullExpression':
      return parent.type === 'TSNonNullExpression' || isTakenForGranted(tree, parent);
    case 'MemberExpression':
      return parent.object === found && !parent.optional;
    case 'ExpressionStatement':
      return false;
    case 'VariableDeclarator':
      return parent.init === found && (parent.id.type === 'ObjectPattern' || isReadAtOnce(tree, parent.id));
    default:
      return false;
  }
}

/** By its first use, which no other one has asked before; and no later one asks. */
function isReadAtOnce(tree: SyntaxTree, variable: Node): boolean {
  if (variable.type !== 'Identifier' || nameScopes(tree).named(variable.name).bindings.length === 0) return false;
  const uses = usesOf(tree, variable).filter((each) => each !== variable);
  return (
    uses.length > 0 &&
    uses.every((use) => {
      const parent = tree.parent(use);
      if (parent?.type === 'TSNonNullExpression') return true;
      return parent?.type === 'MemberExpression' && parent.object === use && !parent.optional;
    })
  );
}
