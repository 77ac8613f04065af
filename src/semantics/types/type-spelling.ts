import type { Node } from 'oxc-parser';
import { applyEditsWithin, type Edit } from '../../model/edit.js';
import { contains, type TextRange } from '../../model/position.js';
import { isUnbound } from '../../syntax/is-unbound.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { declarationOf } from '../values/declaration-of.js';

/** The names of React's type of a component, and of a list: types that have two spellings of one meaning. */
const COMPONENT = /^(?:React\.)?(?:FC|FunctionComponent|SFC|StatelessComponent)$/;
const LIST = /^(?:Readonly)?Array$/;

/** Whether a range begins in a type that can be spelt in another way, such as `React.FC`, `React.Key` or `Array<string>`. */
export function isInSpeltType(tree: SyntaxTree, { start }: TextRange): boolean {
  const spelt = tree.lineage(tree.enclosing({ start, end: start + 1 })).find(isNamedOrAnnotation);
  const type = spelt?.type === 'TSTypeAnnotation' ? spelt.typeAnnotation : spelt;
  if (type?.type !== 'TSTypeReference') return false;
  if (isComponentType(tree, type) || isListType(tree, type)) return true;
  return type.typeName.type === 'TSQualifiedName' && importedType(tree, type) !== null;
}

function isNamedOrAnnotation({ type }: Node): boolean {
  return type === 'TSTypeReference' || type === 'TSTypeAnnotation';
}

type Reference = Extract<Node, { type: 'TSTypeReference' }>;

function isListType(tree: SyntaxTree, { typeName }: Reference): boolean {
  if (typeName.type !== 'Identifier' || !LIST.test(typeName.name)) return false;
  return isUnbound(tree, typeName);
}

/** `React` itself may be a global. */
function isComponentType(tree: SyntaxTree, { typeName }: Reference): boolean {
  if (!COMPONENT.test(textOf(tree, typeName))) return false;
  const name = typeName.type === 'TSQualifiedName' ? typeName.left : typeName;
  if (name.type !== 'Identifier') return false;
  const binding = nameScopes(tree).resolve(name.name, name);
  if (!binding) return name !== typeName;
  const { declaration } = binding;
  const module = tree.parent(declaration);
  if (module?.type !== 'ImportDeclaration' || module.source.value !== 'react') return false;
  return declaration.type !== 'ImportSpecifier' || COMPONENT.test(textOf(tree, declaration.imported));
}

/** The module and name of a type that is imported: `react#Key` for `React.Key` of all of it, and for `Key` by itself. */
function importedType(tree: SyntaxTree, { typeName }: Reference): string | null {
  const isMember = typeName.type === 'TSQualifiedName';
  const name = isMember ? typeName.left : typeName;
  if (name.type !== 'Identifier') return null;
  const declaration = nameScopes(tree).resolve(name.name, name)?.declaration;
  const module = declaration && tree.parent(declaration);
  if (module?.type !== 'ImportDeclaration') return null;
  if (isMember) {
    const isWhole = declaration?.type === 'ImportNamespaceSpecifier' || declaration?.type === 'ImportDefaultSpecifier';
    return isWhole ? `${module.source.value}#${typeName.right.name}` : null;
  }
  return declaration?.type === 'ImportSpecifier'
    ? `${module.source.value}#${textOf(tree, declaration.imported)}`
    : null;
}

/** Whether two pieces of code differ in nothing but how such types are spelt. */
export function spellsAlike(tree: SyntaxTree, old: Node, after: SyntaxTree, next: Node): boolean {
  return plain(tree, old) === plain(after, next);
}

/** Code with its component types, imported ones and lists of one name spelt in one way. */
function plain(tree: SyntaxTree, whole: Node): string {
  const edits = tree.overlapping(whole).flatMap((node): readonly Edit[] => {
    if (node.type !== 'TSTypeReference' || !contains(whole, node)) return [];
    if (isComponentType(tree, node)) return [{ range: node.typeName, text: ' FC' }];
    const imported = importedType(tree, node);
    if (imported !== null) return [{ range: node.typeName, text: imported }];
    const text = plainList(tree, node);
    return text === null ? [] : [{ range: node, text }];
  });
  // A list is spelt anew as a whole, with what it is of.
  const outermost = edits.filter((edit) => !edits.some((each) => each !== edit && contains(each.range, edit.range)));
  return applyEditsWithin(tree.text, whole, outermost) ?? textOf(tree, whole);
}

