import type { Edit } from '../../model/edit.js';
import type { FixInstruction, FixSite, Match } from '../../model/fix-site.js';
import { contains, rangesOverlap, type TextRange } from '../../model/position.js';
import { isRefusal, type Refusal, refuse } from '../../model/refusal.js';
import { isVoidElement } from '../../syntax/is-void-element.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { findTrap } from '../../traps/index.js';
import { checkGrouping } from '../checks/check-grouping.js';
import { checkOperands } from '../checks/check-operands.js';
import { placesOf } from '../checks/edit-places.js';
import { checkComponentNames } from './check-component-names.js';
import { checkHandler } from './check-handler.js';
import { codeInMarkup, expressionAround } from './code-in-markup.js';
import { editsAsSyntax } from './edits-as-syntax.js';
import { type Tag, tagBehind, tagsAround, tagsOf } from './elements-of.js';
import { holdsCode } from './script-around.js';

/** What speaks against edits of the markup of a page, or of a Vue or Svelte component; null as well where they stand elsewhere. */
export function checkTemplate(
  site: FixSite,
  instruction: FixInstruction,
  match: Match,
  edits: readonly Edit[],
): Refusal | null {
  if (/\.html?$/i.test(site.path)) {
    return (
      checkButtons(site.text, edits) ??
      checkClosed(site.text, edits) ??
      checkExpression(site, instruction, match, edits)
    );
  }
  if (!/\.(?:vue|svelte)$/i.test(site.path)) return null;
  return (
    checkButtons(site.text, edits) ??
    (instruction.findReplace && edits.some(({ range }) => isShownText(site, range)) ? SHOWN : null) ??
    (/\.vue$/i.test(site.path) ? checkDirectives(site.text, edits) : null) ??
    checkHandler(site.path, site.text, edits) ??
    checkExpression(site, instruction, match, edits)
  );
}

const SHOWN = refuse('position-is-code', 'The match stands in text that the component shows, not in code.');

/** Whether a range lies between tags and in no braces: text is shown there as it is written, as it is in JSX. */
function isShownText({ text }: FixSite, range: TextRange): boolean {
  const tags = tagsOf(text);
  if (tags.length === 0 || holdsCode(text, range.start)) return false;
  if (tags.some((tag) => rangesOverlap(tag, range))) return false;
  // An arrow in an attribute of Svelte seems to end the tag, in whose braces it still stands.
  const before = text.slice(tags.findLast(({ start }) => start < range.start)?.start ?? 0, range.start);
  return before.split('{').length <= before.split('}').length;
}

