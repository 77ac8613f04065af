import type { Edit } from '../../model/edit.js';
import { escapeRegex } from '../../model/escape-regex.js';
import { contains, type TextRange } from '../../model/position.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import { parseSyntax } from '../../syntax/parse-syntax.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { checkGrouping } from '../check-grouping.js';
import { checkOperands } from '../check-operands.js';
import { placesOf } from '../edit-places.js';
import type { FixInstruction, FixSite, Match } from '../fix-site.js';
import { KNOWN_GLOBALS } from '../names/known-globals.js';
import { isRefusal, type Refusal, refuse } from '../refusal.js';
import { findTrap } from '../traps/index.js';
import { editsAsSyntax } from './edits-as-syntax.js';
import { tagBehind, tagsOf } from './elements-of.js';
import { blankOutside, scriptsOf } from './script-around.js';

/** What speaks against edits of the template of a Vue component; null as well where they stand elsewhere. */
export function checkTemplate(
  site: FixSite,
  instruction: FixInstruction,
  match: Match,
  edits: readonly Edit[],
): Refusal | null {
  if (!/\.vue$/i.test(site.path)) return null;
  return checkDirectives(site.text, edits) ?? checkExpression(site, instruction, match, edits);
}

/** Some directives look like one another, and a few attributes are false where they are empty. */
function checkDirectives(text: string, edits: readonly Edit[]): Refusal | null {
  for (const { range, text: written } of edits) {
    const replaced = text.slice(range.start, range.end);
    if (/\bv-html\b/.test(replaced) && !/\bv-html\b/.test(written)) return MARKUP;
    if (/\bv-if\b/.test(replaced) && !/\bv-if\b/.test(written) && isChoice(text, range)) return CHOICE;
    if (/^:(?:aria-[\w-]+|draggable|contenteditable|spellcheck)="true"$/.test(replaced) && !written.includes('true')) {
      return refuse('same-result', 'Without a value the attribute is not said to be true.');
    }
  }
  return null;
}

const MARKUP = refuse('value-may-be-markup', 'What is shown may be markup, which would be shown as it is written.');
const CHOICE = refuse('edit-bounded', 'A v-else belongs to it, or it stands on a template, which is not shown itself.');

function isChoice(text: string, range: TextRange): boolean {
  const tags = tagsOf(text);
  const own = tags.find((tag) => contains(tag, range));
  if (!own) return false;
  return /^(?:template|slot)$/i.test(own.name) || /\sv-else(?:-if)?\b/.test(tagBehind(tags, own)?.text ?? '');
}

/** The code of a directive or of `{{ }}` is judged as an expression; what it can name the script and the template tell. */
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
    findTrap({ task, after, places: placesOf(tree, after, judged, judged) }) ??
    checkNames(site.text, tree, after)
  );
}

const EXPRESSION =
  /(?<![\w-])(?:v-(?!for\b|slot\b)[\w:.-]+|[:@][\w:.[\]-]+)\s*=\s*(?<quoted>"[^"]*"|'[^']*')|\{(?<shown>\{[\s\S]*?\})\}/g;

/** All of the text blank but the code that holds the edits, in brackets where its quotes were. */
function expressionAround({ path, text }: FixSite, edits: readonly Edit[]): SyntaxTree | null {
  const extension = scriptsOf(text).some(({ tag }) => /\blang\s*=\s*["']?ts/i.test(tag)) ? 'mts' : 'mjs';
  for (const { index, 0: whole, groups } of text.matchAll(EXPRESSION)) {
    const code = groups?.quoted ?? groups?.shown ?? '';
    const start = index + whole.lastIndexOf(code);
    const inside = { start: start + 1, end: start + code.length - 1 };
    if (!edits.every(({ range }) => contains(inside, range))) continue;
    const blank = blankOutside(text, [inside]);
    for (const [open, close] of ['()', '{}']) {
      const alone =
        blank.slice(0, start) + open + text.slice(inside.start, inside.end) + close + blank.slice(inside.end + 1);
      const tree = parseSyntax(`${path}.${extension}`, alone);
      if (tree?.parsed && tree.errors.length === 0) return tree;
    }
  }
  return null;
}

/** A name that is new to an expression is one of the script, or of a loop or slot. */
function checkNames(text: string, before: SyntaxTree, after: SyntaxTree): Refusal | null {
  const known = new Set(nameScopes(before).references.map(({ name }) => name));
  const added = nameScopes(after).references.find(({ name, binding }) => {
    return (
      binding === null && !known.has(name) && !KNOWN_GLOBALS.has(name) && !/^\$/.test(name) && !isNamed(text, name)
    );
  });
  return added ? refuse('name-unbound', `Nothing in this component defines "${added.name}".`) : null;
}

function isNamed(text: string, name: string): boolean {
  const word = new RegExp(`(?<![\\w$.])${escapeRegex(name)}(?![\\w$])`);
  const scripts = scriptsOf(text).map(({ range }) => text.slice(range.start, range.end));
  const bound = [...text.matchAll(/(?:\bv-for|\bv-slot[\w:.-]*|#[\w.-]+)\s*=\s*"([^"]*?)(?:\s(?:in|of)\s[^"]*)?"/g)];
  return [...scripts, ...bound.map(([, names = '']) => names)].some((each) => word.test(each));
}
