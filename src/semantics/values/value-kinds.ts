import type { Node } from 'oxc-parser';
import { isStatic } from '../../syntax/is-static.js';
import { isUnbound } from '../../syntax/is-unbound.js';
import { isTypeScript } from '../../syntax/language-of.js';
import { memberName } from '../../syntax/member-name.js';
import { type Binding, nameScopes } from '../../syntax/name-scopes.js';
import { parameterMembers } from '../../syntax/parameter-members.js';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { bringsInNodesOwn } from '../modules/brings-in-global.js';
import { requiredModule } from '../modules/required-module.js';
import { isSetAgain } from '../names/is-set-again.js';
import { isSetHere } from '../uses/is-set-here.js';
import { constantValue, valueAtUse } from './constant-value.js';
import { declarationOf } from './declaration-of.js';
import { elementOfType } from './element-of-type.js';
import { kindOfEnumMember, kindsOfEnum } from './enum-kinds.js';
import { isTextInTurn } from './is-text-in-turn.js';
import { iteratedList, listBehind, numberedList } from './iterated-list.js';
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

/** How many names are followed. */
const DEPTH = 8;

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

interface Taken {
  readonly member: Declared;
  /** The default. */
  readonly value: Node | null;
}

/** The member of a declared type that a name in a pattern is taken from; null of any other name. */
function takenMember(tree: SyntaxTree, name: Node, depth: number): Taken | null {
  const parent = tree.parent(name);
  const withDefault = parent?.type === 'AssignmentPattern' && parent.left === name ? parent : null;
  const property = withDefault ? tree.parent(withDefault) : parent;
  const pattern = property?.type === 'Property' ? tree.parent(property) : null;
  if (property?.type !== 'Property' || pattern?.type !== 'ObjectPattern') return null;
  const type = pattern.typeAnnotation?.typeAnnotation ?? handedType(tree, pattern, depth);
  if (property.value !== (withDefault ?? name) || !type) return null;
  const key = staticName(property.key, property.computed);
  const member = memberNamed(membersOfType(tree, type, depth + 1), key);
  return member && { member, value: withDefault?.right ?? null };
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

/** `process.argv` */
export function isCommandLine(tree: SyntaxTree, node: Node): boolean {
  if (node.type !== 'MemberExpression' || node.computed || memberName(node) !== 'argv') return false;
  const { object } = node;
  if (object.type !== 'Identifier' || object.name !== 'process' || isSetHere(tree, 'argv')) return false;
  const binding = nameScopes(tree).resolve(object.name, object);
  return binding === null || bringsInNodesOwn(tree, binding);
}

/** Where a member of an object is declared, in its type or, of `this`, in its class; null where this file does not tell. */
export function declaredMember(
  tree: SyntaxTree,
  { object, property, computed }: Extract<Node, { type: 'MemberExpression' }>,
  depth = 0,
): Declared | null {
  if (computed) return null;
  return memberNamed(membersOf(tree, object, depth), staticName(property, computed));
}

function memberNamed(members: readonly Node[], name: string | null): Declared | null {
  for (const member of members) {
    if (member.type === 'Identifier' && member.name === name) return member;
    if (!('key' in member) || !('computed' in member) || staticName(member.key, member.computed) !== name) continue;
    if (member.type === 'TSPropertySignature' || member.type === 'PropertyDefinition') return member;
    if (member.type === 'MethodDefinition' && member.kind === 'get') return { typeAnnotation: member.value.returnType };
  }
  return null;
}

/** What a method of the class around says that it returns, where it has no other by that name; null of any other call. */
export function returnedByOwn(tree: SyntaxTree, callee: Node): Node | null {
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'ThisExpression') return null;
  const name = staticName(callee.property, callee.computed);
  const named = classMembers(tree, callee.object).filter(
    (each) => 'key' in each && staticName(each.key, false) === name,
  );
  const [method, ...others] = named;
  if (method?.type !== 'MethodDefinition' || method.kind !== 'method' || others.length > 0) return null;
  const { async: isAsync, generator, returnType } = method.value;
  return isAsync || generator ? null : (returnType?.typeAnnotation ?? null);
}

/** The type that a variable or member is declared to be of in its own file; null where nothing says one. */
export function declaredType(tree: SyntaxTree, node: Node, depth = 0): Node | null {
  const binding = node.type === 'Identifier' ? nameScopes(tree).resolve(node.name, node)?.identifier : null;
  const variable = binding?.type === 'Identifier' ? binding : null;
  const holder: Declared | null = node.type === 'MemberExpression' ? declaredMember(tree, node, depth) : variable;
  const type = holder?.typeAnnotation ?? (variable && takenMember(tree, variable, depth)?.member.typeAnnotation);
  return type?.typeAnnotation ?? (variable && handedType(tree, variable, depth));
}

