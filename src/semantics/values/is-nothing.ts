import type { Node } from 'oxc-parser';
import { typeBySyntax } from './primitive-type.js';

/** `null`, `undefined`, `void 0` */
export function isNothing(node: Node): boolean {
  return /^(?:null|undefined)$/.test(typeBySyntax(node));
}
