import type { Node } from 'oxc-parser';
import type { Target } from '../../model/auto-fix.js';
import type { Edit } from '../../model/edit.js';
import type { Match } from '../../model/fix-site.js';
import type { TextRange } from '../../model/position.js';
import { isRefusal, type Refusal, refuse } from '../../model/refusal.js';
import { speaksOfSecrets } from '../../model/speaks-of-secrets.js';
import type { Template } from '../../model/template.js';
import { speaksOfName, spellsName } from '../../semantics/names/spells-name.js';
import { isExpression } from '../../syntax/is-expression.js';
import { placeAt } from '../../syntax/place-at.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { fallsApart } from '../checks/check-grouping.js';
import { runOfLinks } from '../checks/run-of-links.js';
import { wholeExpression } from '../checks/whole-expression.js';
import type { Draft, FixTask } from '../draft.js';
import { bracketed, staysWhole } from '../layout/bracketed.js';
import { layArgument } from '../layout/lay-argument.js';
import { codeOfGroup } from '../matching/locate-match.js';
import { checkSecret } from '../secrets/check-secret.js';
import { findAdjacentValue } from '../slots/adjacent-value.js';
import { givenLiteral, valueGiven } from '../slots/given-literal.js';
import { isWrapped } from '../slots/is-wrapped.js';
import { OTHER_TEXT, readsOtherwiseAsString } from '../slots/quoted-attribute.js';
import { restatesMatch } from '../slots/restates-match.js';
import { takesLiteralOnly } from '../slots/takes-literal-only.js';
import { isTextInString } from '../slots/text-in-string.js';
import { valueOwner } from '../slots/value-owner.js';
import { findValueSlot, isExactly, literalAround, ownerOrNull, slotOf, type ValueSlot } from '../slots/value-slot.js';
import { bracketPrefixed } from '../template/bracket-prefixed.js';
import { expandTemplate, probeTemplate, readTemplate, type TemplateValues } from '../template/expand-template.js';
import { isAssignmentText, isExpressionText, parseExpression } from '../template/expression-text.js';
import { replaceFound } from './replace-found.js';

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

interface MatchedTask extends FixTask {
  readonly match: Match;
}

function replaceByTemplate(task: MatchedTask, template: Template): Draft | Refusal {
  const yieldsValue = isExpressionText(task.site.path, probeTemplate(template, task.match));
  const target = resolveTarget(task, template, yieldsValue, task.instruction.target);
  if (isRefusal(target)) return target;
  if (target.kind === 'range') return replaceRange(task, template, target.range);
  return yieldsValue ? replaceSlot(task, template, target.slot) : replaceStatement(task, template, target.slot.node);
}

type Resolved =
  | { readonly kind: 'slot'; readonly slot: ValueSlot }
  | { readonly kind: 'range'; readonly range: TextRange };

