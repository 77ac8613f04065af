import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { constantValue } from '../../semantics/values/constant-value.js';
import { declarationOf } from '../../semantics/values/declaration-of.js';
import { isArrayLike } from '../../semantics/values/is-array-like.js';
import { oneKind, type ValueKind, valueKinds } from '../../semantics/values/value-kinds.js';
import { isUnbound } from '../../syntax/is-unbound.js';
import { memberName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { changedCalls, type Trap } from '../trap.js';

/**
 * `names.size === 0` → `names.isEmpty()`: of a library's collections, and not of those of the language.
 * `arguments[arguments.length - 1]` → `arguments.at(-1)`: the arguments of a function are no array, nor is a NodeList.
 */
export const missingMethod: Trap = (change) => {
  const { before: tree, after, places } = change;
  for (const { was, made } of places) {
    for (const { callee } of callsAmong(made)) {
      const name = memberName(callee);
      if (!name || callee.type !== 'MemberExpression') continue;
      if (name === 'get' && mayBeSet(tree, was, after, callee.object)) return NO_MAP;
      if (!isMissing(after, callee.object, name)) continue;
      const isOld = tree.descendants(was).some((node) => memberName(node) === name);
      if (!isOld) return refuse('same-arguments', `What it is called for has no method "${name}".`);
    }
  }
  const plain = changedCalls(change).find(({ old, next }) => isOtherObject(tree, old.callee, after, next.callee));
  return plain ? refuse('same-arguments', `"${textOf(after, plain.next.callee)}" is no method of that object.`) : null;
};

/** `Joi.validate(body, schema)` → `schema.validate(body)`, of `const schema = { id: Joi.string() }` */
function isOtherObject(tree: SyntaxTree, old: Node, after: SyntaxTree, next: Node): boolean {
  if (old.type !== 'MemberExpression' || next.type !== 'MemberExpression') return false;
  if (textOf(tree, old.object) === textOf(after, next.object)) return false;
  const name = memberName(next);
  return name !== null && isPlain(after, next.object, name);
}

const NO_MAP = refuse('same-arguments', 'It may be a set, which has no method "get".');

/** An expression itself, or the operands of one that only asks about them: `set.get(x) !== undefined`. */
function callsAmong(made: Node): readonly Extract<Node, { type: 'CallExpression' }>[] {
  switch (made.type) {
    case 'CallExpression':
      return [made];
    case 'BinaryExpression':
      return [made.left, made.right].flatMap((side) => callsAmong(side));
    case 'UnaryExpression':
      return callsAmong(made.argument);
    default:
      return [];
  }
}

/** `names.has(x)` → `names.get(x) !== undefined`: sets are asked like maps, and have nothing to get. */
function mayBeSet(tree: SyntaxTree, was: Node, after: SyntaxTree, asked: Node): boolean {
  if (was.type !== 'CallExpression' || was.callee.type !== 'MemberExpression') return false;
  const { object } = was.callee;
  if (memberName(was.callee) !== 'has' || textOf(tree, object) !== textOf(after, asked)) return false;
  const [kind, ...others] = valueKinds(tree, object);
  if (kind && kind !== 'unknown') return kind !== 'map' || others.length > 0;
  const made = constantValue(tree, object);
  return made.type !== 'NewExpression' || textOf(tree, made.callee) !== 'WeakMap';
}

function isMissing(tree: SyntaxTree, node: Node, name: string): boolean {
  const prototype = prototypeOf(tree, node);
  if (prototype) return !(name in prototype) && !NEWER.test(name);
  if (isArrayLike(tree, node)) return name in Array.prototype && !OF_LISTS.test(name);
  return isDeclaredWithout(tree, node, name);
}

/** `units: UnitSet`, of an interface of this file without a member of that name. */
function isDeclaredWithout(tree: SyntaxTree, node: Node, name: string): boolean {
  const identifier = node.type === 'Identifier' ? nameScopes(tree).resolve(node.name, node)?.identifier : null;
  const type = identifier && 'typeAnnotation' in identifier ? identifier.typeAnnotation : null;
  const declared = type?.type === 'TSTypeAnnotation' ? declarationOf(tree, type.typeAnnotation) : null;
  if (declared?.type !== 'TSInterfaceDeclaration' || declared.extends.length > 0 || name in Object.prototype) {
    return false;
  }
  // What is declared again has the members of both.
  const others = tree
    .descendants(tree.program)
    .filter((each) => each !== declared && /^(?:TSInterface|Class)Declaration$/.test(each.type));
  if (others.some((each) => 'id' in each && each.id?.type === 'Identifier' && each.id.name === declared.id.name))
    return false;
  return declared.body.body.every(
    (each) => 'key' in each && 'computed' in each && !each.computed && staticName(each.key, false) !== name,
  );
}

/** An object that is written here without a method of that name. */
function isPlain(tree: SyntaxTree, node: Node, name: string): boolean {
  const object = constantValue(tree, node);
  if (object === node || object.type !== 'ObjectExpression' || name in Object.prototype) return false;
  return (
    object.properties.every((each) => each.type === 'Property' && staticName(each.key, each.computed) !== name) &&
    !isMemberSet(tree, node, name)
  );
}

/** `schema.validate = …` */
function isMemberSet(tree: SyntaxTree, node: Node, name: string): boolean {
  return tree.text.includes(`${textOf(tree, node)}.${name} =`);
}

/** What lists of a page have as well, and what every object has. */
const OF_LISTS = /^(?:forEach|keys|values|entries|to(?:Locale)?String)$/;

/** What all methods of a value come from, where its kind is known. */
function prototypeOf(tree: SyntaxTree, node: Node): object | undefined {
  if (node.type === 'Identifier' && node.name === 'arguments') return Object.prototype;
  const kind = oneKind(tree, node);
  if (kind !== null && kind !== 'unknown') return PROTOTYPES[kind];
  const made = constantValue(tree, node);
  if (made.type !== 'NewExpression' || made.callee.type !== 'Identifier') return undefined;
  return isUnbound(tree, made.callee) ? CLASSES.get(made.callee.name) : undefined;
}

/** Classes of the platform whose methods are the same everywhere. */
const CLASSES: ReadonlyMap<string, object> = new Map(
  [AbortController, Date, Headers, Promise, RegExp, URL, URLSearchParams, WeakMap, WeakSet].map((each) => [
    each.name,
    each.prototype,
  ]),
);

const PROTOTYPES: Readonly<Partial<Record<ValueKind, object>>> = {
  array: Array.prototype,
  string: String.prototype,
  number: Number.prototype,
  map: Map.prototype,
  set: Set.prototype,
};

/** Of the language, and not yet of every engine that this runs on. */
const NEWER =
  /^(?:union|intersection|difference|symmetricDifference|is(?:Subset|Superset|DisjointFrom)(?:Of)?|isDisjointFrom|getOrInsert(?:Computed)?)$/;
