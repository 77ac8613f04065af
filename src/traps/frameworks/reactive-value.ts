import { refuse } from '../../model/refusal.js';
import { calledName } from '../../syntax/member-name.js';
import { changedCalls, type Trap } from '../trap.js';

/**
 * `reactive(form)` → `ref(form)`: the value of the one is read by its keys, of the other by `value`. `watchEffect` →
 * `watchPostEffect` does nothing before the first rendering, and nothing at all on a server. `ref()` → `ref<unknown>()`: no
 * compiler is asked here for what reads the one, and to TypeScript nothing may be read of the other.
 */
export const reactiveValue: Trap = (change) => {
  for (const { old, next } of changedCalls(change)) {
    const [was, is] = [calledName(old.callee) ?? '', calledName(next.callee) ?? ''];
    if ((HELD.test(was) && BARE.test(is)) || (BARE.test(was) && HELD.test(is))) {
      return refuse('same-result', 'Of a ref the value is read by "value", and of a reactive object it is not.');
    }
    if (was === 'watchEffect' && is === 'watchPostEffect') {
      return refuse('same-result', 'It would first run when the component was rendered, and not at all on a server.');
    }
    const [given] = next.typeArguments?.params ?? [];
    if (HELD.test(is) && !old.typeArguments && given?.type === 'TSUnknownKeyword' && !change.site.types) {
      return refuse('same-operand-types', 'What reads it may not take a value of unknown type.');
    }
  }
  return null;
};

const HELD = /^(?:ref|shallowRef|customRef|toRef|computed)$/;
const BARE = /^(?:reactive|shallowReactive|readonly)$/;
