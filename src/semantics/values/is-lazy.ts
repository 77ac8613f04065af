import type { Node } from 'oxc-parser';
import { escapeRegex } from '../../model/escape-regex.js';
import type { FixSite } from '../../model/fix-site.js';
import { memberName } from '../../syntax/member-name.js';
import { type Binding, nameScopes } from '../../syntax/name-scopes.js';
import { boundFunction } from '../../syntax/named-function.js';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { moduleOf } from '../modules/brings-in-global.js';
import { constantValue } from './constant-value.js';

/** Whether what an expression gives is made one by one as it is asked for: by a generator, of this file or of another one. */
export function isLazy(tree: SyntaxTree, node: Node, site: FixSite): boolean {
  const binding = node.type === 'Identifier' ? nameScopes(tree).resolve(node.name, node) : null;
  const declared = binding?.identifier.type === 'Identifier' ? binding.identifier.typeAnnotation?.typeAnnotation : null;
  if (declared) return isLazyType(declared);
  const made = constantValue(tree, node);
  if (made.type === 'TSAsExpression') return isLazyType(made.typeAnnotation);
  if (made.type !== 'CallExpression') return false;
  const { callee } = made;
  if (callee.type === 'MemberExpression') return isGeneratorMethod(tree, memberName(callee));
  const called = callee.type === 'Identifier' ? nameScopes(tree).resolve(callee.name, callee) : null;
  return called !== null && isGenerator(tree, called, site);
}

function isLazyType(type: Node): boolean {
  switch (type.type) {
    case 'TSUnionType':
    case 'TSIntersectionType':
      return type.types.some(isLazyType);
    case 'TSParenthesizedType':
      return isLazyType(type.typeAnnotation);
    case 'TSTypeReference':
      return type.typeName.type === 'Identifier' && TYPES.test(type.typeName.name);
    default:
      return false;
  }
}

const TYPES = /^(?:Iterator|Iterable|IterableIterator|IteratorObject|Generator)$/;

function isGenerator(tree: SyntaxTree, binding: Binding, { path, packages }: FixSite): boolean {
  const { kind, identifier } = binding;
  const made = boundFunction(binding);
  if (made) return 'generator' in made && made.generator;
  const source = kind === 'import' ? packages?.sourceAt?.(path, moduleOf(tree, binding) ?? '') : null;
  return identifier.type === 'Identifier' && names(source?.text ?? '', '\\bfunction\\s*\\*', identifier.name);
}

/** Whether a text has a name right behind what a pattern finds. */
function names(text: string, pattern: string, name: string): boolean {
  return new RegExp(`${pattern}\\s*${escapeRegex(name)}(?![\\w$])`).test(text);
}

/** Of a class or object of this file. */
function isGeneratorMethod(tree: SyntaxTree, name: string | null): boolean {
  if (name === null || !names(tree.text, '\\*', name)) return false;
  return tree.descendants(tree.program).some((node) => {
    if (node.type !== 'MethodDefinition' && node.type !== 'Property') return false;
    return (
      node.value.type === 'FunctionExpression' && node.value.generator && staticName(node.key, node.computed) === name
    );
  });
}
