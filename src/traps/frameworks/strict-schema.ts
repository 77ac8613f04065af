import type { CallExpression, Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { comesTo } from '../../semantics/values/comes-to.js';
import { reachedFrom } from '../../semantics/values/values-from.js';
import { isCallee } from '../../syntax/is-callee.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/**
 * `z.object({ PORT })` → `z.strictObject({ PORT })`: refuses whatever else it is given, such as all other variables of
 * the environment, and never agrees with another one that it is joined with.
 */
export const strictSchema: Trap = ({ before: tree, after, places }) => {
  for (const { old, next } of places) {
    const [was, made] = [old.find(isCall), next.find(isCall)];
    if (!was || !made || !isSchema(was) || isStrict(was) || !isStrict(made)) continue;
    if (textOf(after, made) === textOf(tree, was)) continue;
    if (schemasFrom(tree, was).some((schema) => isOpen(tree, schema))) {
      return refuse('same-arguments', 'What it is given holds more than it names, and would be refused.');
    }
  }
  return null;
};

function isCall(node: Node): node is CallExpression {
  return node.type === 'CallExpression';
}

function isSchema({ callee }: CallExpression): boolean {
  return /^(?:object|looseObject)$/.test(memberName(callee) ?? '');
}

function isStrict({ callee }: CallExpression): boolean {
  return /^strict(?:Object)?$/.test(memberName(callee) ?? '');
}

/** A schema, the names it goes by, and what its methods make of it. */
function schemasFrom(tree: SyntaxTree, schema: Node): readonly Node[] {
  return reachedFrom(schema, (value) => {
    const member = tree.parent(value);
    const call = member?.type === 'MemberExpression' && member.object === value ? tree.parent(member) : null;
    const isMade =
      call?.type === 'CallExpression' && member && isCallee(tree, member) && !PARSES.test(memberName(member) ?? '');
    return isMade ? [call] : comesTo(tree, value);
  });
}

const PARSES = /^(?:safe)?[pP]arse(?:Async)?$/;

/** Whether it is asked to take more, joined with another, or given what many write into. */
function isOpen(tree: SyntaxTree, schema: Node): boolean {
  const member = tree.parent(schema);
  if (member?.type === 'CallExpression' && schema !== member.callee) {
    return /^(?:intersection|and)$/.test(calledName(member.callee) ?? '');
  }
  if (member?.type !== 'MemberExpression' || member.object !== schema) return false;
  const name = memberName(member) ?? '';
  if (/^(?:passthrough|loose|catchall|strip|nonstrict|and)$/.test(name)) return true;
  const call = tree.parent(member);
  const [given] = call?.type === 'CallExpression' && PARSES.test(name) ? call.arguments : [];
  return given !== undefined && wholeObjects(given).some((each) => WRITTEN_BY_MANY.test(textOf(tree, each)));
}

const WRITTEN_BY_MANY = /^(?:process|import\.meta)\.env$|\b(?:headers|cookies)\b/;

/** An object, or what is spread into one that is written here: its other members are named one by one. */
function wholeObjects(given: Node): readonly Node[] {
  if (given.type !== 'ObjectExpression') return [given];
  return given.properties.flatMap((each) => (each.type === 'SpreadElement' ? [each.argument] : []));
}
