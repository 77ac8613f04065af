import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isBefore, type Version } from '../../model/version.js';
import { isFunction } from '../../syntax/is-function.js';
import { isOptionalLink } from '../../syntax/is-optional-link.js';
import { isTypeScript } from '../../syntax/language-of.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { type Change, isBetween, type Trap } from '../trap.js';

/**
 * `as T` → `satisfies T`, `.sort()` → `.toSorted()`: the types are checked by one compiler, and the project is built by its
 * own, which may be an older one that knows neither. What the file says elsewhere, it knows.
 */
export const olderCompiler: Trap = (change) => {
  const { packages, path } = change.site;
  if (!isTypeScript(path)) return null;
  const own = packages?.compilerVersion?.(path);
  if (!own) return null;
  const [, since] = SINCE.find(([isIt, version]) => isBefore(own, version) && isNew(change, isIt)) ?? [];
  if (!since) return null;
  return refuse('compiler-version', `It takes TypeScript ${since.join('.')}, and the project has ${own.join('.')}.`);
};

type Kind = (node: Node, tree: SyntaxTree) => boolean;

/** Whether a change brings in what the file did not say before. */
function isNew({ before, after, places }: Change, isIt: Kind): boolean {
  const isMade = places.some((place) => {
    // An edit may lie in the type of a function, or in the name that a call calls.
    const around = isBetween(place) ? [] : place.next.slice(1, 4);
    return [...around, ...after.descendants(place.made)].some((node) => isIt(node, after));
  });
  return isMade && !before.descendants(before.program).some((node) => isIt(node, before));
}

function calls(object: string, ...names: readonly string[]): Kind {
  return (node, tree) =>
    node.type === 'MemberExpression' &&
    names.includes(memberName(node) ?? '') &&
    (object === '' || textOf(tree, node.object) === object);
}

/** `(): undefined => {}`: before, what says that it gives anything had to. */
function givesNothing(node: Node, tree: SyntaxTree): boolean {
  if (!isFunction(node) || node.returnType?.typeAnnotation.type !== 'TSUndefinedKeyword') return false;
  const { body } = node;
  const returns = body?.type === 'BlockStatement' ? tree.descendants(body).filter(isReturn) : [];
  return body?.type === 'BlockStatement' && !returns.some((each) => tree.lineage(each).find(isFunction) === node);
}

function isReturn({ type }: Node): boolean {
  return type === 'ReturnStatement';
}

function isInlineType(node: Node): boolean {
  switch (node.type) {
    case 'ImportSpecifier':
      return node.importKind === 'type';
    case 'ExportSpecifier':
      return node.exportKind === 'type';
    default:
      return false;
  }
}

function isTypeModule(node: Node): boolean {
  switch (node.type) {
    case 'ImportDeclaration':
      return node.importKind === 'type';
    case 'ExportNamedDeclaration':
      return node.exportKind === 'type' && node.declaration === null;
    default:
      return false;
  }
}

function isOperator(...operators: readonly string[]): Kind {
  return (node) => 'operator' in node && operators.includes(node.operator);
}

/** What the compiler knows since when: its own syntax, and what the libraries that come with it declare. */
const SINCE: readonly (readonly [Kind, Version])[] = [
  [({ type }) => type === 'TSUnknownKeyword', [3, 0]],
  [isOptionalLink, [3, 7]],
  [isOperator('??'), [3, 7]],
  [isTypeModule, [3, 8]],
  [({ type }) => type === 'PrivateIdentifier', [3, 8]],
  [isOperator('??=', '||=', '&&='), [4, 0]],
  [calls('', 'replaceAll'), [4, 1]],
  [(node) => 'override' in node && node.override === true, [4, 3]],
  [isInlineType, [4, 5]],
  [calls('', 'at'), [4, 6]],
  [calls('Object', 'hasOwn'), [4, 6]],
  [({ type }) => type === 'TSSatisfiesExpression', [4, 9]],
  [calls('', 'findLast', 'findLastIndex'), [5, 0]],
  [(node) => node.type === 'ExportAllDeclaration' && node.exportKind === 'type', [5, 0]],
  [givesNothing, [5, 1]],
  [calls('', 'toSorted', 'toReversed', 'toSpliced'), [5, 2]],
  [(node) => node.type === 'VariableDeclaration' && /using$/.test(node.kind), [5, 2]],
  [calls('Object', 'groupBy'), [5, 4]],
  [calls('Map', 'groupBy'), [5, 4]],
  [calls('Promise', 'withResolvers'), [5, 4]],
  [calls('Array', 'fromAsync'), [5, 5]],
  [calls('Promise', 'try'), [5, 8]],
  [calls('Error', 'isError'), [5, 9]],
];
