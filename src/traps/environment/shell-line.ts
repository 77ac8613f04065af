import type { Node } from 'oxc-parser';
import { type Refusal, refuse } from '../../model/refusal.js';
import { calledName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { type Change, changedCalls, changedPairs, type Trap } from '../trap.js';

type Call = Extract<Node, { type: 'CallExpression' }>;

/**
 * `exec('ls -la')` → `execFile('ls -la')`: a line for a shell is no name of a file, nor the other way round. Without
 * `shell: true` it is none for `spawn` either.
 */
export const shellLine: Trap = (change) => withoutShell(change) ?? otherFunction(change);

function otherFunction(change: Change): Refusal | null {
  for (const { old, next } of changedCalls(change)) {
    const [was, is] = [calledName(old.callee) ?? '', calledName(next.callee) ?? ''];
    const isKin = SHELLS.test(was) ? FILES.test(is) : FILES.test(was) && SHELLS.test(is);
    if (!isKin) continue;
    if (is !== was.replace('exec', 'execFile') || !isOneWord(old.arguments[0])) {
      return refuse('same-arguments', `${was} and ${is} take a command and what it is given in different ways.`);
    }
  }
  return null;
}

function withoutShell(change: Change): Refusal | null {
  for (const { old, next } of changedPairs(change, 'CallExpression')) {
    if (!asksShell(change.before, old) || asksShell(change.after, next)) continue;
    const [command, given] = old.arguments;
    if (isOneWord(command) && !SCRIPTS.test(spelt(command)) && !needsShell(given)) continue;
    return refuse('same-arguments', 'Without a shell, what it is given is the name of one program.');
  }
  return null;
}

function asksShell(tree: SyntaxTree, { callee, arguments: given }: Call): boolean {
  if (!/^(?:spawn|execFile|execa)(?:Sync)?$/.test(calledName(callee) ?? '')) return false;
  return given.some((each) => each.type === 'ObjectExpression' && /\bshell\s*:(?!\s*false\b)/.test(textOf(tree, each)));
}

/** Arguments that a shell makes something of: `*.ts`, `$HOME`, `&&`, and the quotes around `"a b"`, which it takes away. */
function needsShell(given: Node | undefined): boolean {
  if (given?.type !== 'ArrayExpression') return false;
  return given.elements.some((each) => each !== null && /[\s*?$<>|&;~`"'\\]/.test(spelt(each)));
}

function spelt(node: Node | undefined): string {
  if (node?.type === 'TemplateLiteral') return node.quasis.map(({ value }) => value.cooked ?? '').join('');
  return node?.type === 'Literal' && typeof node.value === 'string' ? node.value : '';
}

/** Programs that are scripts for the shell of Windows. */
const SCRIPTS = /^(?:npm|npx|yarn|yarnpkg|pnpm|pnpx|bunx)$/;

const SHELLS = /^exec(?:Sync)?$/;
const FILES = /^(?:execFile|spawn|fork)(?:Sync)?$/;

function isOneWord(node: Node | undefined): boolean {
  return node?.type === 'Literal' && typeof node.value === 'string' && /^[\w./@-]+$/.test(node.value);
}
