import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isFunction } from '../../syntax/is-function.js';
import { isLastOf } from '../../syntax/is-last-of.js';
import { isLoop } from '../../syntax/is-loop.js';
import { leavesBlock } from '../../syntax/leaves-block.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { type Change, type ChangedPlace, changedStatements, newParts, removedStatements, type Trap } from '../trap.js';

/** `return;` at the end of a branch that is taken away, or made a call: what stands behind the branch runs after it as well. */
export const lostJump: Trap = (change) => {
  const { before: tree, after, places } = change;
  const taken = places.flatMap((place) => {
    const jumps = removedStatements(change, place).filter(isJump);
    return newParts(change, place).some((each) => leavesBlock(after, each))
      ? []
      : [...jumps, ...endsOfCases(change, place)];
  });
  const turned = changedStatements(change).flatMap(({ was, made }) => {
    const isKept = leavesBlock(after, made) || after.descendants(made).some(isJump);
    return isJump(was) && !isKept && textOf(tree, was) !== textOf(after, made) ? [was] : [];
  });
  return [...taken, ...turned].every((jump) => leadsOn(tree, jump)) ? null : GOES_ON;
};

const GOES_ON = refuse('reachable', 'What it led past would run as well.');

/** The ends of cases that go on into the next one afterwards. */
function endsOfCases({ before: tree, after }: Change, { was, made }: ChangedPlace): readonly Node[] {
  if (was.type !== 'SwitchStatement' || made.type !== 'SwitchStatement') return [];
  if (was.cases.length !== made.cases.length) return [];
  const leaves = (all: SyntaxTree, each: SwitchCase): boolean => each.consequent.some((node) => leavesBlock(all, node));
  return was.cases.flatMap((each, at) => {
    const next = made.cases[at];
    return next && leaves(tree, each) && !leaves(after, next) ? each.consequent.filter(isJump) : [];
  });
}

type SwitchCase = Extract<Node, { type: 'SwitchCase' }>;

function isJump({ type }: Node): boolean {
  return /^(?:Return|Throw|Break|Continue)Statement$/.test(type);
}

/** Whether a jump leads to where the program comes without it. */
function leadsOn(tree: SyntaxTree, jump: Node): boolean {
  switch (jump.type) {
    case 'ReturnStatement':
    case 'ThrowStatement':
      return isLastOf(tree, jump, isFunction);
    case 'ContinueStatement':
      return jump.label === null && isLastOf(tree, jump, isLoop);
    case 'BreakStatement':
      return jump.label === null && endsSwitch(tree, jump);
    default:
      return true;
  }
}

/** The end of the last case. */
function endsSwitch(tree: SyntaxTree, jump: Node): boolean {
  const parent = tree.parent(jump);
  const whole = parent?.type === 'SwitchCase' ? tree.parent(parent) : null;
  return whole?.type === 'SwitchStatement' && whole.cases.at(-1) === parent;
}
