import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { changedCalls, type Trap } from '../trap.js';

/** `fs.readFileSync(path)` → `fs.readFile(path)`: Node throws where it is given no callback, and gives nothing back in any case. */
export const missingCallback: Trap = (change) => {
  for (const { old, next } of changedCalls(change)) {
    const [was, made] = [memberName(old.callee), memberName(next.callee)];
    const isSame = made !== null && was === `${made}Sync` && next.arguments.length <= old.arguments.length;
    if (isSame && next.callee.type === 'MemberExpression' && isPlain(change.after, next.callee.object)) {
      return refuse('same-arguments', `"${made}" takes a callback, where "${was}" gave its result.`);
    }
  }
  return null;
};

/** Whether it is a module of Node that has functions of both kinds, and not what has those that give promises. */
function isPlain({ text }: SyntaxTree, object: Node): boolean {
  return (
    object.type === 'Identifier' &&
    MODULES.test(object.name) &&
    new RegExp(`['"](?:node:)?${object.name}['"]`).test(text) &&
    !PROMISED.test(text)
  );
}

const MODULES = /^(?:fs|zlib|crypto|child_process)$/;

const PROMISED = /\bpromises\b|\bpromisify|['"](?:fs-extra|mz\/fs)['"]/;
