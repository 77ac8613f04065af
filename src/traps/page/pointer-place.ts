import { refuse } from '../../model/refusal.js';
import { memberName } from '../../syntax/member-name.js';
import { changedPairs, type Trap } from '../trap.js';

/** `e.pageX` → `e.clientX`: of the document, of what is seen of it, of the screen or of an element it is another number. */
export const pointerPlace: Trap = (change) => {
  const isOther = changedPairs(change, 'MemberExpression').some(({ old, next }) => {
    const [was, is] = [PLACE.exec(memberName(old) ?? ''), PLACE.exec(memberName(next) ?? '')];
    return was && is && was[2] === is[2] && frameOf(was[1]) !== frameOf(is[1]);
  });
  return isOther ? refuse('same-result', 'These are counted from different corners.') : null;
};

const PLACE = /^(page|client|screen|offset|layer)?([XY])$/;

/** `x` of an event is its `clientX`. */
function frameOf(name: string | undefined): string {
  return name ?? 'client';
}
