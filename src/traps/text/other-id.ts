import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { comesTo } from '../../semantics/values/comes-to.js';
import { reachedFrom } from '../../semantics/values/values-from.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { changedCalls, type Trap } from '../trap.js';

/**
 * `Math.random().toString(36).slice(2)` → `crypto.randomUUID()`: an id of another length and of other characters, which
 * code that cuts it, counts it or looks what it is made of does not expect. `uuidv4({ random })`, `uuidv5(name, space)` and
 * `nanoid(8)` say what the id is to be, and `randomUUID` is not told.
 */
export const otherId: Trap = (change) => {
  const { before: tree, after, places } = change;
  const isSorted = changedCalls(change).some(({ old, next }) => isOfTime(tree, old) && makerOf(next) === 'uuid');
  if (isSorted) return refuse('same-result', 'These ids sort by the time they were made at, and random ones do not.');
  if (
    changedCalls(change).some(({ old, next }) => old.arguments.length > 0 && isMaker(tree, old) && takesNothing(next))
  )
    return refuse('same-arguments', 'What is given here says which id is wanted, and the new call makes any.');
  const isAsked = places.some(({ was, made }) => {
    const [old, next] = [makerOf(was), makerOf(made)];
    if (next === null || old === next || !/Expression$/.test(was.type)) return false;
    return isForm(tree, was) && !textOf(after, made).includes(textOf(tree, was));
  });
  return isAsked
    ? refuse('same-result', 'The code around it expects an id of this form, and the new one has another.')
    : null;
};

/** What makes an id, where all of its ids are of one form; what is called `v4` makes UUIDs. */
function makerOf(node: Node): string | null {
  const name = node.type === 'CallExpression' ? (calledName(node.callee) ?? '') : '';
  if (/^(?:randomUUID|uuid(?:v?[147])?|v[147])$/i.test(name)) return 'uuid';
  return /^(?:nanoid|ulid|cuid2?|createId|objectId)$/i.test(name) ? name : null;
}

/** `v7()`, by whichever name it was imported. */
function isOfTime(tree: SyntaxTree, call: Call): boolean {
  return /^(?:(?:uuid)?v[167]|ulid|ksuid)$/.test(importedName(tree, call));
}

function isMaker(tree: SyntaxTree, call: Call): boolean {
  return /^(?:uuid(?:v?\d)?|v\d|nanoid|cuid2?)$/i.test(importedName(tree, call));
}

function takesNothing({ callee }: Call): boolean {
  return calledName(callee) === 'randomUUID';
}

function importedName(tree: SyntaxTree, { callee }: Call): string {
  const binding = callee.type === 'Identifier' ? nameScopes(tree).resolve(callee.name, callee) : null;
  const imported = binding?.declaration.type === 'ImportSpecifier' ? binding.declaration.imported : null;
  return imported?.type === 'Identifier' ? imported.name : (calledName(callee) ?? '');
}

type Call = Extract<Node, { type: 'CallExpression' }>;

/** Whether code of the file takes an id apart, or asks how long it is and what it is made of. */
function isForm(tree: SyntaxTree, id: Node): boolean {
  return reachedFrom(id, (value) => [...comesTo(tree, value), ...respelt(tree, value)]).some((value) => {
    const parent = tree.parent(value);
    switch (parent?.type) {
      case 'MemberExpression':
        return parent.object === value && (parent.computed || TAKES_APART.test(memberName(parent) ?? ''));
      case 'CallExpression':
        return parent.callee !== value && LOOKS_AT.test(calledName(parent.callee) ?? '');
      default:
        return false;
    }
  });
}

const TAKES_APART =
  /^(?:length|slice|substr|substring|charAt|charCodeAt|at|split|padStart|padEnd|match|matchAll|search|replace|replaceAll)$/;
const LOOKS_AT = /^(?:test|exec|parseInt|Number|BigInt)$/;

/** The same characters in another case. */
function respelt(tree: SyntaxTree, value: Node): readonly Node[] {
  const member = tree.parent(value);
  const isCase = member?.type === 'MemberExpression' && /^to(?:Upper|Lower)Case$|^trim$/.test(memberName(member) ?? '');
  const call = isCase && member.object === value ? tree.parent(member) : null;
  return call?.type === 'CallExpression' ? [call] : [];
}
