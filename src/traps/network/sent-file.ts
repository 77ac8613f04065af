import { refuse } from '../../model/refusal.js';
import { isAbsolutePath } from '../../semantics/values/is-absolute-path.js';
import { literalMember } from '../../syntax/literal-member.js';
import { calledName } from '../../syntax/member-name.js';
import { changedCalls, type Trap } from '../trap.js';

/** `res.sendfile('a.html')` → `res.sendFile('a.html')`, which throws for a path that is not absolute and has no root. */
export const sentFile: Trap = (change) => {
  for (const { old, next } of changedCalls(change)) {
    if (calledName(old.callee) !== 'sendfile' || calledName(next.callee) !== 'sendFile') continue;
    const [path, options] = next.arguments;
    if (literalMember(options, 'root') || (path && isAbsolutePath(change.after, path))) continue;
    return refuse(
      'same-arguments',
      'sendFile takes an absolute path, or a root, and it cannot be told whether this is one.',
    );
  }
  return null;
};
