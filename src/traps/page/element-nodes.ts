import type { Node } from 'oxc-parser';
import { type Refusal, refuse } from '../../model/refusal.js';
import { isTested } from '../../semantics/uses/is-tested.js';
import { comesTo } from '../../semantics/values/comes-to.js';
import { isFunction } from '../../syntax/is-function.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/**
 * `firstChild` → `firstElementChild`, `childNodes` → `children`: text is a node and no element, and a collection has no
 * `forEach`. `parentNode` → `parentElement`: a document, a fragment and the root of a shadow are no elements.
 */
export const elementNodes: Trap = ({ before: tree, places }) => {
  for (const { old, next } of places) {
    const was = old.find((node) => node.type === 'MemberExpression');
    const made = next.find((node) => node.type === 'MemberExpression');
    const name = was && memberName(was);
    if (!was || !made || !name || ELEMENTS[name] !== memberName(made)) continue;
    const refusal = name === 'parentNode' ? checkParent(tree, was) : checkNodes(tree, was, name);
    if (refusal) return refusal;
  }
  return null;
};

const ELEMENTS: Readonly<Record<string, string>> = {
  childNodes: 'children',
  firstChild: 'firstElementChild',
  lastChild: 'lastElementChild',
  nextSibling: 'nextElementSibling',
  nodeName: 'tagName',
  parentNode: 'parentElement',
  previousSibling: 'previousElementSibling',
};

function checkParent(tree: SyntaxTree, node: Node): Refusal | null {
  const isOfElement = usesOfValue(tree, node).every((use) => {
    const parent = tree.parent(use);
    if (parent?.type === 'MemberExpression' && parent.object === use) return !OF_NODES.test(memberName(parent) ?? '');
    return comesTo(tree, use).length > 0 && !isTested(tree, use);
  });
  return isOfElement
    ? null
    : refuse('same-result', 'The parent may be a document, a fragment or the root of a shadow, which are no elements.');
}

/** What a document or a fragment has as well. */
const OF_NODES =
  /^(?:append|prepend|contains|children|childNodes|getElementById|isConnected|isEqualNode|isSameNode|node\w+|normalize|ownerDocument|textContent|\w+(?:Child|Children|ElementChild|Before)|childElementCount|compareDocumentPosition|getRootNode|parent\w+|querySelector(?:All)?|(?:add|remove)EventListener|dispatchEvent)$/;

function checkNodes(tree: SyntaxTree, node: Node, name: string): Refusal | null {
  const isAny =
    name === 'childNodes'
      ? needsNodes(tree, node)
      : name === 'nodeName'
        ? isTested(tree, node)
        : usesOfValue(tree, node).some((use) => meansAnyNode(tree, use));
  return isAny || asksForText(tree, node)
    ? refuse('same-result', 'Text is meant as well here, or what only a list of all nodes has.')
    : null;
}

/** The expressions that have a value in the end: itself, what it goes through, and where the names it is set to are read. */
function usesOfValue(tree: SyntaxTree, node: Node): readonly Node[] {
  const uses = new Set([node]);
  // A set that grows is gone through to its end.
  for (const use of uses) for (const next of comesTo(tree, use)) uses.add(next);
  return [...uses];
}

/** Where the function around tells texts from elements, or reads what nodes of a page have not. */
function asksForText(tree: SyntaxTree, node: Node): boolean {
  const around = tree.lineage(node).find(isFunction);
  if (!around) return false;
  const code = textOf(tree, around).replace(/\bnodeType\s*[!=]==?\s*(?:1\b|[\w.]*ELEMENT_NODE\b)/g, '');
  return /\bnodeType\b|\b(?:TEXT|COMMENT)_NODE\b|#text\b|\bnodeValue\b|\binstanceof\s+(?:\w+\.)*(?:Text|Comment|CharacterData)\b/.test(
    code,
  );
}

/** Counted, spread, handed to somebody, or called for what a collection of elements has not. */
function needsNodes(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  if (parent?.type === 'SpreadElement') return true;
  if (parent?.type === 'CallExpression') {
    return parent.callee !== node && !/^(?:from|call|apply)$/.test(calledName(parent.callee) ?? '');
  }
  return (
    parent?.type === 'MemberExpression' &&
    parent.object === node &&
    /^(?:forEach|entries|keys|values|length)$/.test(memberName(parent) ?? '')
  );
}

/** Compared, tested to go on for as long as there is one or for being none, taken away, put something before, or read as text. */
function meansAnyNode(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  switch (parent?.type) {
    case 'MemberExpression':
      return parent.object === node && TEXT.test(memberName(parent) ?? '');
    case 'CallExpression':
      return parent.callee !== node && MOVES.test(calledName(parent.callee) ?? '');
    case 'BinaryExpression':
    case 'UnaryExpression':
      return true;
    case 'AssignmentExpression':
      return tree.lineage(parent).some((each) => isLoopTest(tree, each));
    default:
      return isTested(tree, node) && tree.lineage(node).some((each) => isLoopTest(tree, each));
  }
}

const TEXT =
  /^(?:nodeValue|data|nodeType|nodeName|textContent|wholeText|splitText|length|type|attrs|marks|nodeSize|kind)$/;
const MOVES = /^(?:remove|insert|replace|append|prepend|before|after|add|move)(?![a-z])/;

function isLoopTest(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  return (
    /^(?:While|DoWhile|For)Statement$/.test(parent?.type ?? '') && !!parent && 'test' in parent && parent.test === node
  );
}
