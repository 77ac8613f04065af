import { refuse } from '../../model/refusal.js';
import { libraryFunction } from '../../semantics/modules/library-function.js';
import { onePrimitive, typesOf } from '../../semantics/values/primitive-type.js';
import { calledName } from '../../syntax/member-name.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/** `_.toInteger(x)` → `Number(x)`, `_.toString(x)` → `String(x)`: of nothing the library makes 0 and '', the language NaN and 'undefined'. */
export const forgivingConversion: Trap = ({ before: tree, after, places, site }) => {
  for (const { was, made } of places) {
    if (was.type !== 'CallExpression') continue;
    const type = CONVERTS.get(libraryFunction(tree, was.callee) ?? '');
    const [value] = was.arguments;
    if (!type || !value || (made.type === 'CallExpression' && calledName(made.callee) === calledName(was.callee)))
      continue;
    const given = onePrimitive(typesOf(tree, value, site.types));
    if ((type === 'string' && given !== null) || GUARDS[type].test(textOf(after, made))) continue;
    return refuse(
      'same-result',
      type === 'string'
        ? 'Of null and undefined the library makes an empty text, and the language a word.'
        : 'Of what is no number the library makes 0, and cuts it off to an integer; the language does neither.',
    );
  }
  return null;
};

/** `String(x ?? '')`, `Math.trunc(Number(x)) || 0` */
const GUARDS = { string: /\?\?\s*(?:''|"")/, number: /\bMath\.trunc\(.*\|\|\s*0\b/ } as const;

const CONVERTS: ReadonlyMap<string, 'string' | 'number'> = new Map([
  ['toString', 'string'],
  ['toInteger', 'number'],
  ['toSafeInteger', 'number'],
  ['toFinite', 'number'],
  ['toLength', 'number'],
]);
