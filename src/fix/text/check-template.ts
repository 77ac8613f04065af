import type { Edit } from '../../model/edit.js';
import type { FixInstruction, FixSite, Match } from '../../model/fix-site.js';
import { ownNameRegex } from '../../model/name-regex.js';
import { contains, rangesOverlap, type TextRange } from '../../model/position.js';
import { isRefusal, type Refusal, refuse } from '../../model/refusal.js';
import { KNOWN_GLOBALS } from '../../semantics/names/known-globals.js';
import { isVoidElement } from '../../syntax/is-void-element.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import { parseSyntax } from '../../syntax/parse-syntax.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { findTrap } from '../../traps/index.js';
import { checkGrouping } from '../checks/check-grouping.js';
import { checkOperands } from '../checks/check-operands.js';
import { placesOf } from '../checks/edit-places.js';
import { checkHandler } from './check-handler.js';
import { editsAsSyntax } from './edits-as-syntax.js';
import { type Tag, tagBehind, tagsAround, tagsOf } from './elements-of.js';
import { blankOutside, holdsCode, scriptAround, scriptsOf } from './script-around.js';

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
    checkNames(site, tree, after)
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

const EXPRESSION =
  /(?<![\w-])(?:v-(?!for\b|slot\b)[\w:.-]+|[:@][\w:.[\]-]+)\s*=\s*(?<quoted>"[^"]*"|'[^']*')|\{(?<shown>\{[\s\S]*?\})\}/g;

/** What stands in braces that hold no others, without the word that tells what to do with it. */
const SVELTE_EXPRESSION = /\{(?:\s*(?:@(?:html|render)|#(?:if|key)|:else if)\s)?(?<shown>[^{}]*)\}/g;

/** `onclick="save()"` */
const HANDLER = /(?<=\s)on[a-z]+\s*=\s*(?<quoted>"[^"]*"|'[^']*')/gi;

/** The code in the markup of a page or component; in front of it and behind it is one character at least. */
function codeInMarkup({ path, text }: Component): readonly TextRange[] {
  if (/\.svelte$/i.test(path)) {
    return [...text.matchAll(SVELTE_EXPRESSION)].flatMap(({ index, 0: whole, groups }) => {
      const end = index + whole.length - 1;
      return holdsCode(text, index) ? [] : [{ start: end - (groups?.shown?.length ?? 0), end }];
    });
  }
  const found = /\.html?$/i.test(path) ? HANDLER : EXPRESSION;
  return [...text.matchAll(found)].map(({ index, 0: whole, groups }) => {
    const code = groups?.quoted ?? groups?.shown ?? '';
    const start = index + whole.lastIndexOf(code);
    return { start: start + 1, end: start + code.length - 1 };
  });
}

/** All of the text blank but the code that holds the edits, in brackets where its quotes were. */
function expressionAround(site: FixSite, edits: readonly Edit[]): SyntaxTree | null {
  const { path, text } = site;
  const extension = scriptsOf(text).some(({ tag }) => /\blang\s*=\s*["']?ts/i.test(tag)) ? 'mts' : 'mjs';
  for (const inside of codeInMarkup(site)) {
    if (!edits.every(({ range }) => contains(inside, range))) continue;
    const blank = blankOutside(text, [inside]);
    for (const [open, close] of ['()', '{}']) {
      const alone =
        blank.slice(0, inside.start - 1) +
        open +
        text.slice(inside.start, inside.end) +
        close +
        blank.slice(inside.end + 1);
      const tree = parseSyntax(`${path}.${extension}`, alone);
      if (tree?.parsed && tree.errors.length === 0) return tree;
    }
  }
  return null;
}

/** A name that is new to an expression is one of the script, or of a loop or slot. */
function checkNames({ path, text }: FixSite, before: SyntaxTree, after: SyntaxTree): Refusal | null {
  // Any script of a page, or one that another file holds, may define it.
  if (/\.html?$/i.test(path)) return null;
  const isNamed = /\.svelte$/i.test(path) ? isNamedAnywhere : isNamedInVue;
  const known = new Set(nameScopes(before).references.map(({ name }) => name));
  const added = nameScopes(after).references.find(({ name, binding }) => {
    const isNew = binding === null && !known.has(name) && !KNOWN_GLOBALS.has(name) && !/^\$/.test(name);
    return isNew && !isNamed({ path, text }, name);
  });
  return added ? refuse('name-unbound', `Nothing in this component defines "${added.name}".`) : null;
}

/** Svelte binds names in its script, and in the markup by loops, snippets, constants and what promises become. */
function isNamedAnywhere({ text }: Component, name: string): boolean {
  return ownNameRegex(name).test(text.replace(/<!--[\s\S]*?-->/g, ''));
}

type Component = Pick<FixSite, 'path' | 'text'>;

function isNamedInVue({ path, text }: Component, name: string): boolean {
  const word = ownNameRegex(name);
  const bound = [...text.matchAll(/(?:\bv-for|\bv-slot[\w:.-]*|#[\w.-]+)\s*=\s*"([^"]*?)(?:\s(?:in|of)\s[^"]*)?"/g)];
  return bound.some(([, names = '']) => word.test(names)) || isNamedInScript({ path, text }, name);
}

/** By its code, or as a text such as those of `props: ['item']`: comments may say the word as well. */
function isNamedInScript({ path, text }: Component, name: string): boolean {
  return scriptsOf(text).some(({ range }) => {
    const tree = scriptAround(path, text, range)?.tree;
    if (!tree) return ownNameRegex(name).test(text.slice(range.start, range.end));
    const nodes = [...tree.descendants(tree.program)];
    return nodes.some((node) =>
      node.type === 'Identifier' ? node.name === name : node.type === 'Literal' && node.value === name,
    );
  });
}
