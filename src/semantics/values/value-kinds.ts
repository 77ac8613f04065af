import type { Node } from 'oxc-parser';
import { isUnbound } from '../../syntax/is-unbound.js';
import { isTypeScript } from '../../syntax/language-of.js';
import { memberName } from '../../syntax/member-name.js';
import { type Binding, nameScopes } from '../../syntax/name-scopes.js';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { requiredModule } from '../modules/required-module.js';
import { isSetAgain } from '../names/is-set-again.js';
import { isSetHere } from '../uses/is-set-here.js';
import { valueAtUse } from './constant-value.js';
import { declarationOf } from './declaration-of.js';
import { declaredMember, declaredType, handedType, takenMember } from './declared-type.js';
import { kindOfEnumMember, kindsOfEnum } from './enum-kinds.js';
import { isCommandLine } from './is-command-line.js';
import { isTextInTurn } from './is-text-in-turn.js';
import { numberedList } from './iterated-list.js';
import { DEPTH, type Declared, memberNamed, membersOfType } from './members-of-type.js';
import { reactState } from './react-state.js';

/** What members a value has. `record`: those it was given; `nullish`: none, not even those of all objects. */
export type ValueKind =
  | 'array'
  | 'string'
  | 'number'
  | 'boolean'
  | 'function'
  | 'map'
  | 'set'
  | 'record'
  | 'nullish'
  | 'unknown';

type Kinds = ReadonlySet<ValueKind>;

const UNKNOWN: Kinds = new Set(['unknown']);
const NULLISH: Kinds = new Set(['nullish']);
const only = (kind: ValueKind): Kinds => new Set([kind]);

/** The kind that an expression is of; null where it may be of several. */
export function oneKind(tree: SyntaxTree, node: Node, depth = 0): ValueKind | null {
  const [kind, ...others] = valueKinds(tree, node, depth);
  return kind !== undefined && others.length === 0 ? kind : null;
}

/** All kinds that an expression may be of, as far as annotations and initialisers of its own file tell. */
export function valueKinds(tree: SyntaxTree, node: Node, depth = 0): Kinds {
  if (depth > DEPTH) return UNKNOWN;
  switch (node.type) {
    case 'ParenthesizedExpression':
      return valueKinds(tree, node.expression, depth + 1);
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return kindsOfType(tree, node.typeAnnotation, depth + 1);
    case 'Literal':
      return kindsOfLiteral(node.value);
    case 'TemplateLiteral':
      return only('string');
    case 'ArrayExpression':
      return only('array');
    case 'ObjectExpression':
      return only('record');
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      return only('function');
    case 'NewExpression':
      return node.callee.type === 'Identifier' ? kindsOfName(tree, node.callee) : UNKNOWN;
    case 'Identifier':
      return kindsOfVariable(tree, node, depth);
    case 'MemberExpression':
      return kindsOfMember(tree, node, depth);
    case 'CallExpression':
      return givesArray(tree, node, depth) ? only('array') : UNKNOWN;
    case 'AwaitExpression':
      return givesResults(tree, node.argument) ? only('array') : UNKNOWN;
    default:
      return UNKNOWN;
  }
}

/** `Object.keys(x)`, `list.filter(f)` of what is an array: a new one, unless the file puts a method of its own in the place of that one. */
function givesArray(
  tree: SyntaxTree,
  { callee, optional, arguments: given }: Extract<Node, { type: 'CallExpression' }>,
  depth: number,
): boolean {
  const name = memberName(callee);
  if (callee.type !== 'MemberExpression' || name === null || optional || callee.optional) return false;
  const { object } = callee;
  if (name === 'split') return isCutText(tree, object, given[0]) && !isSetHere(tree, name);
  const isGlobal = object.type === 'Identifier' && isUnbound(tree, object) && /^(?:Object|Array)$/.test(object.name);
  if (isGlobal) return LISTS.test(`${object.name}.${name}`) && !isSetHere(tree, name);
  return COPIES.test(name) && oneKind(tree, object, depth + 1) === 'array' && !isSetHere(tree, name);
}

/** `line.split(',')`, of whatever is no module. */
function isCutText(tree: SyntaxTree, object: Node, separator: Node | undefined): boolean {
  const binding = object.type === 'Identifier' ? nameScopes(tree).resolve(object.name, object) : null;
  const { declaration } = binding ?? { declaration: null };
  const made = declaration?.type === 'VariableDeclarator' ? declaration.init : null;
  if (binding?.kind === 'import' || requiredModule(made) !== null) return false;
  return separator?.type === 'Literal' && (typeof separator.value === 'string' || 'regex' in separator);
}

