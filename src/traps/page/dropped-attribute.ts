import type { Node } from 'oxc-parser';
import { contains } from '../../model/position.js';
import { refuse } from '../../model/refusal.js';
import {
  attributeName,
  attributeOf,
  attributeValue,
  type JsxAttribute,
  type JsxOpening,
  openingOf,
  tagName,
} from '../../syntax/jsx.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { writtenText } from '../../syntax/written-text.js';
import { changedPairs, type Trap } from '../trap.js';

/**
 * `<li key={i}>` → `<li>`, which React warns of and no longer tells apart. `open={false}` → nothing, which a component
 * may take for true. `data-open` that a selector asks for. `dangerouslySetInnerHTML={{ __html: x }}` → `{x}`, which shows the tags of `x` as text.
 */
export const droppedAttribute: Trap = (change) => {
  const isUnkeyed = change.places.some(({ old: [was], next: [is] }) => {
    return was?.type === 'JSXOpeningElement' && is?.type === 'JSXOpeningFragment' && attributeOf(was, 'key');
  });
  if (isUnkeyed) return KEYED;
  for (const pair of changedPairs(change, 'JSXOpeningElement', 'JSXElement')) {
    const [old, next] = [openingOf(pair.old), openingOf(pair.next)];
    for (const attribute of old.attributes) {
      const name = attribute.type === 'JSXAttribute' ? attributeName(attribute) : null;
      if (attribute.type !== 'JSXAttribute' || name === null || attributeOf(next, name)) continue;
      if (name === 'key') return KEYED;
      if (name === 'style' && isOfHtml(old) && isUnstyled(change.before, next)) return UNSTYLED;
      if (name === 'dangerouslySetInnerHTML') {
        return refuse('value-may-be-markup', 'What is set as markup would be shown as text, or not at all.');
      }
      if (isAskedFor(change.before, attribute, name)) {
        return refuse('still-referenced', `Other code of the file finds the element by its "${name}".`);
      }
      if (isFalse(attribute) && !(isOfHtml(old) && FLAGS.test(name))) {
        return refuse('same-result', 'What is left out may be taken for another value than false.');
      }
    }
  }
  return null;
};

const UNSTYLED = refuse('same-result', 'An element of HTML has no such attribute, and would lose its style.');

/** `<p style={…}>` → `<p sx={…}>`, unless a comment or another element tells that a compiler makes styles of it. */
function isUnstyled(tree: SyntaxTree, next: JsxOpening): boolean {
  const made = ['sx', 'css', 'tw'].find((name) => attributeOf(next, name));
  if (made === undefined || tree.comments.some(({ value }) => /@jsx/.test(value))) return false;
  return !tree.descendants(tree.program).some((each) => {
    return each.type === 'JSXOpeningElement' && isOfHtml(each) && attributeOf(each, made) !== null;
  });
}

const KEYED = refuse('still-referenced', 'React tells elements apart by their keys.');

/** Whether a selector or a question to the page names the attribute, such as `[data-open]`, `dataset.open` or `#menu`. */
function isAskedFor(tree: SyntaxTree, attribute: JsxAttribute, name: string): boolean {
  const value = attributeValue(attribute);
  const id = name === 'id' && value?.type === 'Literal' && typeof value.value === 'string' ? value.value : null;
  const isData = name.startsWith('data-');
  if (!isData && id === null) return false;
  const key = name.slice('data-'.length).replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const asks = isData
    ? (text: string): boolean => wordIn(text, name)
    : (text: string, node: Node): boolean => (text === id && isGivenAsId(tree, node)) || wordIn(text, `#${id}`);
  return tree.descendants(tree.program).some((node) => {
    if (isData && memberName(node) === key && node.type === 'MemberExpression') {
      return calledName(node.object) === 'dataset';
    }
    return !contains(attribute, node) && asks(writtenText(node) ?? '', node);
  });
}

/** Not as a class, a type or a label, which may read the same. */
function isGivenAsId(tree: SyntaxTree, text: Node): boolean {
  const parent = tree.parent(text);
  const owner = parent?.type === 'JSXExpressionContainer' ? tree.parent(parent) : parent;
  if (owner?.type !== 'JSXAttribute') return true;
  return /^(?:htmlFor|for|form|list|headers|aria-\w+|\w*[iI]ds?|popoverTarget)$/.test(attributeName(owner) ?? '');
}

function wordIn(text: string, word: string): boolean {
  const at = text.indexOf(word);
  return at >= 0 && !/[\w-]/.test(text.charAt(at + word.length));
}

/** Attributes of HTML that are false where they are absent. `checked` also says who keeps the value. */
const FLAGS =
  /^(?:disabled|hidden|required|readOnly|multiple|autoFocus|autoPlay|controls|loop|muted|open|selected|noValidate|async|defer|default|reversed|inert|defaultChecked)$/;

function isOfHtml(opening: JsxOpening): boolean {
  return /^[a-z]+\d?$/.test(tagName(opening) ?? '');
}

function isFalse(attribute: JsxAttribute): boolean {
  const given = attributeValue(attribute);
  return given?.type === 'Literal' && given.value === false;
}
