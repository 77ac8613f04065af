import type { Node } from 'oxc-parser';
import type { Match } from '../../model/fix-site.js';
import type { Template } from '../../model/template.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';

/**
 * Whether a template says again what the match is about, and so takes the place of all of it: `open={true}` → `open`,
 * `on("wheel", f)` → `on("wheel", f, { passive: true })` and `` `${n}` `` → `String(n)`.
 */
export function restatesMatch(tree: SyntaxTree, match: Match, template: Template): boolean {
  const { start, end } = match.range;
  const node = tree.enclosing(match.range);
  const [first] = template;
  if (!first) return false;
  if (node.type === 'JSXAttribute') {
    const { name } = node;
    const isName = first.kind === 'group' && textOfGroup(match, first.group) === textOf(tree, name);
    return template.length === 1 && isName && node.start === start && node.end === end;
  }
  if (node.type === 'TemplateLiteral') {
    const isTagged = tree.parent(node)?.type === 'TaggedTemplateExpression';
    return !isTagged && first.kind === 'literal' && first.text === 'String(' && isAllIn(tree, node, match, template);
  }
  if (node.type !== 'CallExpression' || node.end !== end || node.callee.type !== 'MemberExpression') return false;
  const { property } = node.callee;
  const name = textOf(tree, property);
  return property.start === start && first.kind === 'literal' && first.text.startsWith(`${name}(`);
}

function isAllIn(
  tree: SyntaxTree,
  { expressions, quasis }: Extract<Node, { type: 'TemplateLiteral' }>,
  match: Match,
  template: Template,
): boolean {
  const [only, ...others] = expressions;
  if (!only || others.length > 0 || quasis.some(({ value }) => value.raw !== '')) return false;
  const written = textOf(tree, only);
  return template.some((part) => part.kind === 'group' && textOfGroup(match, part.group) === written);
}

function textOfGroup(match: Match, group: string): string | undefined {
  return /^\d+$/.test(group) ? match.groups[Number(group) - 1] : match.namedGroups[group];
}
