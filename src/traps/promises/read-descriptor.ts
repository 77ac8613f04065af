import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { moduleOf } from '../../semantics/modules/brings-in-global.js';
import { constantValue } from '../../semantics/values/constant-value.js';
import { calledName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import type { Trap } from '../trap.js';

/** `readFileSync(0)` → `await readFile(0)`: the promises of node:fs take no number of an open file, and know no other disk. */
export const readDescriptor: Trap = ({ before: tree, after, places }) => {
  for (const { was, made: pause } of places) {
    const old = was.type === 'CallExpression' ? was : null;
    const next = pause.type === 'AwaitExpression' ? pause.argument : pause;
    if (!old || next.type !== 'CallExpression') continue;
    const made = calledName(next.callee);
    if (made === null || calledName(old.callee) !== `${made}Sync` || !TAKES_PATH.test(made)) continue;
    if (isDescriptor(tree, old.arguments[0]))
      return refuse(
        'same-arguments',
        `"${made}" of node:fs/promises takes a path, and this is the number of an open file.`,
      );
    const [from, now] = [moduleOfName(tree, old.callee), moduleOfName(after, next.callee)];
    if (from !== null && now !== null && IS_PROMISES.test(now) && !IS_DISK.test(from))
      return refuse('same-result', `"${from}" may read from another place than the disk.`);
  }
  return null;
};

const TAKES_PATH = /^(?:readFile|writeFile|appendFile)$/;
const IS_PROMISES = /^(?:node:)?fs\/promises$/;
const IS_DISK = /^(?:(?:node:)?fs|fs-extra|graceful-fs)$/;

function isDescriptor(tree: SyntaxTree, given: Node | undefined): boolean {
  if (!given) return false;
  const value = constantValue(tree, given);
  if (value.type === 'Literal') return typeof value.value === 'number';
  if (value.type === 'CallExpression') return calledName(value.callee) === 'openSync';
  const binding = given.type === 'Identifier' ? nameScopes(tree).resolve(given.name, given) : null;
  const type = binding?.identifier.type === 'Identifier' ? binding.identifier.typeAnnotation?.typeAnnotation : null;
  return (
    type?.type === 'TSNumberKeyword' || (given.type === 'Identifier' && /^fd$|[a-z]Fd$|[dD]escriptor$/.test(given.name))
  );
}

function moduleOfName(tree: SyntaxTree, callee: Node): string | null {
  const binding = callee.type === 'Identifier' ? nameScopes(tree).resolve(callee.name, callee) : null;
  return binding && moduleOf(tree, binding);
}
