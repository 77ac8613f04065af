import { refuse } from '../../model/refusal.js';
import { staticName } from '../../syntax/static-name.js';
import { changedPairs, type Trap } from '../trap.js';

/** `useNativeDriver: false` → `true`: of all styles that one animates opacity and transforms alone, and throws for others. */
export const nativeDriver: Trap = (change) => {
  const isTurnedOn = changedPairs(change, 'Property').some(({ old, next }) => {
    if (staticName(old.key, old.computed) !== 'useNativeDriver') return false;
    return (
      old.value.type === 'Literal' && old.value.value === false && next.value.type === 'Literal' && next.value.value
    );
  });
  return isTurnedOn
    ? refuse(
        'same-result',
        'The native driver throws for a width, a height or a colour, which may be what is animated.',
      )
    : null;
};
