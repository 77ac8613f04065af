import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { moduleOf } from '../../semantics/modules/brings-in-global.js';
import { isOwnPath } from '../../semantics/modules/is-own-path.js';
import { onePrimitive, typeBySyntax, typesOf } from '../../semantics/values/primitive-type.js';
import { calledName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { changedCalls, type Trap } from '../trap.js';

/**
 * `assert.equal(a, null)` → `assert.strictEqual(a, null)`: compared loosely, undefined passes as well. Where one side is
 * known to be a text, number or boolean, a test means just this; of two that nobody knows it may count on `'1'` for 1.
 */
export const strictAssertion: Trap = (change) => {
  const { before: tree, site } = change;
  for (const { old, next } of changedCalls(change)) {
    const [was, is] = [calledName(old.callee) ?? '', calledName(next.callee) ?? ''];
    if (STRICT[was] !== is && STRICT[is] !== was) continue;
    if (isOfProject(tree, old.callee)) {
      return refuse(
        'same-result',
        'The assertions are those of the project itself, which say what they compare and how.',
      );
    }
    const [actual, expected] = old.arguments;
    if (!actual || !expected) continue;
    const sides = [actual, expected];
    if (sides.some((side) => /^(?:null|undefined)$/.test(typeBySyntax(side)))) {
      return refuse(
        'null-comparison',
        'Compared loosely, null and undefined are equal; compared strictly they are not.',
      );
    }
    const isKnown = sides.some((side) => onePrimitive(typesOf(tree, side, site.types)) !== null);
    if (!isKnown && !/deep/i.test(was)) {
      return refuse('same-operand-types', 'Neither operand is known to be of a primitive type.');
    }
  }
  return null;
};

/** `assert.equal` of `import { assert } from './assert'`: not Node's, and perhaps without a strict one. */
function isOfProject(tree: SyntaxTree, callee: Node): boolean {
  const object = callee.type === 'MemberExpression' ? callee.object : null;
  const binding = object?.type === 'Identifier' ? nameScopes(tree).resolve(object.name, object) : null;
  return binding !== null && isOwnPath(moduleOf(tree, binding) ?? '');
}

const STRICT: Readonly<Record<string, string>> = {
  equal: 'strictEqual',
  notEqual: 'notStrictEqual',
  deepEqual: 'deepStrictEqual',
  notDeepEqual: 'notDeepStrictEqual',
};
