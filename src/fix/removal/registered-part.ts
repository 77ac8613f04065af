import type { Node } from 'oxc-parser';
import { contains, type TextRange } from '../../model/position.js';
import { type Refusal, refuse } from '../../model/refusal.js';
import type { Call } from '../../syntax/is-call.js';
import { memberName } from '../../syntax/member-name.js';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { usesOf } from '../../syntax/uses-of.js';
import { isExplained } from './is-explained.js';
import { checkCall } from './removable-statement.js';
import { EXPLAINED } from './removal-refusal.js';

type List = Extract<Node, { type: 'ArrayExpression' }>;

/**
 * Why one of the parts that a list registers, as in `plugins: [react(), analyzer()]`, may not go, or null. It goes as a
 * call does that stands alone; what is made for its place in a list, such as a parameter of a query, stays.
 */
export function checkRegistered(tree: SyntaxTree, match: TextRange, node: Call, list: List): Refusal | null {
  if (!contains(match, node.callee) || !isRegistry(tree, list)) return USED;
  return checkCall(tree, match, node) ?? (isExplained(tree, node) ? EXPLAINED : null);
}

const USED = refuse('value-used', 'The list is no list of parts, or the match is not what makes this one of them.');

/** Of several parts, kept under a name that speaks of no data. */
function isRegistry(tree: SyntaxTree, list: List): boolean {
  const name = nameOf(tree, list);
  return (
    name !== null &&
    !OF_DATA.test(name) &&
    list.elements.length > 1 &&
    list.elements.every((each) => each !== null && isPart(each))
  );
}

/** What queries call the values they are given, and drawings their numbers, each by its place. */
const OF_DATA =
  /^(?:values?|params?|parameters|args|arguments|bindings|replacements|data|rows?|range|domain|extent|size|point|position|coords|coordinates|bounds|offset|pair)$/i;

/** What is made, chosen or spread, and a class; a variable, or what is written out, may be data. */
function isPart(element: Node): boolean {
  if (element.type === 'Identifier') return /^\p{Lu}/u.test(element.name);
  return PART.test(element.type);
}

const PART = /^(?:Call|New|Logical|Conditional)Expression$|^SpreadElement$/;

/** The name of the property, field or variable that is set to a list; null where it is used for something else as well. */
function nameOf(tree: SyntaxTree, list: List): string | null {
  const holder = tree.lineage(list).find((node) => node !== list && !PASSES_ON.test(node.type));
  switch (holder?.type) {
    case 'Property':
    case 'PropertyDefinition':
      return staticName(holder.key, holder.computed);
    case 'AssignmentExpression':
      return holder.operator === '=' && holder.left.type === 'MemberExpression' ? memberName(holder.left) : null;
    case 'VariableDeclarator': {
      const { id } = holder;
      return id.type === 'Identifier' && usesOf(tree, id).every((use) => isHandedOn(tree, use)) ? id.name : null;
    }
    default:
      return null;
  }
}

const PASSES_ON = /^(?:Parenthesized|TSAs|TSSatisfies|TSNonNull)Expression$/;

function isHandedOn(tree: SyntaxTree, use: Node): boolean {
  return /^(?:Property|SpreadElement|ExportSpecifier|ExportDefaultDeclaration)$/.test(tree.parent(use)?.type ?? '');
}
