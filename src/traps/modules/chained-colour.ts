import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isCallee } from '../../syntax/is-callee.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/** `chalk.red.bold(text)` → `pc.red.bold(text)`: picocolors has functions of one text, which are no chain and no tag. */
export const chainedColour: Trap = ({ before: tree, after, places, instruction }) => {
  const isMissing = places.some(({ was, made }) => {
    if (!/^(?:chalk|kleur|colors)\b/.test(textOf(tree, was))) return false;
    const colour = [made, after.parent(made)].find((node) => node?.type === 'MemberExpression');
    return colour !== undefined && colour !== null && !isColourOfText(after, colour);
  });
  return isMissing && /\bpicocolors\b/.test(`${instruction.importLine ?? ''} ${tree.text}`) ? NO_CHAIN : null;
};

const NO_CHAIN = refuse('same-arguments', 'picocolors gives one function for each colour, and no chains of them.');

function isColourOfText(tree: SyntaxTree, colour: Node): boolean {
  const parent = tree.parent(colour);
  const isRead = parent?.type === 'MemberExpression' || parent?.type === 'TaggedTemplateExpression';
  if (isRead || !KNOWN.test(memberName(colour) ?? '')) return false;
  if (parent?.type !== 'CallExpression' || !isCallee(tree, colour)) return true;
  return parent.arguments.length === 1 && parent.arguments[0]?.type !== 'SpreadElement';
}

/** All that picocolors has: no `grey`, and nothing that is set up. */
const KNOWN =
  /^(?:reset|bold|dim|italic|underline|inverse|hidden|strikethrough|gray|(?:black|red|green|yellow|blue|magenta|cyan|white)(?:Bright)?|bg(?:Black|Red|Green|Yellow|Blue|Magenta|Cyan|White)(?:Bright)?)$/;