function resolveTarget(
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

/** `() => { a }` gives nothing: an object that becomes the body of an arrow is put in brackets. */
function asBody(tree: SyntaxTree, node: Node, text: string): string {
  const object = node.type === 'ObjectExpression' ? textOf(tree, node) : null;
  const arrow = /=>\s*$/;
  const at = object === null ? -1 : text.indexOf(object);
  if (object === null || at < 0 || !arrow.test(text.slice(0, at))) return text;
  return `${text.slice(0, at)}(${object})${text.slice(at + object.length)}`;
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

function replaceSlot(task: MatchedTask, template: Template, slot: ValueSlot): Draft | Refusal {
  const { node } = slot;
  const expanded = expandWhole(task, template, {
    match: task.match,
    value: textOf(task.tree, node),
    name: slot.name,
  });
  if (typeof expanded !== 'string') return expanded;
  if (!isExpressionText(task.site.path, expanded)) {
    return refuse(
      'template-is-expression',
      `"${expanded}" is not an expression that could take the place of the value.`,
    );
  }
  if (isLabel(template, slot)) {
    return refuse('value-spells-name', `${textOf(task.tree, node)} is a label for "${slot.name}".`);
  }
  const kept = takesSecretAway(task, template) ? checkSecret(task.tree, slot) : null;
  if (kept) return kept;
  const declared = takesLiteralOnly(task.tree, node);
  if (declared) return declared;
  if (isItself(task.tree, node, expanded)) {
    return refuse('value-is-itself', `"${expanded}" would be set to itself.`);
  }
  if (isWrappedAlready(task, template, node)) {
    return refuse('already-wrapped', 'The value is wrapped that way already.');
  }
  if (slot.quotedAttribute) {
    const written = textOf(task.tree, node);
    const keepsText = expanded.includes(written) || template.some(({ kind }) => kind === 'value');
    if (keepsText && readsOtherwiseAsString(written)) return OTHER_TEXT;
    const text = /^(?:"[^"\\&\n]*"|'[^'\\&\n]*')$/.test(expanded) ? expanded : `{${expanded}}`;
    return { edits: [{ range: rangeOf(node), text }] };
  }
  const text = asBody(task.tree, node, quotedAs(task.tree, node, expanded));
  const edit = layArgument(task.tree, { range: rangeOf(node), text });
  return { edits: [bracketed(task.tree, node, edit)] };
}

/** The template's text, with brackets around each group that would fall apart in it: `a - b` to `${1} ** 2` gives `(a - b) ** 2`. */
function expandWhole({ tree, match, site }: MatchedTask, template: Template, values: TemplateValues): string | Refusal {
  const text = expandTemplate(template, values);
  const isPlain = template.length < 2 || !template.some(({ kind }) => kind === 'group');
  const made = typeof text !== 'string' || isPlain ? null : parseExpression(site.path, text);
  if (made === null) return text;
  let whole = '';
  let start = 1;
  for (const [index, part] of template.entries()) {
    const end = expandTemplate(template.slice(0, index + 1), values);
    if (typeof end !== 'string') return text;
    const piece = made.text.slice(start, end.length + 1);
    const isParted = part.kind === 'group' && fallsApart(tree, match.range, piece, made, start);
    whole += isParted ? `(${piece})` : piece;
    start = end.length + 1;
  }
  return whole;
}

/** A literal that takes the place of another keeps its kind of quotes, unless they are all there is to replace. */
function quotedAs(tree: SyntaxTree, node: Node, text: string): string {
  const quote = tree.text[node.start];
  const isPlain = /^(["'])[^"'\\\n]*\1$/.test(text);
  if (!isPlain || node.type !== 'Literal' || (quote !== '"' && quote !== "'")) return text;
  const kept = `${quote}${text.slice(1, -1)}${quote}`;
  return kept === textOf(tree, node) ? text : kept;
}

/** Only of a setting of the environment is it odd that what stood there says its name; a constant may be called by it. */
function isLabel(template: Template, { node, name }: ValueSlot): boolean {
  const spellings = template.flatMap((part) => (part.kind === 'name' ? [part.spelling] : []));
  if (spellings.includes('upper-snake')) return speaksOfName(node, name);
  return spellings.length > 0 && spellsName(node, name);
}

/** Whether a value is found because it may be a secret, and gives way to where the secret is kept. */
function takesSecretAway({ site }: MatchedTask, template: Template): boolean {
  return speaksOfSecrets(site.rule, site.check) && !template.some(({ kind }) => kind === 'value' || kind === 'match');
}

/** `process.env.TOKEN = "…"` is where the setting is made, not where it is read. */
function isItself(tree: SyntaxTree, node: Node, text: string): boolean {
  const parent = tree.parent(node);
  if (parent?.type !== 'AssignmentExpression' || parent.right !== node) return false;
  const plain = (written: string) => written.replace(/\s+/g, '').replace(/\[["'`]([\w$]+)["'`]\]/g, '.$1');
  return plain(textOf(tree, parent.left)) === plain(text);
}

function isWrappedAlready({ tree, match }: MatchedTask, template: Template, node: Node): boolean {
  const hole = template.findIndex(({ kind }) => kind === 'value' || kind === 'match');
  if (hole < 0 || template.length === 1) return false;
  const values = { match, value: null, name: null };
  const before = expandTemplate(template.slice(0, hole), values);
  const after = expandTemplate(template.slice(hole + 1), values);
  return typeof before === 'string' && typeof after === 'string' && isWrapped(tree, node, { before, after });
}

function rangeOf({ start, end }: TextRange): TextRange {
  return { start, end };
}
