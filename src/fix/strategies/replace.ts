import type { Node } from 'oxc-parser';
import type { Edit } from '../../model/edit.js';
import type { TextRange } from '../../model/position.js';
import { isRefusal, type Refusal, refuse } from '../../model/refusal.js';
import type { Template } from '../../model/template.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { runOfLinks } from '../checks/run-of-links.js';
import { wholeExpression } from '../checks/whole-expression.js';
import type { Draft, FixTask, MatchedTask } from '../draft.js';
import { staysWhole } from '../layout/bracketed.js';
import { layArgument } from '../layout/lay-argument.js';
import { resolveTarget } from '../slots/resolve-target.js';
import { bracketPrefixed } from '../template/bracket-prefixed.js';
import { expandTemplate, probeTemplate, readTemplate } from '../template/expand-template.js';
import { isAssignmentText, isExpressionText } from '../template/expression-text.js';
import { replaceFound } from './replace-found.js';
import { replaceSlot } from './replace-slot.js';

/** A value, the match, or a group of it, replaced by an expanded template; or find and replace. */
export function replace(task: FixTask): Draft | Refusal {
  const { instruction, match } = task;
  if (instruction.findReplace) return replaceFound(task, instruction.findReplace);
  if (instruction.template === null) return refuse('instruction-executable', 'The instruction has no template.');
  if (!match) return refuse('match-is-whole', 'A template replaces a match, and what is required here is absent.');
  const template = readTemplate(instruction.template, match.regex);
  if (isRefusal(template)) return template;
  return replaceByTemplate({ ...task, match }, bracketPrefixed(task.site.path, template, match));
}

function replaceByTemplate(task: MatchedTask, template: Template): Draft | Refusal {
  const yieldsValue = isExpressionText(task.site.path, probeTemplate(template, task.match));
  const target = resolveTarget(task, template, yieldsValue, task.instruction.target);
  if (isRefusal(target)) return target;
  if (target.kind === 'range') return replaceRange(task, template, target.range);
  return yieldsValue ? replaceSlot(task, template, target.slot) : replaceStatement(task, template, target.slot.node);
}

function replaceRange(task: MatchedTask, template: Template, range: TextRange): Draft | Refusal {
  const expanded = expandTemplate(template, { match: task.match, value: null, name: null });
  if (typeof expanded !== 'string') return expanded;
  if (range !== task.match.range) return draftOf(task.tree, { range, text: expanded });
  // The white space beside the match stays, so a template that was written with it must not double it.
  const { start, end } = task.match.trimmed;
  const opened = start ? expanded.trimStart() : expanded;
  return draftOf(task.tree, { range, text: end ? opened.trimEnd() : opened });
}

/** `process.exit(1);` → `throw new Exit(1);`: an expression that is a statement of its own gives way to another statement. */
function replaceStatement(task: MatchedTask, template: Template, node: Node): Draft | Refusal {
  const { tree, match } = task;
  const expanded = expandTemplate(template, { match, value: textOf(tree, node), name: null });
  if (typeof expanded !== 'string') return expanded;
  const statement = tree.parent(node);
  // Its end, semicolon or none, stays as the file has it.
  const text = expanded.trim().replace(/;$/, '');
  if (statement?.type === 'ExpressionStatement') {
    const whole = { range: rangeOf(statement), text: text + tree.text.slice(node.end, statement.end) };
    if (staysWhole(tree, whole)) return { edits: [{ range: rangeOf(node), text }], judgedAs: [whole] };
  }
  if (node.type === 'AssignmentExpression' && isAssignmentText(task.site.path, text)) {
    return draftOf(tree, { range: rangeOf(node), text });
  }
  return refuse(
    'template-is-expression',
    'Only an expression can take the place of a value, and the template yields none.',
  );
}

function draftOf(tree: SyntaxTree, given: Edit): Draft {
  const edit = layArgument(tree, given);
  return { edits: [edit], judgedAs: [wholeExpression(tree, edit) ?? runOfLinks(tree, edit) ?? edit] };
}

function rangeOf({ start, end }: TextRange): TextRange {
  return { start, end };
}
