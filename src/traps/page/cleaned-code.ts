import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { constantValue } from '../../semantics/values/constant-value.js';
import { attributeName, tagName } from '../../syntax/jsx.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import type { Trap } from '../trap.js';

/** `style.innerHTML`, of an element that this file makes. */
function isMarkupOfCode(tree: SyntaxTree, member: Node): boolean {
  if (member.type !== 'MemberExpression' || memberName(member) !== 'innerHTML') return false;
  const made = constantValue(tree, member.object);
  if (made.type !== 'CallExpression' || memberName(made.callee) !== 'createElement') return false;
  const [name] = made.arguments;
  return name?.type === 'Literal' && /^(?:style|script)$/i.test(String(name.value));
}

/** `<style>` and `<script>` hold no markup: cleaned as such, `a > b` becomes `a &gt; b`. */
export const cleanedCode: Trap = ({ before: tree, places }) => {
  for (const { was, made } of places) {
    if (made.type !== 'CallExpression' || !/sanitiz|purify|escape/i.test(calledName(made.callee) ?? '')) continue;
    if (isOfCode(tree, was)) return refuse('same-arguments', 'A script or style is no markup, and would be changed.');
  }
  return null;
};

function isOfCode(tree: SyntaxTree, node: Node): boolean {
  const lineage = tree.lineage(node);
  const set = lineage.find(({ type }) => type === 'AssignmentExpression');
  if (set?.type === 'AssignmentExpression') return set.right === node && isMarkupOfCode(tree, set.left);
  const attribute = lineage.find(({ type }) => type === 'JSXAttribute');
  if (attribute?.type !== 'JSXAttribute' || attributeName(attribute) !== 'dangerouslySetInnerHTML') return false;
  const element = lineage.find(({ type }) => type === 'JSXOpeningElement');
  return element?.type === 'JSXOpeningElement' && /^(?:script|style|Script)$/.test(tagName(element) ?? '');
}
