import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { boundNames } from '../../syntax/bound-names.js';
import { chainRoot } from '../../syntax/chain-root.js';
import { isFunction } from '../../syntax/is-function.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { changedStatements, type Trap } from '../trap.js';

/**
 * `if (bad) res.send(why);` → `if (bad) return res.send(why);` in front of more: right where that would answer a second
 * time. A header that is set is no answer, a log tells nobody, and what only tidies up has to run all the same.
 */
export const skippedRest: Trap = (change) => {
  const { before, after: tree } = change;
  for (const { was, made } of changedStatements(change)) {
    if (made.type !== 'ReturnStatement' || was.type !== 'ExpressionStatement') continue;
    const call = made.argument;
    if (call?.type !== 'CallExpression' || textOf(tree, call) !== textOf(before, was.expression)) continue;
    const rest = restOfFunction(tree, made);
    if (rest.length === 0) continue;
    if (onlyPrepares(tree, call))
      return refuse('reachable', 'What stands behind it would not run, and it ends nothing.');
    if (!rest.some((each) => answersAgain(tree, each, call))) {
      return refuse('reachable', 'What stands behind it would not run, and is no second answer.');
    }
  }
  return null;
};

type Call = Extract<Node, { type: 'CallExpression' }>;

/** What may run behind a statement before its function ends; of a loop around it the whole, the statement included. */
function restOfFunction(tree: SyntaxTree, statement: Node): readonly Node[] {
  const rest: Node[] = [];
  let inner = statement;
  for (let outer = tree.parent(inner); outer && !isFunction(outer); inner = outer, outer = tree.parent(outer)) {
    if (outer.type === 'BlockStatement' || outer.type === 'Program') rest.push(...behind(outer.body, inner));
    else if (outer.type === 'SwitchCase') rest.push(...behind(outer.consequent, inner));
    else if (LOOP.test(outer.type)) rest.push(outer);
  }
  return rest.filter(({ type }) => !STANDS_STILL.test(type));
}

function behind(body: readonly Node[], node: Node): readonly Node[] {
  return body.slice(body.indexOf(node) + 1);
}

const LOOP = /^(?:For|While|DoWhile)/;

const STANDS_STILL =
  /^(?:Break|Continue|Empty)Statement$|^(?:FunctionDeclaration|TSInterfaceDeclaration|TSTypeAliasDeclaration)$/;

/** `res.status(201)`, `console.warn(error)`. */
function onlyPrepares(tree: SyntaxTree, { callee }: Call): boolean {
  return TELLS.test(textOf(tree, callee)) || PREPARES.test(memberName(callee) ?? '');
}

const TELLS = /^(?:console|(?:\w+\.)*\w*log(?:ger)?)\.|^(?:\w+\.)*(?:log|debug|trace|warn)\w*$/i;

const PREPARES =
  /^(?:set(?:Header|Headers|Cookie|Timeout)?|(?:append|remove|flush|write)(?:Head|Headers?)?|headers?|status|code|(?:content)?[tT]ype|(?:clear)?[cC]ookie|vary|links|location|attachment|on|once|off|addListener|setEncoding)$/;

/**
 * Whether something answers again: calls the same function, or through the same value, calls what the functions around it
 * were given (`next`), has one of these answer, or hands on who does: `read(path, callback)`, `file.pipe(res)`.
 */
function answersAgain(tree: SyntaxTree, node: Node, returned: Call): boolean {
  const own = rootOf(tree, returned.callee);
  const given = new Set(
    tree
      .lineage(returned)
      .filter(isFunction)
      .flatMap(({ params }) => params.flatMap(boundNames))
      .map(({ name }) => name),
  );
  return tree.descendants(node).some((each) => {
    if (each.type !== 'CallExpression') return false;
    const root = rootOf(tree, each.callee);
    if (root === own) return !onlyPrepares(tree, each);
    if (given.has(own) && handsOn(tree, each, own, returned)) return true;
    return given.has(root) && (each.callee.type === 'Identifier' || ANSWERS.test(memberName(each.callee) ?? ''));
  });
}

/** A callback is handed on to be called, and a stream of the answer to be written to. */
function handsOn(tree: SyntaxTree, call: Call, own: string, { callee }: Call): boolean {
  if (!call.arguments.some((each) => each.type === 'Identifier' && each.name === own)) return false;
  return callee.type === 'Identifier'
    ? !onlyPrepares(tree, call)
    : /^(?:pipe|pipeline)$/.test(calledName(call.callee) ?? '');
}

const ANSWERS =
  /^(?:send\w*|json\w*|end|render|redirect|download|reply|respond|resolve|reject|done|next|fail\w*|throw)$/;

/** `res` of `res.status(404).end`; of `this.fail` all of it, since much goes through `this`. */
function rootOf(tree: SyntaxTree, callee: Node): string {
  const root = chainRoot(callee);
  return textOf(tree, (root.type === 'ThisExpression' && tree.parent(root)) || root);
}
