import type { Node } from 'oxc-parser';
import { refuse } from '../refusal.js';
import { changedPairs, type Trap } from './trap.js';

/**
 * `<li key={i}>` → `<li>`, which React warns of and no longer tells apart. `open={false}` → nothing, which a component
 * may take for true.
 */
export const droppedAttribute: Trap = (change) => {
  for (const { old, next } of changedPairs(change, 'JSXOpeningElement')) {
    const kept = new Set(namesOf(next));
    for (const attribute of old.attributes) {
      if (attribute.type !== 'JSXAttribute' || kept.has(attribute.name.name)) continue;
      if (attribute.name.name === 'key') return refuse('still-referenced', 'React tells elements apart by their keys.');
      if (isFalse(attribute) && !(isOfHtml(old) && FLAGS.test(String(attribute.name.name)))) {
        return refuse('same-result', 'What is left out may be taken for another value than false.');
      }
    }
  }
  return null;
};

/** Attributes of HTML that are false where they are absent. `checked` also says who keeps the value. */
const FLAGS =
  /^(?:disabled|hidden|required|readOnly|multiple|autoFocus|autoPlay|controls|loop|muted|open|selected|noValidate|async|defer|default|reversed|inert|defaultChecked)$/;

type Opening = Extract<Node, { type: 'JSXOpeningElement' }>;
type Attribute = Extract<Node, { type: 'JSXAttribute' }>;

function namesOf({ attributes }: Opening): readonly unknown[] {
  return attributes.flatMap((each) => (each.type === 'JSXAttribute' ? [each.name.name] : []));
}

function isOfHtml({ name }: Opening): boolean {
  return name.type === 'JSXIdentifier' && /^[a-z]+\d?$/.test(name.name);
}

function isFalse({ value }: Attribute): boolean {
  const given = value?.type === 'JSXExpressionContainer' ? value.expression : null;
  return given?.type === 'Literal' && given.value === false;
}
