import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { annotatesProps, spellsAlike } from '../../semantics/types/type-spelling.js';
import { placeAt } from '../../syntax/place-at.js';
import { changedPairs, type Trap } from '../trap.js';

/** Of types only the spelling is changed: what another type would bring about, files tell that are not looked at. */
export const otherType: Trap = (change) => {
  const { before, after, match } = change;
  if (!match || placeAt(before, match.range) !== 'type') return null;
  const declared = changedPairs(change, 'VariableDeclarator');
  if (declared.length > 0 && declared.every(({ old, next }) => annotatesProps(before, old, after, next))) return null;
  const isAlike = change.places.every(({ old, next }) => {
    const [was, is] = [old.find(isWhole), next.find(isWhole)];
    // What the type is called by now may have to be imported.
    if ([was, is].some((each) => each && IMPORTS.test(each.type))) return true;
    return was && is && spellsAlike(before, was, after, is);
  });
  return isAlike ? null : refuse('position-is-code', 'The match stands in a type, and the new one is another type.');
};

const IMPORTS = /^(?:Program|ImportDeclaration)$/;

function isWhole({ type }: Node): boolean {
  return /Statement$|Declaration$|^VariableDeclarator$|^Program$/.test(type);
}
