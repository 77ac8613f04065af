import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import type { Trap } from '../trap.js';

/** `(a: A | undefined, b: B)` → `(a?: A, b: B)` does not compile: what may be left out comes last. */
export const orderOfParameters: Trap = ({ places }) => {
  const breaks = places.some(({ old, next }) => {
    const [was, is] = [old, next].map((nodes) => nodes.find(hasParameters));
    return was && is && isOutOfOrder(is) && !isOutOfOrder(was);
  });
  return breaks ? refuse('result-parses', 'What may be left out cannot come before what may not.') : null;
};

type WithParameters = Extract<Node, { readonly params: readonly Node[] }>;

function hasParameters(node: Node): node is WithParameters {
  return 'params' in node && Array.isArray(node.params);
}

function isOutOfOrder({ params }: WithParameters): boolean {
  const required = params.findLastIndex((each) => !isOptional(each) && each.type === 'Identifier');
  return params.slice(0, required + 1).some(isOptional);
}

function isOptional(node: Node): boolean {
  return 'optional' in node && node.optional === true;
}
