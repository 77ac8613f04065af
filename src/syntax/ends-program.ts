import type { Node } from 'oxc-parser';
import { contains } from '../model/position.js';
import { calledName, memberName } from './member-name.js';
import { nameScopes } from './name-scopes.js';
import { boundFunction } from './named-function.js';
import type { SyntaxTree } from './syntax-tree.js';

type CallExpression = Extract<Node, { type: 'CallExpression' }>;

/** Whether behind an expression nothing runs: `process.exit(1)`, `process.abort()`, `Deno.exit()`. */
export function endsProgram(tree: SyntaxTree, node: Node): boolean {
  return endingCall(tree, node) !== null;
}

/** The call that ends the program when an expression is evaluated; null where none is known to. */
export function endingCall(tree: SyntaxTree, node: Node): CallExpression | null {
  switch (node.type) {
    case 'AwaitExpression':
      return endingCall(tree, node.argument);
    case 'UnaryExpression':
      return node.operator === 'void' ? endingCall(tree, node.argument) : null;
    case 'ParenthesizedExpression':
    case 'ChainExpression':
      return endingCall(tree, node.expression);
    case 'CallExpression': {
      const isEnd = /^(?:exit|abort|reallyExit)$/.test(nameOfCalled(tree, node.callee));
      if (isEnd && isOfProcess(tree, node.callee)) return node;
      const only = onlyStepOf(tree, node.callee);
      return only && endingCall(tree, only);
    }
    default:
      return null;
  }
}

/** All that a called function of the file does, where that is one expression without a name of its own: `() => process.exit(1)`. */
function onlyStepOf(tree: SyntaxTree, callee: Node): Node | null {
  const binding = callee.type === 'Identifier' ? nameScopes(tree).resolve(callee.name, callee) : null;
  const called = binding && /^(?:const|function)$/.test(binding.kind) ? boundFunction(binding) : null;
  if (!called || called.async || called.generator || contains(called, callee)) return null;
  if (called.body?.type !== 'BlockStatement') return called.body;
  const [only, ...others] = called.body.body;
  return only?.type === 'ExpressionStatement' && others.length === 0 ? only.expression : null;
}

/** What a called function is called where it comes from. */
function nameOfCalled(tree: SyntaxTree, callee: Node): string {
  const imported = callee.type === 'Identifier' ? nameScopes(tree).resolve(callee.name, callee)?.declaration : null;
  if (imported?.type === 'ImportSpecifier' && imported.imported.type === 'Identifier') return imported.imported.name;
  return calledName(callee) ?? '';
}

function isOfProcess(tree: SyntaxTree, callee: Node): boolean {
  if (callee.type === 'Identifier') return comesFromProcess(tree, callee);
  if (callee.type !== 'MemberExpression') return false;
  const { object } = callee;
  if (object.type !== 'Identifier') return memberName(object) === 'process';
  return /^(?:process|Deno)$/.test(object.name) || comesFromProcess(tree, object);
}

function comesFromProcess(tree: SyntaxTree, identifier: Extract<Node, { type: 'Identifier' }>): boolean {
  const declaration = nameScopes(tree).resolve(identifier.name, identifier)?.declaration;
  if (declaration?.type === 'VariableDeclarator') return declaration.init !== null && isProcess(declaration.init);
  const parent = declaration && tree.parent(declaration);
  return parent?.type === 'ImportDeclaration' && PROCESS.test(parent.source.value);
}

/** `process` itself, and `require('process')`. */
function isProcess(node: Node): boolean {
  if (node.type === 'Identifier') return node.name === 'process';
  const [source] = node.type === 'CallExpression' && calledName(node.callee) === 'require' ? node.arguments : [];
  return source?.type === 'Literal' && typeof source.value === 'string' && PROCESS.test(source.value);
}

const PROCESS = /^(?:node:)?process$/;
