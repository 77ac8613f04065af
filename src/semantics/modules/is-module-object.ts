import type { Node } from 'oxc-parser';
import type { FixSite } from '../../model/fix-site.js';
import { declaresMethod } from '../../syntax/declares-method.js';
import { memberName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import { parseSyntax } from '../../syntax/parse-syntax.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { usesOf } from '../../syntax/uses-of.js';
import { moduleOf } from './brings-in-global.js';

/**
 * Whether an expression is a module as a whole, whose members are functions of its own: `import * as lib`, and what is
 * required or imported as one and asked for what no list, text or object has, or whose source has a function of the name.
 * @param method that is called of it
 */
export function isModuleObject(
  tree: SyntaxTree,
  node: Node,
  method: string,
  { path, packages }: Pick<FixSite, 'path' | 'packages'>,
): boolean {
  const binding = node.type === 'Identifier' ? nameScopes(tree).resolve(node.name, node) : null;
  if (!binding) return false;
  const { declaration, identifier } = binding;
  if (declaration.type === 'ImportNamespaceSpecifier') return true;
  const isWhole =
    declaration.type === 'ImportDefaultSpecifier' ||
    (declaration.type === 'VariableDeclarator' && declaration.id === identifier && isRequired(declaration.init));
  if (!isWhole || identifier.type !== 'Identifier') return false;
  if (hasOwnMembers(tree, identifier)) return true;
  const source = packages?.sourceAt?.(path, moduleOf(tree, binding) ?? '') ?? null;
  const module = source && parseSyntax(source.path, source.text);
  return module !== null && (declaresMethod(module, method) || declaresFunction(module, method));
}

function isRequired(init: Node | null): boolean {
  return init?.type === 'CallExpression' && init.callee.type === 'Identifier' && init.callee.name === 'require';
}

function hasOwnMembers(tree: SyntaxTree, name: Extract<Node, { type: 'Identifier' }>): boolean {
  return usesOf(tree, name).some((use) => {
    const parent = tree.parent(use);
    const member = parent?.type === 'MemberExpression' && parent.object === use ? memberName(parent) : null;
    return member !== null && !BUILT_IN.some((each) => member in each);
  });
}

const BUILT_IN = [Array.prototype, String.prototype, Map.prototype, Set.prototype];

function declaresFunction({ program }: SyntaxTree, name: string): boolean {
  return program.body.some((node) => node.type === 'FunctionDeclaration' && node.id?.name === name);
}
