import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import type { TypeOracle } from '../../model/type-oracle.js';
import { onePrimitive, typesOf } from '../../semantics/values/primitive-type.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { changedCalls, type Trap } from '../trap.js';

/**
 * `console.log(a)` → `process.stdout.write(a)`: that takes one text, and ends no line; on the way back a line end is added.
 * `console.warn(a, b)` → `process.emitWarning(a, b)` throws, or loses what `%s` stands for.
 */
export const writtenLine: Trap = (change) => {
  const { before: tree, after, site } = change;
  for (const { old, next } of changedCalls(change)) {
    const [was, is] = [textOf(tree, old.callee), textOf(after, next.callee)];
    if (PRINTS.test(was) && WRITES.test(is)) {
      const isFormed = FORMS.test(textOf(after, next)) && !FORMS.test(textOf(tree, old));
      const isText =
        isFormed || old.arguments.every((each) => isMessage(each) || isPlain([...typesOf(tree, each, site.types)]));
      if (next.arguments.length !== 1 || !next.arguments.every(endsLine) || old.arguments.some(endsLine) || !isText) {
        return refuse('same-arguments', 'It writes one text and ends no line, where this prints whatever it is given.');
      }
      if (!isFormed && old.arguments.length > 1) return refuse('same-arguments', 'It writes the first of them alone.');
    }
    if (PRINTS.test(was) && WARNS.test(is) && !isOneText(after, next.arguments, site.types)) {
      return refuse('same-arguments', 'It warns of one text, and throws where it is given something else.');
    }
    if (WRITES.test(was) && PRINTS.test(is) && !(old.arguments.every(endsLine) && !next.arguments.some(endsLine))) {
      return refuse('same-result', 'It ends the line behind what is written here.');
    }
  }
  return null;
};

const PRINTS = /^console\.(?:log|info|debug|warn|error)$/;
const WRITES = /^(?:process\.)?std(?:out|err)\.write$/;

/** A second argument is the kind of the warning. */
const WARNS = /^process\.emitWarning$/;

function isOneText(tree: SyntaxTree, given: readonly Node[], types: TypeOracle | undefined): boolean {
  const [only, ...more] = given;
  return only !== undefined && more.length === 0 && onePrimitive(typesOf(tree, only, types)) === 'string';
}

/** What makes a text of anything, in the way of the console or in one that was chosen. */
const FORMS = /\b(?:format|formatWithOptions|inspect|stringify)\(/;

/** `error.message` */
function isMessage(node: Node): boolean {
  return node.type === 'MemberExpression' && /^(?:message|stack)$/.test(memberName(node) ?? '');
}

/** What the console prints as a text makes of it: null and undefined as well. */
function isPlain(types: readonly string[]): boolean {
  return types.every((type) => /^(?:string|number|boolean|null|undefined)$/.test(type));
}

function endsLine(node: Node): boolean {
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' && node.value.endsWith('\n');
    case 'TemplateLiteral':
      return node.quasis.at(-1)?.value.cooked?.endsWith('\n') ?? false;
    case 'BinaryExpression':
      return node.operator === '+' && (endsLine(node.right) || /\bEOL$/.test(calledName(node.right) ?? ''));
    default:
      return false;
  }
}