/** `Promise.all(promises)`, unless the name means another library here. */
function givesResults(tree: SyntaxTree, call: Node): boolean {
  if (call.type !== 'CallExpression' || call.optional || call.callee.type !== 'MemberExpression') return false;
  const { object } = call.callee;
  const name = memberName(call.callee) ?? '';
  return (
    /^all(?:Settled)?$/.test(name) &&
    object.type === 'Identifier' &&
    object.name === 'Promise' &&
    isUnbound(tree, object) &&
    !isSetHere(tree, name)
  );
}

const LISTS = /^(?:Object\.(?:keys|values|entries|getOwnPropertyNames)|Array\.(?:from|of))$/;
const COPIES = /^(?:map|filter|slice|concat|flat|flatMap|reverse|sort|to(?:Reversed|Sorted|Spliced)|splice|with)$/;

function kindsOfLiteral(value: unknown): Kinds {
  if (value === null) return UNKNOWN;
  const type = typeof value;
  return type === 'string' || type === 'number' || type === 'boolean' ? only(type) : UNKNOWN;
}

const BUILT_IN: ReadonlyMap<string, ValueKind> = new Map([
  ['Array', 'array'],
  ['ReadonlyArray', 'array'],
  ['Map', 'map'],
  ['ReadonlyMap', 'map'],
  ['Set', 'set'],
  ['ReadonlySet', 'set'],
  ['Record', 'record'],
]);

/** Of a class or type of the language, where the name means no other one here. */
function kindsOfName(tree: SyntaxTree, name: Extract<Node, { type: 'Identifier' }>): Kinds {
  const kind = BUILT_IN.get(name.name);
  return kind && isUnbound(tree, name) ? only(kind) : UNKNOWN;
}

function kindsOfVariable(tree: SyntaxTree, node: Extract<Node, { type: 'Identifier' }>, depth: number): Kinds {
  const binding = nameScopes(tree).resolve(node.name, node);
  if (binding === null) return node.name === 'undefined' ? NULLISH : UNKNOWN;
  const { identifier } = binding;
  if (identifier.type !== 'Identifier') return UNKNOWN;
  if (isRest(tree, binding)) return only('array');
  if (isPlaceInList(tree, binding, depth)) return only('number');
  const declared = declaredKinds(tree, identifier, depth) ?? kindsOfTaken(tree, identifier, depth);
  if (declared !== null) return declared;
  const handed = handedType(tree, identifier, depth);
  if (handed !== null) return kindsOfType(tree, handed, depth + 1);
  if (isTextInTurn(tree, binding, node)) return only('string');
  // What only begins as something may become something else.
  const value = valueAtUse(tree, binding, node);
  return value ? valueKinds(tree, value, depth + 1) : kindsOfState(tree, identifier, depth);
}

/** `(...names) =>`, which is nowhere set to something else. */
function isRest(tree: SyntaxTree, binding: Binding): boolean {
  const { identifier, kind } = binding;
  if (kind !== 'parameter' || tree.parent(identifier)?.type !== 'RestElement') return false;
  const holder = tree.parent(tree.parent(identifier) ?? identifier);
  return holder?.type !== 'ObjectPattern' && !isSetAgain(tree, binding);
}

/** `index` of `rows.map((row, index) => …)`, where the rows are a list. */
function isPlaceInList(tree: SyntaxTree, binding: Binding, depth: number): boolean {
  const list = binding.kind === 'parameter' ? numberedList(tree, binding.identifier) : null;
  return list !== null && oneKind(tree, list, depth + 1) === 'array' && !isSetAgain(tree, binding);
}

/** Of a name in `({ tags = [], ...rest }: Props) => …`, by the member it is taken from; a default stands in for undefined alone. */
function kindsOfTaken(tree: SyntaxTree, name: Node, depth: number): Kinds | null {
  const taken = takenMember(tree, name, depth);
  if (!taken?.value) return taken && declaredKinds(tree, taken.member, depth);
  const { typeAnnotation } = taken.member;
  const kinds = declaredKinds(tree, { typeAnnotation }, depth);
  return kinds && new Set([...kinds, ...valueKinds(tree, taken.value, depth + 1)]);
}

function kindsOfMember(tree: SyntaxTree, node: Extract<Node, { type: 'MemberExpression' }>, depth: number): Kinds {
  const constant = kindOfEnumMember(tree, node);
  if (constant) return only(constant);
  if (isCommandLine(tree, node)) return only('array');
  const member = declaredMember(tree, node, depth);
  if (member) return declaredKinds(tree, member, depth) ?? kindsOfField(tree, member, depth);
  return kindsInUnion(tree, node, depth);
}

