import type { Node } from 'oxc-parser';
import { type Refusal, refuse } from '../../model/refusal.js';
import type { Template } from '../../model/template.js';
import { speaksOfName, spellsName } from '../../semantics/names/spells-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { fallsApart } from '../checks/check-grouping.js';
import type { Draft, MatchedTask } from '../draft.js';
import { bracketed } from '../layout/bracketed.js';
import { layArgument } from '../layout/lay-argument.js';
import { checkSecret } from '../secrets/check-secret.js';
import { takesSecretAway } from '../secrets/takes-secret-away.js';
import { isWrapped } from '../slots/is-wrapped.js';
import { OTHER_TEXT, readsOtherwiseAsString } from '../slots/quoted-attribute.js';
import { takesLiteralOnly } from '../slots/takes-literal-only.js';
import type { ValueSlot } from '../slots/value-slot.js';
import { expandTemplate, type TemplateValues } from '../template/expand-template.js';
import { isExpressionText, parseExpression } from '../template/expression-text.js';

/** A value that gives way to what a template makes. */
export function replaceSlot(task: MatchedTask, template: Template, slot: ValueSlot): Draft | Refusal {
  const { node } = slot;
  const range = { start: node.start, end: node.end };
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
    return { edits: [{ range, text }] };
  }
  const text = asBody(task.tree, node, quotedAs(task.tree, node, expanded));
  const edit = layArgument(task.tree, { range, text });
  return { edits: [bracketed(task.tree, node, edit)] };
}

/** `() => { a }` gives nothing: an object that becomes the body of an arrow is put in brackets. */
function asBody(tree: SyntaxTree, node: Node, text: string): string {
  const object = node.type === 'ObjectExpression' ? textOf(tree, node) : null;
  const arrow = /=>\s*$/;
  const at = object === null ? -1 : text.indexOf(object);
  if (object === null || at < 0 || !arrow.test(text.slice(0, at))) return text;
  return `${text.slice(0, at)}(${object})${text.slice(at + object.length)}`;
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
