import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isGlobalObject } from '../../semantics/names/is-global-object.js';
import { constantText } from '../../semantics/names/spells-name.js';
import { isUnbound } from '../../syntax/is-unbound.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { changedCalls, type Trap } from '../trap.js';

/** `eval(text)` → `JSON.parse(text)` reads what is JSON; of code, were it only `({ a: 1 })`, it makes an error. */
export const evaluatedText: Trap = (change) => {
  const { before: tree } = change;
  for (const { old, next } of changedCalls(change)) {
    if (!isEval(tree, old.callee) || textOf(change.after, next.callee) !== 'JSON.parse') continue;
    const [text, ...others] = old.arguments;
    if (!text || others.length > 0 || !isJson(text)) {
      return refuse('same-arguments', 'Whether the text is JSON, and not other code, cannot be told.');
    }
  }
  return null;
};

/** The global one, under its own name or as a member of the global object. */
function isEval(tree: SyntaxTree, callee: Node): boolean {
  if (calledName(callee) !== 'eval') return false;
  const root = callee.type === 'MemberExpression' ? callee.object : callee;
  if (root.type !== 'Identifier' || !isUnbound(tree, root)) return false;
  return root === callee || isGlobalObject(root);
}

/** By what is written there, or by what its author calls it. */
function isJson(node: Node): boolean {
  const written = node.type === 'TemplateLiteral' && node.expressions.length > 0 ? null : constantText(node);
  if (written !== null) return parses(written);
  const name = node.type === 'Identifier' ? node.name : memberName(node);
  return name !== null && /json/i.test(name);
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
