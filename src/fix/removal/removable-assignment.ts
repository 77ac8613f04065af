import type { AssignmentExpression, MemberExpression, Node } from 'oxc-parser';
import type { TextRange } from '../../model/position.js';
import { type Refusal, refuse } from '../../model/refusal.js';
import { hasEffects, holdsCode } from '../../semantics/effects/has-effects.js';
import { isWritten } from '../../semantics/names/is-written.js';
import { memberName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { namesHead } from '../matching/covers-head.js';
import { isReadByLanguage } from './read-by-language.js';
import { CHANGED, IMPURE, STAYS, stillUsed, USED } from './removal-refusal.js';
import { isNamedBy, type RemovalRequest } from './removal-request.js';

/** Why an assignment may not go, or null: others may ask for what is set, or what it is set to has effects. */
export function checkAssignment(
  tree: SyntaxTree,
  match: TextRange,
  assignment: AssignmentExpression,
  request: RemovalRequest | null,
): Refusal | null {
  const { left, right } = assignment;
  if (!namesHead(match, left) || left.type !== 'MemberExpression') return USED;
  if (isExport(tree, left)) return STAYS;
  if (request && isStateByChance(left, request)) return STATE;
  if (keepsGiven(tree, assignment)) return STATE;
  if (isRead(tree, left)) return stillUsed(textOf(tree, left));
  if (isReadByLanguage(tree, left)) return CHANGED;
  return hasEffects(tree, right) || hasEffects(tree, left) || holdsCode(tree, right) ? IMPURE : null;
}

/** `this.stage = null` by a rule that never speaks of a stage: what every object of its kind begins with. */
function isStateByChance(target: MemberExpression, request: RemovalRequest): boolean {
  return target.object.type === 'ThisExpression' && !isNamedBy(request, memberName(target) ?? '');
}

/** `this.name = name` of a parameter: nothing else may keep what an object is made with. */
function keepsGiven(tree: SyntaxTree, { left, right }: AssignmentExpression): boolean {
  if (left.type !== 'MemberExpression' || left.object.type !== 'ThisExpression' || right.type !== 'Identifier')
    return false;
  return nameScopes(tree).resolve(right.name, right)?.kind === 'parameter';
}

/** `exports.a = …` is to CommonJS what `export` is to a module. */
function isExport(tree: SyntaxTree, target: Node): boolean {
  return /^(?:module\s*\.\s*)?exports\b/.test(textOf(tree, target));
}

/** Whether what is assigned to is read anywhere in the file. */
function isRead(tree: SyntaxTree, target: Node): boolean {
  const text = textOf(tree, target);
  return tree
    .descendants(tree.program)
    .some(
      (node) =>
        (node.type === target.type && textOf(tree, node) === text && !isWritten(tree, node)) ||
        mayReadStatic(tree, target, node) ||
        carriesState(tree, target, node),
    );
}

/** `self.timer` is read where `this.timer` is set, or `this.timer` is set to something else: it tells others how things stand. */
function carriesState(tree: SyntaxTree, target: Node, node: Node): boolean {
  if (target.type !== 'MemberExpression' || target.object.type !== 'ThisExpression') return false;
  if (node.type !== 'MemberExpression' || memberName(node) === null || memberName(node) !== memberName(target))
    return false;
  if (!isWritten(tree, node)) return node.object.type === 'Identifier';
  const [set, other] = [tree.parent(target), tree.parent(node)];
  if (set?.type !== 'AssignmentExpression' || other?.type !== 'AssignmentExpression') return false;
  return textOf(tree, node) === textOf(tree, target) && textOf(tree, set.right) !== textOf(tree, other.right);
}

/** `this.constructor.propTypes`, `type.propTypes` of a parameter, `const { propTypes } = Field`: that of a class by another way. */
function mayReadStatic(tree: SyntaxTree, target: Node, node: Node): boolean {
  if (target.type !== 'MemberExpression' || target.object.type !== 'Identifier') return false;
  const name = memberName(target);
  if (name === null || !/^[A-Z]/.test(target.object.name)) return false;
  if (node.type === 'MemberExpression') {
    if (memberName(node) !== name || isWritten(tree, node)) return false;
    const { object } = node;
    if (object.type !== 'Identifier') return textOf(tree, object) === 'this.constructor';
    return nameScopes(tree).resolve(object.name, object)?.kind === 'parameter';
  }
  if (node.type !== 'VariableDeclarator' || node.id.type !== 'ObjectPattern' || !node.init) return false;
  return (
    textOf(tree, node.init) === target.object.name &&
    node.id.properties.some((each) => each.type === 'RestElement' || staticName(each.key, each.computed) === name)
  );
}

const STATE = refuse('still-referenced', 'Others may ask an object for it.');