/** `<button>` → `<button type="button">`: the one in a form submits it, and then does so no more. */
function checkButtons(text: string, edits: readonly Edit[]): Refusal | null {
  if (!edits.some((edit) => PLAIN.test(edit.text))) return null;
  const tags = tagsOf(text);
  const submits = tags.some((tag) => {
    const isButton =
      tag.name.toLowerCase() === 'button' && !/\s(?:type|:type|v-bind:type|\{type\})(?=[\s=/>])/.test(tag.text);
    if (!isButton || !edits.some((edit) => contains(tag, edit.range) && PLAIN.test(edit.text))) return false;
    if (/\sv-bind=|\{\.\.\./.test(tag.text)) return true;
    const isInForm = tagsAround(tags, tag).some(({ name }) => /(?:^|-)form$/i.test(name));
    return isInForm && !/\s(?:@|v-on:|on:?)click\b/.test(tag.text);
  });
  return submits ? refuse('same-result', 'In a form, a button without a type submits it.') : null;
}

/** `<div></div>` → `<div />`: to a browser the slash says nothing, and the element holds all that follows. */
function checkClosed(text: string, edits: readonly Edit[]): Refusal | null {
  const isOpen = edits.some(({ range, text: written }) => {
    if (!text.slice(range.start, range.end).includes('</') || isInDrawing(text, range.start)) return false;
    // Of `></div>` → ` />` the name stands in front.
    const tag = text.slice(text.lastIndexOf('<', range.start), range.start) + written;
    return tagsOf(tag).some((each) => each.text.endsWith('/>') && !isClosedBySlash(each));
  });
  return isOpen ? refuse('edit-bounded', 'In a page only elements that hold nothing close themselves.') : null;
}

function isClosedBySlash({ name }: Tag): boolean {
  return isVoidElement(name.toLowerCase()) || /^(?:svg|math)$/i.test(name);
}

/** Whether an offset lies in SVG or MathML, where a slash ends an element. */
function isInDrawing(text: string, offset: number): boolean {
  return ['svg', 'math'].some((name) => text.lastIndexOf(`<${name}`, offset) > text.lastIndexOf(`</${name}>`, offset));
}

const PLAIN = /\stype\s*=\s*["']?button\b/;

/** Some directives look like one another, and a few attributes are false where they are empty. */
function checkDirectives(text: string, edits: readonly Edit[]): Refusal | null {
  for (const { range, text: written } of edits) {
    const replaced = text.slice(range.start, range.end);
    if (/\bv-html\b/.test(replaced) && !/\bv-html\b/.test(written)) return MARKUP;
    if (/\bv-if\b/.test(replaced) && !/\bv-if\b/.test(written) && isChoice(text, range)) return CHOICE;
    if (/(?<![\w-]):key=/.test(replaced) && !written.includes('key=')) return KEY;
    if (/^:(?:aria-[\w-]+|draggable|contenteditable|spellcheck)="true"$/.test(replaced) && !written.includes('true')) {
      return refuse('same-result', 'Without a value the attribute is not said to be true.');
    }
  }
  return null;
}

const KEY = refuse('same-result', 'Vue tells what it repeats apart by its keys.');
const MARKUP = refuse('value-may-be-markup', 'What is shown may be markup, which would be shown as it is written.');
const CHOICE = refuse('edit-bounded', 'A v-else belongs to it, or it stands on a template, which is not shown itself.');

function isChoice(text: string, range: TextRange): boolean {
  const tags = tagsOf(text);
  const own = tags.find((tag) => contains(tag, range));
  if (!own) return false;
  return /^(?:template|slot)$/i.test(own.name) || /\sv-else(?:-if)?\b/.test(tagBehind(tags, own)?.text ?? '');
}

/** The code of a directive, or of what is shown, is judged as an expression; what it can name the script and the template tell. */
function checkExpression(
  site: FixSite,
  instruction: FixInstruction,
  match: Match,
  edits: readonly Edit[],
): Refusal | null {
  const tree = expressionAround(site, edits);
  if (!tree) return null;
  const made = editsAsSyntax({ site, instruction, match }, edits, tree);
  if (isRefusal(made)) return made;
  const { task, edits: judged, after } = made;
  return (
    checkOperands(tree, judged) ??
    checkGrouping(tree, after, judged, judged) ??
    checkSyntax(site, tree, after) ??
    findTrap({ ...task, before: tree, after, places: placesOf(tree, after, judged, judged) }) ??
    checkComponentNames(site, tree, after)
  );
}

/** Templates of Vue know no syntax newer than their compiler, which the build of the scripts does not help; before 2.7 it knows no chains. */
function checkSyntax({ path, text }: FixSite, before: SyntaxTree, after: SyntaxTree): Refusal | null {
  const isNewer = /\?\.(?!\d)|\?\?/;
  if (!/\.vue$/i.test(path) || !isNewer.test(after.text) || isNewer.test(before.text)) return null;
  if (/<script\b[^<>]*\ssetup\b|\bdefineComponent\(/.test(text)) return null;
  const isUsed = codeInMarkup({ path, text }).some(({ start, end }) => isNewer.test(text.slice(start, end)));
  return isUsed ? null : refuse('node-version', 'The templates of Vue 2 do not know this syntax before 2.7.');
}
