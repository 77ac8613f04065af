import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { handlerAround } from '../../semantics/uses/caught-by.js';
import { leavesBlock } from '../../syntax/leaves-block.js';
import { changedStatements, type Trap } from '../trap.js';

/**
 * `return Promise.reject(error)`, `process.exit(1)` → `throw error` where a `catch` stands around it: that was passed by.
 * `catch (error) {}` → `catch (error) { throw error; }`: whoever left it empty meant to go on.
 */
export const caughtThrow: Trap = (change) => {
  const { before: tree, after } = change;
  for (const { was, made } of changedStatements(change)) {
    if (made.type !== 'ThrowStatement' || was.type === 'ThrowStatement') continue;
    if (leavesBlock(tree, was) && handlerAround(after, made)) {
      return refuse('same-result', 'The catch around it would take what is thrown.');
    }
  }
  const goesOn = change.places.some(({ old, next }) => {
    const [was, made] = [old.find(isCatch), next.find(isCatch)];
    return was !== undefined && made !== undefined && isEmpty(was) && throwsAtOnce(made);
  });
  return goesOn ? refuse('same-result', 'What fails here is let pass, and the code behind goes on.') : null;
};

type CatchClause = Extract<Node, { type: 'CatchClause' }>;

function isCatch(node: Node): node is CatchClause {
  return node.type === 'CatchClause';
}

function isEmpty({ body }: CatchClause): boolean {
  return body.body.length === 0;
}

function throwsAtOnce({ body }: CatchClause): boolean {
  return body.body.some(({ type }) => type === 'ThrowStatement');
}
