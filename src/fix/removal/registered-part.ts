import type { Node } from 'oxc-parser';
import { contains, rangesOverlap, type TextRange } from '../../model/position.js';
import { type Refusal, refuse } from '../../model/refusal.js';
import { requiredModule } from '../../semantics/modules/required-module.js';
import { constantValue } from '../../semantics/values/constant-value.js';
import { type Call, isCall } from '../../syntax/is-call.js';
import { isOuterExpression } from '../../syntax/is-outer-expression.js';
import { memberName } from '../../syntax/member-name.js';
import { type Binding, nameScopes } from '../../syntax/name-scopes.js';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { usesOf } from '../../syntax/uses-of.js';
import { matchesOf } from '../matching/matches-of.js';
import { isExplained } from './is-explained.js';
import { checkCall } from './removable-call.js';
import { EXPLAINED } from './removal-refusal.js';

type List = Extract<Node, { type: 'ArrayExpression' }>;

/**
 * Why one of the parts that a list registers, as in `plugins: [react(), analyzer()]`, may not go, or null. It goes as a
 * call does that stands alone; what is made for its place in a list, such as a parameter of a query, stays.
 */
export function checkRegistered(tree: SyntaxTree, match: TextRange, node: Call, list: List): Refusal | null {
  if (!contains(match, node.callee) || !isRegistry(tree, list)) return list.elements.length === 1 ? ALONE : USED;
  return checkCall(tree, match, node) ?? (isExplained(tree, node) ? EXPLAINED : null);
}

const USED = refuse('value-used', 'The list is no list of parts, or the match is not what makes this one of them.');

const ALONE = refuse('value-used', 'Nothing else is in the list, and whether it may be empty is not known.');

/**
 * Whether a name in such a list is what the rule speaks of: it forbids the line that brings the name in as well. Any other
 * name stands for whatever it holds.
 */
export function isForbiddenPart(
  tree: SyntaxTree,
  match: TextRange,
  node: Extract<Node, { type: 'Identifier' }>,
  list: List,
  regex: RegExp,
): boolean {
  if (!contains(match, node) || !isRegistry(tree, list)) return false;
  const binding = nameScopes(tree).resolve(node.name, node);
  if (!binding || !isBroughtIn(binding)) return false;
  return matchesOf(tree.text, regex).some(({ index, 0: { length } }) =>
    rangesOverlap({ start: index, end: index + length }, binding.identifier),
  );
}

function isBroughtIn({ kind, declaration }: Binding): boolean {
  return kind === 'import' || (declaration.type === 'VariableDeclarator' && requiredModule(declaration.init) !== null);
}

/** Of several parts, kept under a name that speaks of no data. */
function isRegistry(tree: SyntaxTree, list: List): boolean {
  const name = nameOf(tree, list);
  return (
    name !== null &&
    !OF_DATA.test(name) &&
    list.elements.length > 1 &&
    list.elements.every((each) => each !== null && isPart(tree, each))
  );
}

/** What queries call the values they are given, and drawings their numbers, each by its place. */
const OF_DATA =
  /^(?:values?|params?|parameters|args|arguments|bindings|replacements|data|rows?|range|domain|extent|size|point|position|coords|coordinates|bounds|offset|pair)$/i;

/** What is made, chosen or spread, a class, and what a module gives; a variable, or what is written out, may be data. */
function isPart(tree: SyntaxTree, element: Node): boolean {
  if (element.type !== 'Identifier') return PART.test(element.type);
  if (/^\p{Lu}/u.test(element.name)) return true;
  const binding = nameScopes(tree).resolve(element.name, element);
  return binding !== null && isBroughtIn(binding);
}

const PART = /^(?:Call|New|Logical|Conditional)Expression$|^SpreadElement$/;

/** The name of the property, field or variable that is set to a list; null where it is used for something else as well. */
function nameOf(tree: SyntaxTree, list: List): string | null {
  const holder = tree.lineage(list).find((node) => node !== list && !isOuterExpression(node));
  switch (holder?.type) {
    case 'Property':
    case 'PropertyDefinition':
      return staticName(holder.key, holder.computed);
    case 'AssignmentExpression':
      return holder.operator === '=' && holder.left.type === 'MemberExpression' ? memberName(holder.left) : null;
    case 'VariableDeclarator': {
      const { id } = holder;
      if (id.type !== 'Identifier') return null;
      return usesOf(tree, id).every((use) => isHandedOn(tree, use, id.name)) ? id.name : null;
    }
    default:
      return null;
  }
}

/** A call may go by the places of what it is given, as beside another list, unless the list says by its name what its parts are. */
function isHandedOn(tree: SyntaxTree, use: Node, name: string): boolean {
  const parent = tree.parent(use);
  if (parent !== null && isCall(parent)) {
    const isBeside = parent.arguments.some(
      (each) => each !== use && constantValue(tree, each).type === 'ArrayExpression',
    );
    return OF_PARTS.test(name) && parent.callee !== use && !isBeside;
  }
  return /^(?:Property|SpreadElement|ExportSpecifier|ExportDefaultDeclaration)$/.test(parent?.type ?? '');
}

const OF_PARTS =
  /(?:^|[a-z])(?:plugin|middleware|preset|extension|loader|interceptor|guard|hook|module|provider|integration|enhancer)s?$/i;
