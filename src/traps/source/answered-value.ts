import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { typesOf } from '../../semantics/values/primitive-type.js';
import { type FunctionNode, isFunction } from '../../syntax/is-function.js';
import { calledName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { type Change, changedStatements, type Trap } from '../trap.js';

/**
 * `done(x);` → `return done(x);` where the function is asked for what it answers, which was nothing: `some` stops, an
 * effect is tidied up by it, `new` gives it instead of the object. A file that returns is no script of a page, and of what
 * is declared to give nothing only nothing may be returned.
 */
export const answeredValue: Trap = (change) => {
  const { before: tree, after } = change;
  for (const { was, made } of changedStatements(change)) {
    if (made.type !== 'ReturnStatement' || made.argument === null || was.type !== 'ExpressionStatement') continue;
    const holder = after.lineage(made).find(isFunction);
    if (!holder && !tree.program.body.some(returns)) {
      return refuse('reachable', 'Outside of functions only a module of Node can return.');
    }
    if (holder && isAsked(after, holder)) return refuse('same-result', 'What the function answers is asked for.');
    if (holder && isVoid(after, holder) && mayGiveValue(change, was.expression)) return NOTHING;
  }
  return null;
};

const NOTHING = refuse(
  'same-result',
  'The function is declared to give nothing, and what it would return may be something.',
);

function isVoid(tree: SyntaxTree, { returnType }: FunctionNode): boolean {
  return (
    returnType !== null && returnType !== undefined && /^:\s*(?:Promise<\s*)?void\b/.test(textOf(tree, returnType))
  );
}

/** What is known of its type is left to the check of types. Of functions by themselves, `next()` and the like, few give anything. */
function mayGiveValue({ before: tree, site }: Change, node: Node): boolean {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false;
  return typesOf(tree, node, site.types).has('unknown');
}

/** A statement of a file, or a branch of one, that returns from the file. */
function returns(node: Node): boolean {
  switch (node.type) {
    case 'ReturnStatement':
      return true;
    case 'BlockStatement':
      return node.body.some(returns);
    case 'IfStatement':
      return returns(node.consequent) || (node.alternate !== null && returns(node.alternate));
    default:
      return false;
  }
}

function isAsked(tree: SyntaxTree, holder: FunctionNode): boolean {
  const parent = tree.parent(holder);
  if (parent?.type === 'MethodDefinition') return parent.kind === 'constructor';
  if (parent?.type !== 'CallExpression' || parent.callee === holder) return false;
  if (/^(?:(?:_|lodash)\.\w+|(?:\$|jQuery)\.(?:each|map|grep))$/.test(textOf(tree, parent.callee))) return true;
  const name = calledName(parent.callee) ?? '';
  if (/^replace(?:All)?$/.test(name)) return parent.arguments[1] === holder;
  // Databases have a `find` as well, whose callback is given an error and answers nobody.
  return ASKS.test(name) && parent.arguments[0] === holder && !/^e(?:rr(?:or)?)?$/.test(firstName(holder));
}

function firstName({ params: [first] }: FunctionNode): string {
  return first?.type === 'Identifier' ? first.name : '';
}

const ASKS =
  /^(?:map|flatMap|filter|some|every|find(?:Last)?(?:Index)?|reduce(?:Right)?|sort|toSorted|use(?:Layout|Insertion)?Effect|useMemo|useState)$/;
