import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { endsProgram } from '../../syntax/ends-program.js';
import type { Trap } from '../trap.js';

/** Behind `process.exit(1)` nothing runs; behind `process.exitCode = 1` all the rest does. */
export const endedProgram: Trap = ({ before: tree, places }) => {
  const goesOn = places.some(({ old: [was], next: [is] }) => was && is && endsProgram(tree, was) && !mayEnd(is));
  return goesOn ? refuse('same-arguments', 'The program ends here, and with the new code it would go on.') : null;
};

/** A call may end it as well; whoever wrote the rule knows. */
function mayEnd(node: Node): boolean {
  return /^(?:Call|Await|Yield)Expression$|^(?:Throw|Return)Statement$/.test(node.type);
}
