import type { Node } from 'oxc-parser';
import { valuesFrom } from '../../semantics/values/values-from.js';
import { calledName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';

/** Whether a text is the name that a browser or a request keeps something under: `Cookies.get(TOKEN_KEY)`. */
export function isNameOfKept(tree: SyntaxTree, node: Node): boolean {
  return valuesFrom(tree, node).some((value) => {
    const parent = tree.parent(value);
    if (parent?.type === 'MemberExpression') {
      return parent.computed && parent.property === value && KEEPER.test(lastWordOf(tree, parent.object));
    }
    if (parent?.type !== 'CallExpression' || parent.arguments[0] !== value) return false;
    const { callee } = parent;
    const method = calledName(callee) ?? '';
    if (/^(?:getItem|setItem|removeItem|clearCookie|setCookie|getCookie|removeCookie)$/.test(method)) return true;
    if (callee.type !== 'MemberExpression') return false;
    return method === 'cookie' || (OF_NAME.test(method) && KEEPER.test(lastWordOf(tree, callee.object)));
  });
}

const OF_NAME = /^(?:get|set|has|remove|delete|append)$/;
const KEEPER = /(?:cookies?|headers?|storage|cookieStore)$/i;

/** `window.localStorage` → `localStorage`, `cookies()` → `cookies` */
function lastWordOf(tree: SyntaxTree, node: Node): string {
  return /[\w$]+(?=(?:\(\))?$)/.exec(textOf(tree, node))?.[0] ?? '';
}
