import type { Node } from 'oxc-parser';
import { applyEdits, type Edit } from '../../model/edit.js';
import { contains, type TextRange } from '../../model/position.js';
import { type Refusal, refuse } from '../../model/refusal.js';
import { memberName } from '../../syntax/member-name.js';
import { parameterMembers } from '../../syntax/parameter-members.js';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { editedRanges } from '../checks/edited-ranges.js';
import { checkMember, isMember } from '../removal/removable-member.js';

/**
 * Whether the members of classes keep their names, and none comes twice: `private x` → `#x` renames the field, and
 * nobody can tell all that reads it, in this file or in others. A method that this file does not speak of again is
 * for those to call who know it by the name the rule asks for, such as a framework.
 * @param all every edit between the two trees, where these are not the only ones
 */
export function checkMembers(
  before: SyntaxTree,
  after: SyntaxTree,
  edits: readonly Edit[],
  all: readonly Edit[],
): Refusal | null {
  if (!/\bclass\b/.test(before.text)) return null;
  const ranges = editedRanges(edits, all);
  const isUnspoken = (members: readonly Member[]): boolean => {
    const words = wordsOutside(before.text, all);
    return members.every(({ name }) => !words.has(name));
  };
  for (const [index, { range }] of edits.entries()) {
    const bodies = bodiesAround(before, range);
    const place = ranges[index];
    if (bodies.length === 0 || !place) continue;
    const old = membersAt(bodies, range);
    const next = membersAt(bodiesAround(after, place), place);
    const lost = missingFrom(next, old);
    const gained = missingFrom(old, next);
    const [first] = lost;
    const isRenamed = gained.length === lost.length && [...lost, ...gained].every(isPlainMethod) && isUnspoken(lost);
    const isDropped = gained.length === 0 && lost.every(({ node }) => mayGo(before, node));
    if (first && !isRenamed && !isDropped) {
      return refuse('still-referenced', `"${first.name}" is a member of a class; what uses it would not change along.`);
    }
    const known = bodies.flatMap(membersOf);
    const doubled = gained.find(({ name }) => known.some((each) => each.name === name));
    if (doubled) return refuse('name-taken', `The class has a member "${doubled.name}" already.`);
    const asked = gained.find(({ name }) => isAskedOfThis(before, bodies, range, name));
    if (asked)
      return refuse('name-taken', `The class has a "${asked.name}" that it does not declare, and would get another.`);
  }
  return null;
}

function mayGo(tree: SyntaxTree, node: Node): boolean {
  const body = tree.parent(node);
  return isMember(node) && body?.type === 'ClassBody' && checkMember(tree, node, body) === null;
}

/** Whether `this.name` stands in a class, outside of what is edited: it has one then, inherited or set by a method. */
function isAskedOfThis(tree: SyntaxTree, bodies: readonly ClassBody[], edited: TextRange, name: string): boolean {
  return bodies.some((body) =>
    tree
      .descendants(body)
      .some(
        (node) =>
          node.type === 'MemberExpression' &&
          node.object.type === 'ThisExpression' &&
          memberName(node) === name &&
          !contains(edited, node),
      ),
  );
}

type ClassBody = Extract<Node, { type: 'ClassBody' }>;

/** The bodies a range lies or reaches in; one that is replaced whole is another class. */
function bodiesAround(tree: SyntaxTree, { start, end }: TextRange): readonly ClassBody[] {
  return tree
    .overlapping({ start: Math.max(0, start - 1), end: end + 1 })
    .filter((node) => node.type === 'ClassBody')
    .filter((body) => !contains({ start, end }, body));
}

interface Member {
  readonly node: Node;
  readonly name: string;
}

function membersAt(bodies: readonly ClassBody[], { start, end }: TextRange): readonly Member[] {
  return bodies.flatMap(membersOf).filter(({ node }) => node.start <= end && start <= node.end);
}

/** Those of the second list for which the first has no member of that name, or not so many. */
function missingFrom(members: readonly Member[], others: readonly Member[]): readonly Member[] {
  const left = members.map(({ name }) => name);
  return others.filter(({ name }) => {
    const at = left.indexOf(name);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function isPlainMethod({ node, name }: Member): boolean {
  return node.type === 'MethodDefinition' && node.kind === 'method' && !node.static && !name.startsWith('#');
}

function wordsOutside(text: string, edits: readonly Edit[]): ReadonlySet<string> {
  const blanked = edits.map(({ range }) => ({ range, text: ' ' }));
  return new Set((applyEdits(text, blanked) ?? text).split(/[^\p{ID_Continue}$]+/u));
}

function membersOf({ body }: ClassBody): readonly Member[] {
  return body.flatMap((node): readonly Member[] => {
    if (!('key' in node)) return [];
    const name = staticName(node.key, node.computed);
    const own = name === null ? [] : [{ node, name: node.static ? `static ${name}` : name }];
    return [...own, ...parameterMembers(node).map((given) => ({ node: given.node, name: given.id.name }))];
  });
}
