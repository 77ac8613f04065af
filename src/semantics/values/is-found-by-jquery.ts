import type { Node } from 'oxc-parser';
import { calledName, memberName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';

/**
 * Whether a value is a result of jQuery: by its name, by a call of jQuery or of a method that only it has, or because a
 * variable or member of that name is given one somewhere in the file.
 */
export function isFoundByJQuery(tree: SyntaxTree, node: Node): boolean {
  if (isByItself(node)) return true;
  if (node.type === 'Identifier') {
    const binding = nameScopes(tree).resolve(node.name, node);
    const uses = nameScopes(tree)
      .named(node.name)
      .references.filter((each) => each.binding === binding);
    const declaration = binding?.declaration;
    const first = declaration?.type === 'VariableDeclarator' ? declaration.init : null;
    return (
      (first !== null && first !== undefined && isByItself(first)) || uses.some((each) => isUsedAsOne(tree, each.node))
    );
  }
  const name = node.type === 'MemberExpression' ? memberName(node) : null;
  if (name === null) return false;
  return tree.descendants(tree.program).some((each) => {
    return each.type === 'MemberExpression' && memberName(each) === name && isUsedAsOne(tree, each);
  });
}

/** `$('#a')`, `$(this).parent()`, `row.addClass('on')`, `$row`, `this.$el`; of `show ? $('#a') : $('#b')` either. */
function isByItself(node: Node): boolean {
  switch (node.type) {
    case 'Identifier':
      return node.name.startsWith('$');
    case 'MemberExpression':
      return /^\$(?!refs$|parent$|root$)/.test(memberName(node) ?? '');
    case 'CallExpression': {
      if (node.callee.type !== 'MemberExpression') return /^(?:\$|jQuery)$/.test(calledName(node.callee) ?? '');
      return OWN.test(memberName(node.callee) ?? '') || isByItself(node.callee.object);
    }
    case 'ConditionalExpression':
      return isByItself(node.consequent);
    case 'LogicalExpression':
      return isByItself(node.right);
    default:
      return false;
  }
}

/** It is given such a result, or asked for what nothing else has: `row.addClass('on')`. */
function isUsedAsOne(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  if (parent?.type === 'AssignmentExpression') return parent.left === node && isByItself(parent.right);
  return parent?.type === 'MemberExpression' && parent.object === node && OWN.test(memberName(parent) ?? '');
}

const OWN =
  /^(?:(?:add|remove|toggle|has)Class|(?:append|prepend)To|insertAfter|fade(?:In|Out|To|Toggle)|slide(?:Up|Down|Toggle)|outer(?:Width|Height)|removeAttr|removeData|delegate|undelegate|triggerHandler|val|nextAll|prevAll|parents|parentsUntil)$/;