/** Also of one that is made of another, as in `const paid = orders.filter(f)`. */
function typeOfList(tree: SyntaxTree, list: Node, depth: number): Node | null {
  const declared = declaredType(tree, list, depth);
  const source = declared ? list : listBehind(constantValue(tree, list));
  return source === list ? declared : declaredType(tree, source, depth);
}

/** The type of what a list or a state hook hands to a name or pattern that says none itself. */
function handedType(tree: SyntaxTree, target: Node, depth: number): Node | null {
  const list = depth > DEPTH ? null : iteratedList(tree, target);
  if (list) return elementOfType(tree, typeOfList(tree, list, depth + 1));
  const state = reactState(tree, target);
  return state && state.arguments.length > 0 ? (state.typeArguments?.params[0] ?? null) : null;
}

/** `page` of `const [page, setPage] = useState(1)`: of the type of what it begins with, as TypeScript holds it to. */
function kindsOfState(tree: SyntaxTree, name: Node, depth: number): Kinds {
  const first = reactState(tree, name)?.arguments[0];
  const kinds = first ? valueKinds(tree, first, depth + 1) : UNKNOWN;
  return [...kinds].every((kind) => /^(?:string|number|boolean)$/.test(kind)) ? kinds : UNKNOWN;
}

/** What the type of an object declares, where it is written in this file. */
function membersOf(tree: SyntaxTree, object: Node, depth: number): readonly Node[] {
  if (object.type === 'ThisExpression') return classMembers(tree, object);
  if (object.type === 'MemberExpression' && (object.optional || depth > DEPTH)) return [];
  const type = declaredType(tree, object, depth + 1);
  return type ? membersOfType(tree, type, depth + 1) : [];
}

/** Those of what `this` is at a place: the class, or an object of it; a function in between has a `this` of its own. */
function classMembers(tree: SyntaxTree, inside: Node): readonly Node[] {
  const owner = tree.lineage(inside).find(hasOwnThis);
  const holder = owner && (/^(?:Property|Accessor|Static)/.test(owner.type) ? owner : tree.parent(owner));
  const body = holder && tree.parent(holder);
  if (!holder || body?.type !== 'ClassBody') return [];
  return isStatic(holder) ? body.body.filter(isStatic) : instanceMembers(body);
}

function hasOwnThis({ type }: Node): boolean {
  return /^(?:Function(?:Declaration|Expression)|PropertyDefinition|AccessorProperty|StaticBlock)$/.test(type);
}

function membersOfType(tree: SyntaxTree, type: Node, depth: number): readonly Node[] {
  if (depth > DEPTH) return [];
  if (type.type === 'TSTypeLiteral') return type.members;
  if (type.type === 'TSParenthesizedType') return membersOfType(tree, type.typeAnnotation, depth + 1);
  if (type.type === 'TSIntersectionType') return type.types.flatMap((each) => membersOfType(tree, each, depth + 1));
  const declaration = declarationOf(tree, type);
  switch (declaration?.type) {
    case 'TSInterfaceDeclaration':
      return [...declaration.body.body, ...declaration.extends.flatMap((each) => inherited(tree, each, depth + 1))];
    case 'ClassDeclaration':
      return instanceMembers(declaration.body);
    case 'TSTypeAliasDeclaration':
      return membersOfType(tree, declaration.typeAnnotation, depth + 1);
    default:
      return [];
  }
}

/** Those of an interface of this file that another one extends. */
function inherited(
  tree: SyntaxTree,
  { expression }: Extract<Node, { type: 'TSInterfaceHeritage' }>,
  depth: number,
): readonly Node[] {
  if (depth > DEPTH || expression.type !== 'Identifier') return [];
  const declaration = nameScopes(tree).resolve(expression.name, expression)?.declaration;
  if (declaration?.type !== 'TSInterfaceDeclaration') return [];
  return [...declaration.body.body, ...declaration.extends.flatMap((each) => inherited(tree, each, depth + 1))];
}

/** The fields, accessors and methods of an object of a class, and the parameters that become fields. */
function instanceMembers({ body }: Extract<Node, { type: 'ClassBody' }>): readonly Node[] {
  return [...body.filter((member) => !isStatic(member)), ...body.flatMap(parameterMembers).map(({ id }) => id)];
}

interface Declared {
  /** What a field of a class is set to at first. */
  readonly value?: Node | null;
  readonly typeAnnotation?: Extract<Node, { type: 'TSTypeAnnotation' }> | null | undefined;
  readonly optional?: boolean | undefined;
  readonly decorators?: readonly Node[] | undefined;
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