/** `#at = 0` of a class: of the type of what it begins with, as TypeScript holds it to. */
function kindsOfField(tree: SyntaxTree, { value, decorators }: Declared, depth: number): Kinds {
  if (!value || !isTypeScript(tree.path) || (decorators?.length ?? 0) > 0) return UNKNOWN;
  const kind = oneKind(tree, value, depth + 1);
  return kind && /^(?:string|number|boolean)$/.test(kind) ? only(kind) : UNKNOWN;
}

/** `shape.kind`, where each of the types that the shape may be of declares one. */
function kindsInUnion(tree: SyntaxTree, node: Extract<Node, { type: 'MemberExpression' }>, depth: number): Kinds {
  const { object, property, computed } = node;
  const type = depth > DEPTH ? null : declaredType(tree, object, depth + 1);
  const union = type && aliasedType(tree, type, depth);
  if (union?.type !== 'TSUnionType') return UNKNOWN;
  const name = staticName(property, computed);
  const kinds = union.types.flatMap((each): readonly ValueKind[] => {
    if (/^TS(?:Null|Undefined)Keyword$/.test(each.type)) return [];
    const member = memberNamed(membersOfType(tree, each, depth + 1), name);
    return [...((member && declaredKinds(tree, member, depth)) ?? UNKNOWN)];
  });
  return new Set(kinds);
}

/** What a type is another name of. */
function aliasedType(tree: SyntaxTree, type: Node, depth: number): Node {
  if (depth > DEPTH) return type;
  if (type.type === 'TSParenthesizedType') return aliasedType(tree, type.typeAnnotation, depth + 1);
  const declaration = declarationOf(tree, type);
  return declaration?.type === 'TSTypeAliasDeclaration' && !declaration.typeParameters
    ? aliasedType(tree, declaration.typeAnnotation, depth + 1)
    : type;
}

/** `page` of `const [page, setPage] = useState(1)`: of the type of what it begins with, as TypeScript holds it to. */
function kindsOfState(tree: SyntaxTree, name: Node, depth: number): Kinds {
  const first = reactState(tree, name)?.arguments[0];
  const kinds = first ? valueKinds(tree, first, depth + 1) : UNKNOWN;
  return [...kinds].every((kind) => /^(?:string|number|boolean)$/.test(kind)) ? kinds : UNKNOWN;
}

/** By the annotation; null where there is none. What is optional may be missing. */
function declaredKinds(tree: SyntaxTree, holder: Declared, depth: number): Kinds | null {
  if (!holder.typeAnnotation) return null;
  const kinds = kindsOfType(tree, holder.typeAnnotation.typeAnnotation, depth + 1);
  return holder.optional ? new Set([...kinds, ...NULLISH]) : kinds;
}

function kindsOfType(tree: SyntaxTree, type: Node, depth: number): Kinds {
  if (depth > DEPTH) return UNKNOWN;
  switch (type.type) {
    case 'TSArrayType':
    case 'TSTupleType':
      return only('array');
    case 'TSStringKeyword':
    case 'TSTemplateLiteralType':
      return only('string');
    case 'TSNumberKeyword':
      return only('number');
    case 'TSBooleanKeyword':
      return only('boolean');
    case 'TSFunctionType':
      return only('function');
    case 'TSNullKeyword':
    case 'TSUndefinedKeyword':
    case 'TSVoidKeyword':
      return NULLISH;
    case 'TSLiteralType':
      return valueKinds(tree, type.literal, depth + 1);
    case 'TSParenthesizedType':
      return kindsOfType(tree, type.typeAnnotation, depth + 1);
    case 'TSTypeOperator':
      return type.operator === 'readonly' ? kindsOfType(tree, type.typeAnnotation, depth + 1) : UNKNOWN;
    case 'TSUnionType':
      return new Set(type.types.flatMap((each) => [...kindsOfType(tree, each, depth + 1)]));
    case 'TSTypeReference': {
      if (type.typeName.type !== 'Identifier') return UNKNOWN;
      const declaration = declarationOf(tree, type);
      if (declaration?.type === 'TSEnumDeclaration') return kindsOfEnum(tree, declaration);
      if (declaration?.type === 'TSTypeParameter' && declaration.constraint) {
        return kindsOfType(tree, declaration.constraint, depth + 1);
      }
      return declaration?.type === 'TSTypeAliasDeclaration' && !declaration.typeParameters
        ? kindsOfType(tree, declaration.typeAnnotation, depth + 1)
        : kindsOfName(tree, type.typeName);
    }
    default:
      return UNKNOWN;
  }
}
