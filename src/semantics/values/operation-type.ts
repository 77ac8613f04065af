import type { Node } from 'oxc-parser';
import type { ValueType } from '../../model/type-oracle.js';
import { memberName } from '../../syntax/member-name.js';

/** What is known of the parts of an expression: their one primitive type, `array`, `date`, or null. */
export type TypeOfPart = (part: Node) => Known;

/** The primitive type of what an operator or a method of the language gives, by what it is given; null where that is not known. */
export function operationType(node: Node, typeOf: TypeOfPart): ValueType | null {
  switch (node.type) {
    case 'BinaryExpression':
      return calculatedType(node.operator, typeOf(node.left), typeOf(node.right));
    case 'UnaryExpression':
      return /^[-~]$/.test(node.operator) && typeOf(node.argument) === 'number' ? 'number' : null;
    case 'CallExpression': {
      const { callee, optional } = node;
      const name = memberName(callee);
      if (callee.type !== 'MemberExpression' || callee.optional || optional || name === null) return null;
      const given = METHODS[typeOf(callee.object) ?? ''];
      return given?.find(([names]) => names.test(name))?.[1] ?? null;
    }
    default:
      return null;
  }
}

type Known = ValueType | 'array' | 'date' | null;

/** What a method gives that only texts and lists have, and what is meant to be like them; null for any other. */
export function typeByMethod(name: string): ValueType | null {
  if (/^(?:charAt|substr(?:ing)?|to(?:Lower|Upper)Case)$/.test(name)) return 'string';
  if (/^(?:starts|ends)With$|^(?:includes|hasOwnProperty)$/.test(name)) return 'boolean';
  return /^(?:charCodeAt|(?:lastI|i)ndexOf)$/.test(name) ? 'number' : null;
}

/** A number and a bigint cannot be reckoned with together, so one operand tells of both. */
function calculatedType(operator: string, left: Known, right: Known): ValueType | null {
  if (operator === '>>>') return 'number';
  if (operator !== '+') return CALCULATES.test(operator) && [left, right].includes('number') ? 'number' : null;
  if (left === 'string' || right === 'string') return 'string';
  return left === 'number' && right === 'number' ? 'number' : null;
}

const CALCULATES = /^(?:[-/%&|^]|\*\*?|<<|>>)$/;

/** What the methods of a type give, whatever they are given. */
const METHODS: Readonly<Record<string, readonly (readonly [RegExp, ValueType])[]>> = {
  string: [
    [
      /^(?:trim(?:Start|End)?|to(?:Locale)?(?:Lower|Upper)Case|slice|substr(?:ing)?|replace(?:All)?|pad(?:Start|End)|repeat|charAt|concat|normalize|toString)$/,
      'string',
    ],
    [/^(?:(?:lastI|i)ndexOf|charCodeAt|search|localeCompare)$/, 'number'],
    [/^(?:startsWith|endsWith|includes)$/, 'boolean'],
  ],
  number: [[/^to(?:Fixed|Precision|Exponential|String|LocaleString)$/, 'string']],
  array: [
    [/^(?:(?:lastI|i)ndexOf|find(?:Last)?Index)$/, 'number'],
    [/^(?:includes|some|every)$/, 'boolean'],
    [/^join$/, 'string'],
  ],
  date: [
    // Not whatever begins with "get": projects give dates a getWeekName of their own.
    [
      /^(?:valueOf|get(?:Time|TimezoneOffset|Year|(?:UTC)?(?:FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds)))$/,
      'number',
    ],
    [/^to(?:ISO|Date|Time|UTC|GMT|Locale(?:Date|Time)?)?String$/, 'string'],
  ],
};
