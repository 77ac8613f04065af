import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import type { TypeOracle } from '../../model/type-oracle.js';
import { isModuleObject } from '../../semantics/modules/is-module-object.js';
import { libraryFunction } from '../../semantics/modules/library-function.js';
import { asksForMore, readComparison } from '../../semantics/uses/read-comparison.js';
import { constantValue } from '../../semantics/values/constant-value.js';
import { isOfOtherType } from '../../semantics/values/is-of-other-type.js';
import { onePrimitive, typesOf } from '../../semantics/values/primitive-type.js';
import { oneKind } from '../../semantics/values/value-kinds.js';
import { declaresMethod } from '../../syntax/declares-method.js';
import { isCall } from '../../syntax/is-call.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/**
 * `indexOf(x) !== -1` → `includes(x)` asks the same, but for NaN, which only `includes` finds, and for other bounds;
 * `indexOf(x) === 0` → `startsWith(x)` does where it is asked of text.
 */
export const membership: Trap = ({ before: tree, site, places }) => {
  for (const { old, made } of places) {
    const asked = old.find((node) => node.type === 'BinaryExpression');
    const isNegated = made.type === 'UnaryExpression' && made.operator === '!';
    const answered = isNegated ? made.argument : made;
    if (asked?.type !== 'BinaryExpression' || answered.type !== 'CallExpression') continue;
    const name = memberName(answered.callee) ?? '';
    if (!/^(?:includes|startsWith)$/.test(name)) continue;
    const call = [asked.left, asked.right].find((side) => side.type === 'CallExpression');
    if (call?.type !== 'CallExpression' || !/^(?:lastI|i)ndexOf$/.test(memberName(call.callee) ?? '')) continue;
    const { object } = call.callee.type === 'MemberExpression' ? call.callee : { object: call.callee };
    const method = memberName(call.callee) ?? '';
    const isOwn = isModuleObject(tree, object, method, site) && libraryFunction(tree, call.callee) === null;
    if (isOwn || /^(?:ThisExpression|Super)$/.test(object.type) || isOfOtherType(tree, object, site.types)) {
      return refuse('same-arguments', `Whether this object has a method ${name} cannot be told.`);
    }
    if (declaresMethod(tree, method) && !isOfLanguage(tree, object, site.types)) {
      return refuse(
        'name-shadowed',
        `This file has a method "${method}" of its own, which may be the one called here.`,
      );
    }
    if (name === 'startsWith' && onePrimitive(typesOf(tree, object, site.types)) !== 'string') {
      return refuse('same-operand-types', 'Only text has startsWith, and whether this is text cannot be told.');
    }
    const wanted = name === 'includes' ? isFoundTest(tree, asked, call) : isStartTest(tree, asked, call);
    if (wanted === null || wanted === isNegated) {
      return refuse('same-arguments', 'The comparison asks for something else than whether the element is there.');
    }
    if (call.arguments.some((each) => isRegex(tree, each)) && oneKind(tree, object) !== 'array') {
      return refuse('same-arguments', 'indexOf looks for the text of a regular expression; includes throws at one.');
    }
    if (call.arguments.some((each) => /\bNaN$/.test(textOf(tree, each)))) {
      return refuse('same-arguments', 'indexOf never finds NaN, and includes does.');
    }
  }
  return null;
};

/** A text or a list, and nothing that the file makes itself. */
function isOfLanguage(tree: SyntaxTree, node: Node, types: TypeOracle | undefined): boolean {
  return onePrimitive(typesOf(tree, node, types)) !== null || oneKind(tree, node) === 'array';
}

function isRegex(tree: SyntaxTree, node: Node): boolean {
  const made = constantValue(tree, node);
  if (made.type === 'Literal') return 'regex' in made;
  return isCall(made) && calledName(made.callee) === 'RegExp';
}

/** True for "it begins so", false for "it does not", null for any other question. */
function isStartTest(tree: SyntaxTree, comparison: Comparison, call: Node): boolean | null {
  const { operator, bound } = readComparison(comparison, call);
  return textOf(tree, bound) === '0' && /^[!=]==?$/.test(operator) ? operator.startsWith('=') : null;
}

/** True for "it is there", false for "it is not", null for any other question. */
function isFoundTest(tree: SyntaxTree, comparison: Comparison, call: Node): boolean | null {
  const { operator, bound } = readComparison(comparison, call);
  return asksForMore(operator, Number(textOf(tree, bound).replace(/\s/g, '')), -1);
}

type Comparison = Extract<Node, { type: 'BinaryExpression' }>;
