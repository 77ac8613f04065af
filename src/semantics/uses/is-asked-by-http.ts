import type { Node } from 'oxc-parser';
import { calledName, memberName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { constantValue } from '../values/constant-value.js';
import { valuesFrom } from '../values/values-from.js';

/** Whether an address is given to a request of Node's module `http`, or by an agent of it: either throws for another protocol. */
export function isAskedByHttp(tree: SyntaxTree, address: Node): boolean {
  return valuesFrom(tree, sumAround(tree, address)).some((value) => {
    const parent = tree.parent(value);
    if (parent?.type === 'NewExpression') {
      const isUrl = parent.callee.type === 'Identifier' && parent.callee.name === 'URL';
      return isUrl && parent.arguments[0] === value && isAskedByHttp(tree, parent);
    }
    if (parent?.type !== 'CallExpression' || parent.arguments[0] !== value) return false;
    return isRequest(tree, parent.callee) || parent.arguments.some((argument) => holdsAgent(tree, argument));
  });
}

/** `fetch(url, { agent: new http.Agent() })`: an agent of one protocol throws for the other, whoever asks. */
function holdsAgent(tree: SyntaxTree, options: Node): boolean {
  const given = constantValue(tree, options);
  if (given.type !== 'ObjectExpression') return false;
  return given.properties.some((property) => {
    if (property.type !== 'Property' || staticName(property.key, property.computed) !== 'agent') return false;
    const agent = constantValue(tree, property.value);
    return agent.type === 'NewExpression' && isAgent(tree, agent.callee);
  });
}

function isAgent(tree: SyntaxTree, made: Node): boolean {
  if (/^Http(?:Proxy)?Agent$/.test(calledName(made) ?? '')) return true;
  if (calledName(made) !== 'Agent') return false;
  return isOfHttp(tree, made.type === 'MemberExpression' ? made.object : made);
}

function sumAround(tree: SyntaxTree, node: Node): Node {
  const parent = tree.parent(node);
  return parent?.type === 'BinaryExpression' && parent.operator === '+' ? sumAround(tree, parent) : node;
}

function isRequest(tree: SyntaxTree, callee: Node): boolean {
  const isTaken = callee.type === 'Identifier';
  if (!isTaken && !/^(?:get|request)$/.test(memberName(callee) ?? '')) return false;
  return isOfHttp(tree, callee.type === 'MemberExpression' ? callee.object : callee);
}

/** Whether it is that module, or what was taken from it by name. */
function isOfHttp(tree: SyntaxTree, module: Node): boolean {
  if (module.type === 'CallExpression') return LOADS_HTTP.test(textOf(tree, module));
  if (module.type !== 'Identifier') return false;
  const declaration = nameScopes(tree).resolve(module.name, module)?.declaration;
  const source = declaration && tree.lineage(declaration).find(({ type }) => LOADING.test(type));
  return source !== undefined && LOADS_HTTP.test(textOf(tree, source));
}

const LOADS_HTTP = /(?:\bfrom\s*|\brequire\(\s*)(['"])(?:node:)?http\1/;

const LOADING = /^(?:ImportDeclaration|VariableDeclarator)$/;
