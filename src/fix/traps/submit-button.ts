import type { Node } from 'oxc-parser';
import { refuse } from '../refusal.js';
import { type Trap, textOf } from './trap.js';

/** `<button>` → `<button type="button">`: the one in a form submits it, and then does so no more. */
export const submitButton: Trap = ({ task: { tree }, after, places }) => {
  for (const { old, next } of places) {
    const [was, made] = [old.find(isButton), next.find(isButton)];
    if (!was || !made || has(was, 'type')) continue;
    const type = made.attributes.find((each) => each.type === 'JSXAttribute' && each.name.name === 'type');
    if (!type || !/=\s*\{?["']button["']/.test(textOf(after, type))) continue;
    const isInForm = tree
      .lineage(was)
      .some((node) => node.type === 'JSXElement' && nameOf(node.openingElement) === 'form');
    if (isInForm && !has(was, 'onClick'))
      return refuse('same-result', 'In a form, a button without a type submits it.');
  }
  return null;
};

type Opening = Extract<Node, { type: 'JSXOpeningElement' }>;

function isButton(node: Node): node is Opening {
  return node.type === 'JSXOpeningElement' && nameOf(node) === 'button';
}

function nameOf({ name }: Opening): string {
  return name.type === 'JSXIdentifier' ? name.name.toLowerCase() : '';
}

function has({ attributes }: Opening, name: string): boolean {
  return attributes.some((each) => each.type === 'JSXAttribute' && each.name.name === name);
}
