import type { Node } from 'oxc-parser';
import { memberName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { valuesFrom } from '../values/values-from.js';

/** Whether an address is given to a request of the module `http` of Node, which throws for one of another protocol. */
export function isAskedByHttp(tree: SyntaxTree, address: Node): boolean {
  return valuesFrom(tree, sumAround(tree, address)).some((value) => {
    const parent = tree.parent(value);
    if (parent?.type === 'NewExpression') {
      const isUrl = parent.callee.type === 'Identifier' && parent.callee.name === 'URL';
      return isUrl && parent.arguments[0] === value && isAskedByHttp(tree, parent);
    }
    return parent?.type === 'CallExpression' && parent.arguments[0] === value && isRequest(tree, parent.callee);
  });
}

function sumAround(tree: SyntaxTree, node: Node): Node {
  const parent = tree.parent(node);
  return parent?.type === 'BinaryExpression' && parent.operator === '+' ? sumAround(tree, parent) : node;
}

function isRequest(tree: SyntaxTree, callee: Node): boolean {
  const isTaken = callee.type === 'Identifier';
  if (!isTaken && !/^(?:get|request)$/.test(memberName(callee) ?? '')) return false;
  const module = callee.type === 'MemberExpression' ? callee.object : callee;
  if (module.type === 'CallExpression') return LOADS_HTTP.test(textOf(tree, module));
  if (module.type !== 'Identifier') return false;
  const declaration = nameScopes(tree).resolve(module.name, module)?.declaration;
  const source = declaration && tree.lineage(declaration).find(({ type }) => LOADING.test(type));
  return source !== undefined && LOADS_HTTP.test(textOf(tree, source));
}

const LOADS_HTTP = /(?:\bfrom\s*|\brequire\(\s*)(['"])(?:node:)?http\1/;

const LOADING = /^(?:ImportDeclaration|VariableDeclarator)$/;
