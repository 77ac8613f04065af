import type { Node } from 'oxc-parser';
import { ownNameRegex } from '../../model/name-regex.js';
import type { TypeOracle, ValueType } from '../../model/type-oracle.js';
import { isFunction } from '../../syntax/is-function.js';
import { isUnbound } from '../../syntax/is-unbound.js';
import { isTypeScript } from '../../syntax/language-of.js';
import { memberName } from '../../syntax/member-name.js';
import { type Binding, nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { bringsInNodesOwn } from '../modules/brings-in-global.js';
import { requiredModule } from '../modules/required-module.js';
import { isSetHere } from '../uses/is-set-here.js';
import { askedType } from './asked-type.js';
import { constantOf, constantValue, valueAtUse } from './constant-value.js';
import { elementTypes } from './element-types.js';
import { hasForcedType } from './forced-type.js';
import { hostType } from './host-type.js';
import { isCommandLine } from './is-command-line.js';
import { operationType, typeByMethod } from './operation-type.js';
import { returnedByOwn } from './returned-by-own.js';
import { oneKind, valueKinds } from './value-kinds.js';
import { type Given, isSetBefore, variableValues } from './variable-values.js';

/** The type of an expression's value as far as its own syntax tells. */
export function typeBySyntax(node: Node): ValueType {
  switch (node.type) {
    case 'Literal':
      return typeOfLiteral(node);
    case 'TemplateLiteral':
      return 'string';
    case 'ParenthesizedExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
      return typeBySyntax(node.expression);
    case 'UnaryExpression':
      return (
        UNARY[node.operator] ??
        (node.operator === '-' && node.argument.type === 'Literal' ? typeBySyntax(node.argument) : 'unknown')
      );
    case 'BinaryExpression':
      if (node.operator === '+') return isText(node.left) || isText(node.right) ? 'string' : 'unknown';
      return /^(?:[<>]=?|[!=]==?|in|instanceof)$/.test(node.operator) ? 'boolean' : 'unknown';
    case 'ConditionalExpression': {
      const type = typeBySyntax(node.consequent);
      return type === typeBySyntax(node.alternate) ? type : 'unknown';
    }
    case 'Identifier':
      return node.name === 'undefined' ? 'undefined' : node.name === 'NaN' ? 'number' : 'unknown';
    case 'ArrayExpression':
    case 'ObjectExpression':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return 'object';
    default:
      return 'unknown';
  }
}

/** What is put together with a text becomes one. */
function isText(node: Node): boolean {
  return typeBySyntax(node) === 'string';
}

const UNARY: Readonly<Record<string, ValueType>> = {
  typeof: 'string',
  '!': 'boolean',
  void: 'undefined',
  delete: 'boolean',
  '+': 'number',
};

function typeOfLiteral(node: Extract<Node, { type: 'Literal' }>): ValueType {
  if (node.value === null) return 'bigint' in node ? 'bigint' : 'regex' in node ? 'object' : 'null';
  switch (typeof node.value) {
    case 'string':
      return 'string';
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'bigint':
      return 'bigint';
    default:
      return 'object';
  }
}

/** All types an expression may have: by syntax where that tells, else by the project's types, else `unknown`. */
export function typesOf(tree: SyntaxTree, node: Node, oracle: TypeOracle | undefined): ReadonlySet<ValueType> {
  const bySyntax = typeBySyntax(node);
  if (bySyntax !== 'unknown') return new Set([bySyntax]);
  if (hasForcedType(tree, node)) return UNKNOWN;
  const given = typeInFile(tree, node, 0) ?? askedType(tree, node);
  if (given) return new Set([given]);
  if (isTextOrMissing(tree, constantValue(tree, node))) return SETTING;
  const element = typesOfElement(tree, node);
  if (element) return element;
  const told = oracle?.typesAt(tree.path, tree.text, { start: node.start, end: node.end });
  return told && !told.has('unknown') ? told : (optionalTypes(tree, node) ?? UNKNOWN);
}

/** Of an element, or of a variable that is given one and never anything else. */
function typesOfElement(tree: SyntaxTree, node: Node): ReadonlySet<ValueType> | null {
  const binding = node.type === 'Identifier' ? nameScopes(tree).resolve(node.name, node) : null;
  const value = (binding && valueAtUse(tree, binding, node)) ?? node;
  return elementTypes(tree, value, (part, type) => primitiveOf(tree, part, 0) === type);
}

const UNKNOWN: ReadonlySet<ValueType> = new Set(['unknown']);

/** How many names and parts are followed. */
const DEPTH = 8;

/** The one primitive type that the file itself gives an expression; null where it does not tell. */
function typeInFile(tree: SyntaxTree, node: Node, depth: number): ValueType | null {
  if (node.type === 'ParenthesizedExpression') return primitiveOf(tree, node.expression, depth);
  return (
    typeOfCall(tree, node) ??
    typeOfName(tree, node, depth) ??
    typeOfLength(tree, node, depth) ??
    declaredType(tree, node) ??
    hostType(tree, node) ??
    typeOfOperation(tree, node, depth)
  );
}

/** What an operator or a method gives, where the file puts no method of its own in the place of that one. */
function typeOfOperation(tree: SyntaxTree, node: Node, depth: number): ValueType | null {
  const type = operationType(node, (part) => primitiveOf(tree, part, depth) ?? listOrDate(tree, part));
  const method = node.type === 'CallExpression' ? memberName(node.callee) : null;
  if (method !== null && isSetHere(tree, method)) return null;
  return type ?? typeOfAnybodys(tree, node);
}

/** `value.charAt(0)`, whoever `value` is: no module, nor anything that this file gives a method of that name. */
function typeOfAnybodys(tree: SyntaxTree, node: Node): ValueType | null {
  if (node.type !== 'CallExpression' || node.optional || node.callee.type !== 'MemberExpression') return null;
  const { object, optional } = node.callee;
  const name = memberName(node.callee);
  if (optional || name === null || /^(?:ThisExpression|Super)$/.test(object.type)) return null;
  if (hasForcedType(tree, object)) return null;
  const binding = object.type === 'Identifier' ? nameScopes(tree).resolve(object.name, object) : null;
  const { declaration } = binding ?? { declaration: null };
  const made = declaration?.type === 'VariableDeclarator' ? declaration.init : null;
  if (binding?.kind === 'import' || requiredModule(made) !== null) return null;
  const type = typeByMethod(name);
  return type !== null && !ownNameRegex(name).test(tree.text) ? type : null;
}

/** What no primitive is, and has methods that give one. */
function listOrDate(tree: SyntaxTree, node: Node): 'array' | 'date' | null {
  if (hasForcedType(tree, node)) return null;
  if (isDate(tree, node)) return 'date';
  return oneKind(tree, node) === 'array' ? 'array' : null;
}

function isDate(tree: SyntaxTree, node: Node): boolean {
  const made = constantValue(tree, node);
  if (made.type !== 'NewExpression' || made.callee.type !== 'Identifier' || made.callee.name !== 'Date') return false;
  return isUnbound(tree, made.callee) && !isSetHere(tree, 'Date');
}

/** The same of a part of an expression, of its own syntax as well. */
function primitiveOf(tree: SyntaxTree, node: Node, depth: number): ValueType | null {
  if (depth >= DEPTH) return null;
  const bySyntax = typeBySyntax(node);
  if (bySyntax !== 'unknown') return PRIMITIVES.has(bySyntax) ? bySyntax : null;
  return hasForcedType(tree, node) ? null : typeInFile(tree, node, depth + 1);
}

/** What a variable or member is declared to be that may be missing, in whichever way. */
function optionalTypes(tree: SyntaxTree, node: Node): ReadonlySet<ValueType> | null {
  if (node.type !== 'Identifier' && (node.type !== 'MemberExpression' || node.optional)) return null;
  const kinds = valueKinds(tree, node);
  const [kind, ...others] = [...kinds].filter((each) => each !== 'nullish');
  if (!kinds.has('nullish') || others.length > 0) return null;
  return kind === 'string' || kind === 'number' || kind === 'boolean' ? new Set([kind, 'null', 'undefined']) : null;
}

const SETTING: ReadonlySet<ValueType> = new Set(['string', 'undefined']);

/** A setting, `process.argv[2]`, or what is written as JSON, which is text unless there was nothing to write. */
export function isTextOrMissing(tree: SyntaxTree, node: Node): boolean {
  if (isSetting(tree, node)) return true;
  if (node.type === 'MemberExpression' && node.computed && !node.optional) return isCommandLine(tree, node.object);
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false;
  const { object } = node.callee;
  const isJson = object.type === 'Identifier' && object.name === 'JSON' && memberName(node.callee) === 'stringify';
  return isJson && isUnbound(tree, object) && !isSetHere(tree, 'JSON');
}

/** `process.env.HOME`: text, or not set. */
export function isSetting(tree: SyntaxTree, node: Node): boolean {
  if (node.type !== 'MemberExpression' || memberName(node.object) !== 'env') return false;
  const holder = node.object.type === 'MemberExpression' ? node.object.object : null;
  if (holder?.type !== 'Identifier' || holder.name !== 'process') return false;
  // An object in its place does not make texts of what it is given.
  const binding = nameScopes(tree).resolve(holder.name, holder);
  const isNodes = binding === null || bringsInNodesOwn(tree, binding);
  return isNodes && !isSetHere(tree, 'process') && !isSetHere(tree, 'env');
}

/** What a name was declared to hold, where that is one primitive type: by its annotation, or by what it is set to for good. */
function typeOfName(tree: SyntaxTree, node: Node, depth: number): ValueType | null {
  const binding = node.type === 'Identifier' ? nameScopes(tree).resolve(node.name, node) : null;
  if (!binding) return null;
  const { identifier } = binding;
  const annotation = 'typeAnnotation' in identifier ? identifier.typeAnnotation : null;
  if (annotation?.type === 'TSTypeAnnotation') {
    const isOptional = 'optional' in identifier && identifier.optional === true;
    return isOptional ? null : (ANNOTATED[annotation.typeAnnotation.type] ?? null);
  }
  const value = valueAtUse(tree, binding, node) ?? inferredFrom(tree, binding);
  if (value) return primitiveOf(tree, value, depth);
  return isSetBefore(tree, binding, node) ? typeOfVariable(tree, binding, depth) : null;
}

/** `1` of `(page = 1) =>`, of whose type TypeScript holds the parameter to be where nothing else tells what is given to it. */
function inferredFrom(tree: SyntaxTree, { identifier, kind }: Binding): Node | null {
  const taken = kind === 'parameter' && isTypeScript(tree.path) ? tree.parent(identifier) : null;
  if (taken?.type !== 'AssignmentPattern' || taken.left !== identifier) return null;
  const around = tree.parent(taken);
  if (!around || !isFunction(around)) return null;
  const holder = tree.parent(around);
  const isVariable = holder?.type === 'VariableDeclarator' && holder.init === around && !holder.id.typeAnnotation;
  return around.type === 'FunctionDeclaration' || isVariable || holder?.type === 'MethodDefinition'
    ? taken.right
    : null;
}

/** The one type of all that a variable is given: where it is made from itself, what is asked is taken to hold. */
function typeOfVariable(tree: SyntaxTree, binding: Binding, depth: number): ValueType | null {
  const supposed = SUPPOSED.get(binding);
  if (supposed) return supposed;
  const given = variableValues(tree, binding);
  const first = given?.[0]?.value;
  const type = first ? primitiveOf(tree, first, depth) : null;
  if (!given || type === null) return null;
  SUPPOSED.set(binding, type);
  try {
    return given.every((each) => staysOfType(tree, each, type, depth)) ? type : null;
  } finally {
    SUPPOSED.delete(binding);
  }
}

/** The variables that are being asked for. */
const SUPPOSED = new WeakMap<Binding, ValueType>();

function staysOfType(tree: SyntaxTree, { operator, value }: Given, type: ValueType, depth: number): boolean {
  if (value === null || /^(?:[-/%&|^*]|\*\*|<<|>>>?)=$/.test(operator)) return type === 'number';
  if (operator === '+=' && type === 'string') return true;
  return /^\+?=$/.test(operator) && primitiveOf(tree, value, depth) === type;
}

/** Strings, arrays and arguments have their length as a number; what else is called so may be anything. */
function typeOfLength(tree: SyntaxTree, node: Node, depth: number): ValueType | null {
  if (node.type !== 'MemberExpression' || node.computed || node.optional || node.property.name !== 'length')
    return null;
  const { object } = node;
  if (object.type === 'Identifier' && object.name === 'arguments' && isUnbound(tree, object)) return 'number';
  // A schema has a `trim` as well, of which no length is read.
  if (object.type === 'CallExpression' && memberName(object.callee) === 'trim' && !object.optional) return 'number';
  const isText = primitiveOf(tree, object, depth) === 'string' || askedType(tree, object) === 'string';
  return isText || /^(?:string|array)$/.test(oneKind(tree, object) ?? '') ? 'number' : null;
}

/** What the types of its own file say of a variable or member, aliases and unions followed. */
function declaredType(tree: SyntaxTree, node: Node): ValueType | null {
  if (node.type !== 'Identifier' && (node.type !== 'MemberExpression' || node.optional)) return null;
  const kind = oneKind(tree, node);
  return kind === 'string' || kind === 'number' || kind === 'boolean' ? kind : null;
}

const ANNOTATED: Readonly<Record<string, ValueType>> = {
  TSStringKeyword: 'string',
  TSNumberKeyword: 'number',
  TSBooleanKeyword: 'boolean',
  TSBigIntKeyword: 'bigint',
};

/** What a function of the language gives whatever it is given; null for any other, and where its name means something else. */
function typeOfCall(tree: SyntaxTree, node: Node): ValueType | null {
  if (node.type === 'ParenthesizedExpression') return typeOfCall(tree, node.expression);
  if (node.type !== 'CallExpression') return null;
  const { callee } = node;
  if (asksMembership(tree, callee)) return 'boolean';
  const own = returnedByOwn(tree, callee);
  if (own) return ANNOTATED[own.type] ?? null;
  const head = callee.type === 'MemberExpression' && !callee.computed ? callee.object : callee;
  if (head.type !== 'Identifier') return null;
  const name = head === callee ? head.name : `${head.name}.${memberName(callee) ?? ''}`;
  const binding = nameScopes(tree).resolve(head.name, head);
  if (binding !== null) return head === callee ? returnedType(tree, binding) : null;
  return GIVEN.find(([names]) => names.test(name))?.[1] ?? null;
}

/** `/x/.test`, and `has` of a set or map. */
function asksMembership(tree: SyntaxTree, callee: Node): boolean {
  if (callee.type !== 'MemberExpression' || callee.optional) return false;
  const { object } = callee;
  if (memberName(callee) === 'has') return /^(?:set|map)$/.test(oneKind(tree, object) ?? '');
  return memberName(callee) === 'test' && object.type === 'Literal' && 'regex' in object;
}

/** What a function of this file says that it returns, where no other one of its name says something else. */
function returnedType(tree: SyntaxTree, binding: Binding): ValueType | null {
  const { declaration, kind, name, scope } = binding;
  const called = kind === 'function' ? declaration : constantOf(binding);
  if (!called || !isFunction(called) || called.async || called.generator || !called.returnType) return null;
  const bindings = nameScopes(tree)
    .named(name)
    .bindings.filter((each) => each.scope === scope);
  return bindings.length === 1 ? (ANNOTATED[called.returnType.typeAnnotation.type] ?? null) : null;
}

const GIVEN: readonly (readonly [RegExp, ValueType])[] = [
  [/^(?:(?:Number\.)?parse(?:Int|Float)|Number|Math\.[a-z]\w*|Date\.(?:now|parse|UTC))$/, 'number'],
  [/^(?:String|(?:en|de)codeURI(?:Component)?)$/, 'string'],
  [
    /^(?:Boolean|(?:Number\.)?is(?:NaN|Finite)|Number\.is(?:Safe)?Integer|Array\.isArray|Object\.(?:is|hasOwn))$/,
    'boolean',
  ],
];

const PRIMITIVES: ReadonlySet<ValueType> = new Set(['string', 'number', 'boolean', 'bigint', 'symbol']);

/** The one primitive type an expression is known to have; null when it may have several, another, or nobody knows. */
export function onePrimitive(types: ReadonlySet<ValueType>): ValueType | null {
  const [only, ...others] = types;
  return only && others.length === 0 && PRIMITIVES.has(only) ? only : null;
}

/** Whether a value of these types may be null or undefined, as far as anybody knows. */
export function mayBeNullish(types: ReadonlySet<ValueType>): boolean {
  return types.has('null') || types.has('undefined') || types.has('unknown');
}
