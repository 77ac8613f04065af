import { refuse } from '../../model/refusal.js';
import { isCountedOn } from '../../semantics/uses/is-counted-on.js';
import { typeBySyntax } from '../../semantics/values/primitive-type.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/** `port = 3000` → `process.env.PORT`: settings are text, with which `port + 1` is 30001. */
export const settingText: Trap = ({ before: tree, after, places }) => {
  for (const { was, made } of places) {
    if (made.type !== 'MemberExpression' || !SETTING.test(textOf(after, made))) continue;
    if (typeBySyntax(was) !== 'number' || !isCountedOn(tree, was)) continue;
    return refuse('number-used', 'A number stands here and is counted on, and a setting is text.');
  }
  return null;
};

const SETTING = /^(?:process|import\.meta|Deno|Bun)\.env\b/;
