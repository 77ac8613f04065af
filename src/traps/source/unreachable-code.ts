import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isLoop } from '../../syntax/is-loop.js';
import { leavesBlock } from '../../syntax/leaves-block.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { changedStatements, type Trap } from '../trap.js';

/**
 * `done(error)` → `return done(error)` in front of more: what stands behind it in its block or case would never run again,
 * nor would the further rounds of a loop.
 */
export const unreachableCode: Trap = (change) => {
  const { before: tree, after } = change;
  for (const { was, made } of changedStatements(change)) {
    if (!leavesBlock(after, made) || leavesBlock(tree, was) || stoodThere(tree, was, textOf(after, made))) continue;
    if (behind(after, made).some(runs))
      return refuse('reachable', 'What stands behind it in its block would never run.');
    if (LEAVES_LOOP.test(made.type) && isOfEachRound(after, made)) {
      return refuse('reachable', 'The loop around it would end in its first round.');
    }
  }
  return null;
};

/** `case 1: log(); return;` → `case 1: return;`: the next statement stands there now, and left before. */
function stoodThere(tree: SyntaxTree, was: Node, made: string): boolean {
  return tree.descendants(was).some((each) => leavesBlock(tree, each) && textOf(tree, each) === made);
}

/** What comes behind a statement in the blocks that it is the last of, up to a branch; of a case, the next ones as well. */
function behind(tree: SyntaxTree, node: Node): readonly Node[] {
  const parent = tree.parent(node);
  switch (parent?.type) {
    case 'Program':
      return after(parent.body, node);
    case 'BlockStatement':
      return [...after(parent.body, node), ...(isPassed(tree, parent) ? behind(tree, parent) : [])];
    case 'LabeledStatement':
    case 'TryStatement':
      return behind(tree, parent);
    case 'SwitchCase': {
      const whole = tree.parent(parent);
      const own = after(parent.consequent, node);
      const isLast = whole?.type !== 'SwitchStatement' || own.some((each) => leavesBlock(tree, each));
      return isLast ? own : [...own, ...after(whole.cases, parent)];
    }
    default:
      return [];
  }
}

/** Whether a block is one that is always gone through where it stands: `{ … }`, `try { … }`. */
function isPassed(tree: SyntaxTree, block: Node): boolean {
  const parent = tree.parent(block);
  return parent?.type === 'TryStatement'
    ? parent.block === block
    : /^(?:Block|Labeled)Statement$/.test(parent?.type ?? '');
}

function after(body: readonly Node[], node: Node): readonly Node[] {
  return body.slice(body.indexOf(node) + 1);
}

/** A declared function or type is there wherever it is declared; `break` leads out of the case as well. */
function runs({ type }: Node): boolean {
  return !/^(?:FunctionDeclaration|EmptyStatement|BreakStatement|TSInterfaceDeclaration|TSTypeAliasDeclaration)$/.test(
    type,
  );
}

const LEAVES_LOOP = /^(?:Return|Throw|Break)Statement$/;

/** Whether a loop comes to a statement in every round, with no branch between. */
function isOfEachRound(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  if (!parent) return false;
  if (parent.type === 'BlockStatement') {
    const holder = tree.parent(parent);
    const isOfLoop = holder !== null && isLoop(holder);
    return isOfLoop || (isPassed(tree, parent) && isOfEachRound(tree, parent));
  }
  return isLoop(parent) || (/^(?:Try|Labeled)Statement$/.test(parent.type) && isOfEachRound(tree, parent));
}
