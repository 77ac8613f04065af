import type { Node } from 'oxc-parser';
import { contains, type TextRange } from '../model/position.js';
import { nameScopes } from '../syntax/name-scopes.js';
import type { SyntaxTree } from '../syntax/syntax-tree.js';
import { textOf } from '../syntax/text-of.js';
import { declarationOf } from './values/value-kinds.js';

/** The names of React's type of a component, and of a list: types that have two spellings of one meaning. */
const COMPONENT = /^(?:React\.)?(?:FC|FunctionComponent)$/;
const LIST = /^(?:Readonly)?Array$/;

/** Whether a range begins in a type that can be spelt in another way, such as `React.FC` or `Array<string>`. */
export function isInSpeltType(tree: SyntaxTree, { start }: TextRange): boolean {
  const spelt = tree.lineage(tree.enclosing({ start, end: start + 1 })).find(isNamedOrAnnotation);
  const type = spelt?.type === 'TSTypeAnnotation' ? spelt.typeAnnotation : spelt;
  if (type?.type !== 'TSTypeReference') return false;
  const { typeName } = type;
  if (typeName.type !== 'Identifier') return COMPONENT.test(textOf(tree, typeName));
  const binding = nameScopes(tree).resolve(typeName.name, typeName);
  if (LIST.test(typeName.name)) return binding === null;
  const module = binding && tree.parent(binding.declaration);
  return COMPONENT.test(typeName.name) && module?.type === 'ImportDeclaration' && module.source.value === 'react';
}

function isNamedOrAnnotation({ type }: Node): boolean {
  return type === 'TSTypeReference' || type === 'TSTypeAnnotation';
}

/** Whether two statements differ in nothing but how such types are spelt. */
export function spellsAlike(old: string, next: string): boolean {
  return plain(old) === plain(next);
}

function plain(code: string): string {
  return code
    .replace(/\b(?:React\.)?(?:FC|FunctionComponent)\b/g, 'FC')
    .replace(/\bReadonlyArray<([\w.]+)>/g, 'readonly $1[]')
    .replace(/\bArray<([\w.]+)>/g, '$1[]')
    .replace(/\s+/g, '');
}

type Declarator = Extract<Node, { type: 'VariableDeclarator' }>;

/** Whether `A: React.FC<P> = (props) => …` became `A = (props: P) => …`, and nothing else. */
export function annotatesProps(tree: SyntaxTree, old: Declarator, after: SyntaxTree, next: Declarator): boolean {
  const type = old.id.typeAnnotation?.typeAnnotation;
  if (type?.type !== 'TSTypeReference' || !COMPONENT.test(textOf(tree, type.typeName))) return false;
  const [props] = type.typeArguments?.params ?? [];
  const [was, is] = [old.init, next.init];
  if (!props || next.id.typeAnnotation || was?.type !== 'ArrowFunctionExpression' || is?.type !== was.type)
    return false;
  const [given] = was.params;
  const [taken] = is.params;
  if (!given || !taken || !('typeAnnotation' in taken) || ('typeAnnotation' in given && given.typeAnnotation))
    return false;
  if (/\bchildren\b/.test(textOf(tree, was)) && !declaresChildren(tree, props)) return false;
  const annotation = taken.typeAnnotation;
  if (annotation?.type !== 'TSTypeAnnotation') return false;
  if (textOf(tree, props) !== textOf(after, annotation.typeAnnotation)) return false;
  const [bare, made] = [without(tree, old, old.id.typeAnnotation), without(after, next, annotation)];
  return bare.replace(/\s+/g, '') === made.replace(/\s+/g, '');
}

/** In older versions of React the type of a component adds `children` to the props. */
function declaresChildren(tree: SyntaxTree, props: Node): boolean {
  const declaration = declarationOf(tree, props);
  return declaration !== null && /\bchildren\b|\bPropsWithChildren\b/.test(textOf(tree, declaration));
}

function without(tree: SyntaxTree, whole: Node, part: TextRange | null | undefined): string {
  if (!part || !contains(whole, part)) return textOf(tree, whole);
  return tree.text.slice(whole.start, part.start) + tree.text.slice(part.end, whole.end);
}
