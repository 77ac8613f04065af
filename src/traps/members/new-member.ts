import type { Node } from 'oxc-parser';
import { groupBy } from '../../model/group-by.js';
import { refuse } from '../../model/refusal.js';
import { becomesText } from '../../semantics/uses/becomes-text.js';
import { type ValueKind, valueKinds } from '../../semantics/values/value-kinds.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/**
 * `isEmpty(x)` → `x.length === 0`: what was only passed on is now asked for a member, which a map does not have, a
 * record need not have, and nothing has that may be null.
 */
export const newMember: Trap = ({ before: tree, after, places }) => {
  for (const { was, made } of places) {
    if (!/Expression$/.test(made.type)) continue;
    for (const { node, name, value } of newReads(tree, was, after, made)) {
      for (const kind of valueKinds(tree, value)) {
        const isNothing = kind === 'nullish' || (kind === 'unknown' && takesNothing(tree, value));
        if (isNothing ? node.optional : !lacks(kind, name)) continue;
        const what = isNothing ? 'may be null or undefined' : `is of the kind "${kind}"`;
        return refuse('same-operand-types', `What is asked for "${name}" ${what} here.`);
      }
    }
  }
  return null;
};

interface NewRead {
  readonly node: Member;
  readonly name: string;
  /** In the old tree. */
  readonly value: Node;
}

type Member = Extract<Node, { type: 'MemberExpression' }>;

/** The members that the new code reads of values the old code only passed on, or took for text whatever they are. */
export function newReads(tree: SyntaxTree, was: Node, after: SyntaxTree, made: Node): readonly NewRead[] {
  const reads = after.descendants(made).flatMap((node) => {
    const name = memberName(node);
    return node.type === 'MemberExpression' && name !== null ? [{ node, name }] : [];
  });
  if (reads.length === 0) return [];
  const values = groupBy(
    tree.descendants(was).filter(({ type }) => type === 'Identifier' || type === 'MemberExpression'),
    (value) => textOf(tree, value),
  );
  return reads.flatMap(({ node, name }) => {
    const same = values.get(textOf(after, node.object)) ?? [];
    const passed = same.find((value) => isArgument(tree, value) || takesNothing(tree, value));
    const isOld = same.some((value) => {
      const parent = tree.parent(value);
      return parent?.type === 'MemberExpression' && parent.object === value && memberName(parent) === name;
    });
    return passed && !isOld ? [{ node, name, value: passed }] : [];
  });
}

function isArgument(tree: SyntaxTree, value: Node): boolean {
  const parent = tree.parent(value);
  if (parent?.type !== 'CallExpression' && parent?.type !== 'NewExpression') return false;
  const given: readonly Node[] = parent.arguments;
  return given.includes(value);
}

/** `String(x)` and `${x}` make a text of whatever they are given; who writes that for `x` may well reckon with nothing. */
function takesNothing(tree: SyntaxTree, value: Node): boolean {
  return tree.parent(value)?.type !== 'MemberExpression' && becomesText(tree, value);
}

/** Only what the language declares is told apart: a record may well have been given a member of another name. */
function lacks(kind: Exclude<ValueKind, 'nullish'>, name: string): boolean {
  if (kind === 'unknown' || name in Object.prototype) return false;
  const own = PROTOTYPES[kind];
  return own === null ? BUILT_IN.has(name) : !(name in own);
}

const PROTOTYPES: Readonly<Record<Exclude<ValueKind, 'nullish' | 'unknown'>, object | null>> = {
  array: Array.prototype,
  string: String.prototype,
  number: Number.prototype,
  boolean: Boolean.prototype,
  function: Function.prototype,
  map: Map.prototype,
  set: Set.prototype,
  record: null,
};

const BUILT_IN: ReadonlySet<string> = new Set(
  [Array, Map, Set, String].flatMap((each) => Object.getOwnPropertyNames(each.prototype)),
);
