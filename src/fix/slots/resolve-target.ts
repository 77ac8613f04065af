import type { Node } from 'oxc-parser';
import type { Target } from '../../model/auto-fix.js';
import type { TextRange } from '../../model/position.js';
import { isRefusal, type Refusal, refuse } from '../../model/refusal.js';
import type { Template } from '../../model/template.js';
import { isExpression } from '../../syntax/is-expression.js';
import { placeAt } from '../../syntax/place-at.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import type { FixTask, MatchedTask } from '../draft.js';
import { codeOfGroup } from '../matching/locate-match.js';
import { takesSecretAway } from '../secrets/takes-secret-away.js';
import { probeTemplate } from '../template/expand-template.js';
import { findAdjacentValue } from './adjacent-value.js';
import { givenLiteral, valueGiven } from './given-literal.js';
import { restatesMatch } from './restates-match.js';
import { isTextInString } from './text-in-string.js';
import { valueOwner } from './value-owner.js';
import { findValueSlot, isExactly, literalAround, ownerOrNull, slotOf, type ValueSlot } from './value-slot.js';

export type Resolved =
  | { readonly kind: 'slot'; readonly slot: ValueSlot }
  | { readonly kind: 'range'; readonly range: TextRange };

/** What a template takes the place of: a value's slot, or a range of text. */
export function resolveTarget(
  task: MatchedTask,
  template: Template,
  yieldsValue: boolean,
  target: Target,
): Resolved | Refusal {
  const { tree, match } = task;
  switch (target.kind) {
    case 'match':
      return asExpressionOrRange(task, match.range);
    case 'value':
      return asSlot(explicitValue(task));
    case 'group': {
      const range = codeOfGroup(tree.text, match, target.name);
      if (!range) return refuse('placeholder-known', `The group ${target.name} took no part in the match.`);
      const written = probeTemplate(template, match);
      if (isTextInString(tree, match, range, { written, isValue: yieldsValue })) return { kind: 'range', range };
      const around = yieldsValue ? literalAround(tree, range) : null;
      if (around) return asSlot(around);
      if (placeAt(tree, range) !== 'code') {
        return refuse('position-is-code', `The group ${target.name} does not stand in code.`);
      }
      return checkGroup(task, template, range) ?? asExpressionOrRange(task, range);
    }
    case 'default': {
      const isWhole =
        template.some((part) => part.kind === 'match') ||
        isBranch(tree, match.range, template) ||
        restatesMatch(tree, match, template);
      if (!yieldsValue || isWhole) return asExpressionOrRange(task, match.range);
      const drawsOnMatch = template.some(({ kind }) => kind === 'group' || kind === 'value');
      const given = drawsOnMatch ? null : givenLiteral(tree, match.range, probeTemplate(template, match));
      const slot = given ?? findValueSlot(tree, match.range);
      return slot ? asSlot(slot) : tokenRange(task);
    }
  }
}

/** A branch of a choice is as whole a value as the choice, but the name of that is not its own. */
function isBranch(tree: SyntaxTree, match: TextRange, template: Template): boolean {
  const branch = tree.enclosing(match);
  if (!isExactly(branch, match) || template.some(({ kind }) => kind === 'name')) return false;
  let choice = branch;
  for (let parent = tree.parent(choice); parent?.type === 'ConditionalExpression' && parent.test !== choice; ) {
    choice = parent;
    parent = tree.parent(choice);
  }
  return choice !== branch && !isRefusal(valueOwner(tree, choice));
}

function asSlot(slot: ValueSlot | Refusal | null): Resolved | Refusal {
  if (!slot) return refuse('slot-is-value', 'No value belongs to what matched.');
  return isRefusal(slot) ? slot : { kind: 'slot', slot };
}

function asExpressionOrRange(task: FixTask, range: TextRange): Resolved {
  const node = task.tree.enclosing(range);
  return isExactly(node, range) && isExpression(task.tree, node)
    ? { kind: 'slot', slot: slotOf(task.tree, node, ownerOrNull(task.tree, node)) }
    : { kind: 'range', range };
}

/** What a group names is taken as it is, unless the match cut it out, or the place takes no such value. */
function checkGroup(task: MatchedTask, template: Template, range: TextRange): Refusal | null {
  const node = task.tree.enclosing(range);
  const owner = isExactly(node, range) ? valueOwner(task.tree, node) : null;
  if (!isRefusal(owner)) return null;
  switch (owner.condition) {
    case 'literal-is-operand':
      return isCutOut(task, node) ? owner : null;
    case 'slot-is-default':
      return takesSecretAway(task, template) ? owner : null;
    case 'ambient':
      return LITERAL.test(probeTemplate(template, task.match)) ? null : owner;
    case 'const-assertion':
      return LITERALS.test(probeTemplate(template, task.match)) ? null : owner;
    default:
      return null;
  }
}

/** Of `timeout: 1000 * 60`, `timeout: (1000)` is a match that takes the first operand for the value. */
function isCutOut({ tree, match }: MatchedTask, operand: Node): boolean {
  const larger = tree.parent(operand);
  return larger !== null && match.range.start < larger.start && match.range.end < larger.end;
}

const ONE = /\s*(?:true|false|-?\d[\d_.]*|"[^"\\\n]*"|'[^'\\\n]*')\s*/.source;
const LITERAL = new RegExp(`^${ONE}$`);
/** One, or a list of them. */
const LITERALS = new RegExp(`^(?:${ONE}|\\s*\\[${ONE}(?:,${ONE})*,?\\s*\\]\\s*)$`);

/** In order: the value inside the match, the string around it, the value that follows it. */
function explicitValue({ tree, match }: MatchedTask): ValueSlot | Refusal | null {
  const around = literalAround(tree, match.range);
  if (around) return around;
  const inside = valueGiven(tree, match.range) ?? findValueSlot(tree, match.range);
  if (inside && (isRefusal(inside) || !isExactly(inside.node, match.range))) return inside;
  return findAdjacentValue(tree, match.range) ?? inside;
}

/** A match without a value in it is a member name or keyword: only such a one may be exchanged for another. */
function tokenRange({ tree, match }: MatchedTask): Resolved | Refusal {
  const node = tree.enclosing(match.range);
  const parent = tree.parent(node);
  const isMemberName = isExactly(node, match.range) && parent?.type === 'MemberExpression' && parent.property === node;
  const isKeyword = /^[a-z]+$/.test(match.text) && !isExactly(node, match.range);
  return isMemberName || isKeyword
    ? { kind: 'range', range: match.range }
    : refuse('slot-is-value', 'The match holds no value that the template could take the place of.');
}