function plainList(tree: SyntaxTree, type: Reference): string | null {
  const [element, ...more] = type.typeArguments?.params ?? [];
  if (!element || more.length > 0 || !isListType(tree, type)) return null;
  if (!/^[\w.]+$/.test(textOf(tree, element))) return null;
  const imported = element.type === 'TSTypeReference' ? importedType(tree, element) : null;
  const name = imported ?? textOf(tree, element);
  return textOf(tree, type.typeName) === 'Array' ? `${name}[]` : `readonly ${name}[]`;
}

type Declarator = Extract<Node, { type: 'VariableDeclarator' }>;

/** Whether `A: React.FC<P> = (props) => …` became `A = (props: P) => …`, and nothing else. */
export function annotatesProps(tree: SyntaxTree, old: Declarator, after: SyntaxTree, next: Declarator): boolean {
  const type = old.id.typeAnnotation?.typeAnnotation;
  if (type?.type !== 'TSTypeReference' || !isComponentType(tree, type)) return false;
  if (needsComponentType(tree, old)) return false;
  const [props] = type.typeArguments?.params ?? [];
  const [was, is] = [old.init, next.init];
  if (!props || next.id.typeAnnotation || was?.type !== 'ArrowFunctionExpression' || is?.type !== was.type)
    return false;
  // The type of a component gives those behind the first one a type as well.
  const [given, ...others] = was.params;
  const [taken] = is.params;
  if (
    !given ||
    given.type === 'RestElement' ||
    others.length > 0 ||
    !taken ||
    !('typeAnnotation' in taken) ||
    ('typeAnnotation' in given && given.typeAnnotation)
  )
    return false;
  if ((/\bchildren\b/.test(textOf(tree, was)) || isGivenChildren(tree, old)) && !declaresChildren(tree, props))
    return false;
  const annotation = taken.typeAnnotation;
  if (annotation?.type !== 'TSTypeAnnotation') return false;
  if (textOf(tree, props) !== textOf(after, annotation.typeAnnotation)) return false;
  const [bare, made] = [without(tree, old, old.id.typeAnnotation), without(after, next, annotation)];
  return bare.replace(/\s+/g, '') === made.replace(/\s+/g, '');
}

/**
 * Whether a variable is set once more, or members of it are read: a memoised component is no plain function, and
 * `displayName` is none of its members. Those that are assigned become such.
 */
function needsComponentType(tree: SyntaxTree, { id }: Declarator): boolean {
  if (id.type !== 'Identifier') return true;
  const { bindings, references } = nameScopes(tree);
  const binding = bindings.find(({ identifier }) => identifier === id);
  if (binding?.kind !== 'const') return true;
  return references.some((each) => {
    if (each.binding !== binding) return false;
    const around = tree.parent(each.node);
    if (around?.type === 'VariableDeclarator') return around.id.type === 'ObjectPattern';
    if (around?.type !== 'MemberExpression' || around.object !== each.node) return false;
    const assignment = tree.parent(around);
    if (assignment?.type !== 'AssignmentExpression' || assignment.left !== around) return true;
    const statement = tree.parent(assignment);
    const block = statement && tree.parent(statement);
    return statement?.type !== 'ExpressionStatement' || block !== binding.scope;
  });
}

/** Whether the file puts something between the tags of a component. */
function isGivenChildren(tree: SyntaxTree, { id }: Declarator): boolean {
  return nameScopes(tree).references.some(({ node, binding }) => {
    const element = binding?.identifier === id ? tree.parent(tree.parent(node) ?? node) : null;
    return element?.type === 'JSXElement' && element.children.length > 0;
  });
}

/** In older versions of React the type of a component adds `children` to the props. */
function declaresChildren(tree: SyntaxTree, props: Node): boolean {
  const declaration = declarationOf(tree, props);
  if (declaration === null) return false;
  const names = [...tree.descendants(declaration)];
  return names.some((node) => node.type === 'Identifier' && /^(?:children|PropsWithChildren)$/.test(node.name));
}

function without(tree: SyntaxTree, whole: Node, part: TextRange | null | undefined): string {
  if (!part || !contains(whole, part)) return textOf(tree, whole);
  return tree.text.slice(whole.start, part.start) + tree.text.slice(part.end, whole.end);
}
