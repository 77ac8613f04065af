import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isTested } from '../../semantics/uses/is-tested.js';
import { isFunction } from '../../syntax/is-function.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/** `firstChild` → `firstElementChild`, `childNodes` → `children`: text is a node and no element, and a collection has no `forEach`. */
export const elementNodes: Trap = ({ before: tree, places }) => {
  for (const { old, next } of places) {
    const was = old.find((node) => node.type === 'MemberExpression');
    const made = next.find((node) => node.type === 'MemberExpression');
    const name = was && memberName(was);
    if (!was || !made || !name || ELEMENTS[name] !== memberName(made)) continue;
    if ((name === 'childNodes' ? needsNodes(tree, was) : meansAnyNode(tree, was)) || asksForText(tree, was)) {
      return refuse('same-result', 'Text is meant as well here, or what only a list of all nodes has.');
    }
  }
  return null;
};

const ELEMENTS: Readonly<Record<string, string>> = {
  childNodes: 'children',
  firstChild: 'firstElementChild',
  lastChild: 'lastElementChild',
  nextSibling: 'nextElementSibling',
  previousSibling: 'previousElementSibling',
};

/** Where the function around tells texts from elements, or reads what nodes of a page have not. */
function asksForText(tree: SyntaxTree, node: Node): boolean {
  const around = tree.lineage(node).find(isFunction);
  if (!around) return false;
  const code = textOf(tree, around).replace(/\bnodeType\s*[!=]==?\s*(?:1\b|[\w.]*ELEMENT_NODE\b)/g, '');
  return /\bnodeType\b|\b(?:TEXT|COMMENT)_NODE\b|#text\b|\bnodeValue\b/.test(code);
}

/** Counted, handed to somebody, or called for what a collection of elements has not. */
function needsNodes(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  if (parent?.type === 'CallExpression') {
    return parent.callee !== node && !/^(?:from|call|apply)$/.test(calledName(parent.callee) ?? '');
  }
  return (
    parent?.type === 'MemberExpression' &&
    parent.object === node &&
    /^(?:forEach|entries|keys|values|length)$/.test(memberName(parent) ?? '')
  );
}

/** Tested to go on for as long as there is one, taken away, put something before, or read as text. */
function meansAnyNode(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  if (parent?.type === 'MemberExpression' && parent.object === node) return TEXT.test(memberName(parent) ?? '');
  if (parent?.type === 'CallExpression') return MOVES.test(memberName(parent.callee) ?? '') && parent.callee !== node;
  if (parent?.type === 'AssignmentExpression' || parent?.type === 'BinaryExpression') {
    return tree.lineage(parent).some((each) => isLoopTest(tree, each));
  }
  return isTested(tree, node) && tree.lineage(node).some((each) => isLoopTest(tree, each));
}

const TEXT =
  /^(?:nodeValue|data|nodeType|nodeName|textContent|wholeText|splitText|length|type|attrs|marks|nodeSize|kind)$/;
const MOVES = /^(?:removeChild|insertBefore|replaceChild|appendChild)$/;

function isLoopTest(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  return (
    /^(?:While|DoWhile|For)Statement$/.test(parent?.type ?? '') && !!parent && 'test' in parent && parent.test === node
  );
}
