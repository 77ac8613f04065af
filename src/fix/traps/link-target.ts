import type { Node } from 'oxc-parser';
import { refuse } from '../refusal.js';
import { changedPairs, type Trap } from './trap.js';

/** `<a href="https://x.org">` → `<Link to="https://x.org">`: a router leads to its own pages only. */
export const linkTarget: Trap = (change) => {
  for (const { old, next } of changedPairs(change, 'JSXOpeningElement', 'JSXElement')) {
    const [was, made] = [openingOf(old), openingOf(next)];
    if (was.name.type !== 'JSXIdentifier' || was.name.name !== 'a') continue;
    const address = targetOf(made, 'to');
    if (address !== null && /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(address)) {
      return refuse('same-arguments', 'The address leads out of what the router knows.');
    }
  }
  return null;
};

type Opening = Extract<Node, { type: 'JSXOpeningElement' }>;

function openingOf(node: Opening | Extract<Node, { type: 'JSXElement' }>): Opening {
  return node.type === 'JSXElement' ? node.openingElement : node;
}

function targetOf({ attributes }: Opening, name: string): string | null {
  const found = attributes.find((each) => each.type === 'JSXAttribute' && each.name.name === name);
  const value = found?.type === 'JSXAttribute' ? found.value : null;
  const given = value?.type === 'JSXExpressionContainer' ? value.expression : value;
  return given?.type === 'Literal' && typeof given.value === 'string' ? given.value : null;
}
