import type { Node } from 'oxc-parser';
import { escapeRegex } from '../../model/escape-regex.js';
import { refuse } from '../../model/refusal.js';
import { caughtBy } from '../../semantics/uses/caught-by.js';
import { calledName } from '../../syntax/member-name.js';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { usesOf } from '../../syntax/uses-of.js';
import { changedPairs, type Trap } from '../trap.js';

/** `throw 'stop'` → `throw new Error('stop')`: who catches it may look at the text. */
export const thrownText: Trap = (change) => {
  const { before: tree } = change;
  for (const { old, next } of changedPairs(change, 'ThrowStatement')) {
    if (next.argument.type !== 'NewExpression' || old.argument.type === 'NewExpression') continue;
    if (caughtBy(tree, old).some((caught) => looksAt(tree, caught)) || isToldByText(tree, old.argument)) {
      return refuse('same-result', 'Who catches it uses what is thrown as the text it is.');
    }
  }
  return null;
};

/** All but to hand it on, log it, or ask it what errors are asked. */
function looksAt(tree: SyntaxTree, param: Node): boolean {
  return param.type !== 'Identifier' || usesOf(tree, param).some((use) => !treatsAsError(tree, use));
}

function treatsAsError(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  switch (parent?.type) {
    case 'ThrowStatement':
      return true;
    case 'BinaryExpression':
      return parent.operator === 'instanceof';
    case 'MemberExpression':
      return parent.object === node;
    case 'Property':
      return parent.value === node && staticName(parent.key, parent.computed) === 'cause';
    case 'TemplateLiteral':
      return isLogged(tree, parent);
    case 'UnaryExpression':
    case 'LogicalExpression':
    case 'ConditionalExpression':
      return choosesMessage(tree, node);
    case 'CallExpression':
      return LOOKS_AT_NONE.test(calledName(parent.callee) ?? '') || choosesMessage(tree, node);
    default:
      return false;
  }
}

/** Text for a log, which may say as well that it is an error. */
function isLogged(tree: SyntaxTree, text: Node): boolean {
  const call = tree.parent(text);
  return (
    call?.type === 'CallExpression' && /^(?:this\.)?_?(?:console|log|logger)\.\w+$/.test(textOf(tree, call.callee))
  );
}

const LOOKS_AT_NONE = /^(?:log|info|warn|error|debug|captureException|reject|next|done)$/;

/** `e.message || e`, `e instanceof Error ? e.message : String(e)`: the text itself, or the one that the error has of it. */
function choosesMessage(tree: SyntaxTree, node: Node): boolean {
  const name = textOf(tree, node);
  const isText = (each: Node): boolean => [name, `String(${name})`].includes(textOf(tree, each));
  return tree.lineage(node).some((each) => {
    if (each.type === 'LogicalExpression') {
      return each.operator !== '&&' && readsMessage(tree, each.left, name) && isText(each.right);
    }
    if (each.type !== 'ConditionalExpression') return false;
    const branches = [each.consequent, each.alternate];
    return branches.some(isText) && branches.some((branch) => readsMessage(tree, branch, name));
  });
}

function readsMessage(tree: SyntaxTree, node: Node, name: string): boolean {
  return new RegExp(`^${escapeRegex(name)}\\??\\.message$`).test(textOf(tree, node));
}

/** `if (err === 'stop')`, wherever in the file: what runs between the two need not be told. */
function isToldByText(tree: SyntaxTree, thrown: Node): boolean {
  const value = textGiven(thrown);
  if (value === null) return false;
  return tree.descendants(tree.program).some((node) => {
    if (node.type === 'SwitchStatement') {
      return isNamedAsError(node.discriminant) && node.cases.some(({ test }) => test && textGiven(test) === value);
    }
    if (node.type !== 'BinaryExpression' || !/^[!=]==?$/.test(node.operator)) return false;
    const sides = [node.left, node.right];
    return sides.some((each) => textGiven(each) === value) && sides.some(isNamedAsError);
  });
}

function textGiven(node: Node): string | null {
  return (node.type === 'Literal' && typeof node.value === 'string') || node.type === 'TemplateLiteral'
    ? staticName(node, true)
    : null;
}

function isNamedAsError(node: Node): boolean {
  return node.type === 'Identifier' && /^(?:e|ex|err|error|cause|reason|exception|thrown)$/.test(node.name);
}
