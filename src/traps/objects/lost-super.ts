import { refuse } from '../../model/refusal.js';
import { memberName } from '../../syntax/member-name.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/** `inherits(Reader, Base)` → `Object.setPrototypeOf(Reader.prototype, Base.prototype)`: only the first sets `Reader.super_`. */
export const lostSuper: Trap = ({ before: tree, after, places }) => {
  const isLost = places.some(({ was, made }) => {
    return INHERITS.test(textOf(tree, was)) && !INHERITS.test(textOf(after, made));
  });
  return isLost && tree.descendants(tree.program).some((node) => memberName(node) === 'super_')
    ? refuse('same-result', 'This file asks for `super_`, which `inherits` sets.')
    : null;
};

const INHERITS = /^(?:util\s*\.\s*)?inherits\s*\(/;
