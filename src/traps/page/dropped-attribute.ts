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
import { changedPairs, type Trap } from '../trap.js';

/**
 * `<li key={i}>` → `<li>`, which React warns of and no longer tells apart. `open={false}` → nothing, which a component
 * may take for true. `dangerouslySetInnerHTML={{ __html: x }}` → `{x}`, which shows the tags of `x` as text.
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
      if (name === 'dangerouslySetInnerHTML') {
        return refuse('value-may-be-markup', 'What is set as markup would be shown as text, or not at all.');
      }
      if (isFalse(attribute) && !(isOfHtml(old) && FLAGS.test(name))) {
        return refuse('same-result', 'What is left out may be taken for another value than false.');
      }
    }
  }
  return null;
};

const KEYED = refuse('still-referenced', 'React tells elements apart by their keys.');

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
