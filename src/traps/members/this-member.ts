import type { Node } from 'oxc-parser';
import { escapeRegex } from '../../model/escape-regex.js';
import { type Refusal, refuse } from '../../model/refusal.js';
import { isFunction } from '../../syntax/is-function.js';
import { isStatic } from '../../syntax/is-static.js';
import { memberName } from '../../syntax/member-name.js';
import { parameterMembers } from '../../syntax/parameter-members.js';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { isBetween, type Trap } from '../trap.js';

/**
 * `console.log(x)` → `this.logger.log(x)`: in a plain function, a static method or at the top of a file `this` is something
 * else, and a class that declares no `logger` and extends nothing has none.
 */
export const thisMember: Trap = ({ before: tree, after, places }) => {
  for (const place of places) {
    if (isBetween(place)) continue;
    const old = namesOfThis(tree, place.was);
    const made = readsOfThis(after, place.made);
    // One member exchanged for another is asked elsewhere; the context is the same.
    if (!made.length || old.some((name) => !made.some((read) => read.name === name))) continue;
    for (const { name, self } of made) {
      const refusal = old.includes(name) ? null : checkRead(tree, after, self, name);
      if (refusal) return refusal;
    }
  }
  return null;
};

interface Read {
  readonly name: string;
  readonly self: Node;
}

function namesOfThis(tree: SyntaxTree, part: Node): readonly string[] {
  return readsOfThis(tree, part).map(({ name }) => name);
}

function readsOfThis(tree: SyntaxTree, part: Node): readonly Read[] {
  if (!/\bthis\b/.test(tree.text.slice(part.start, part.end))) return [];
  return tree.descendants(part).flatMap((node) => {
    const name = memberName(node);
    const isOfThis = node.type === 'MemberExpression' && node.object.type === 'ThisExpression';
    return isOfThis && name !== null ? [{ name, self: node.object }] : [];
  });
}

function checkRead(tree: SyntaxTree, after: SyntaxTree, self: Node, name: string): Refusal | null {
  const holder = holderOf(after, self);
  if (isMember(holder)) return checkMember(tree, after, holder, { name, self });
  const isOwn = saysThis(after, holder, self) || (isFunction(holder) && isMethodOf(tree, after, holder, name));
  return isOwn ? null : refuse('keeps-context', `What \`this\` is here, and whether it has "${name}", cannot be told.`);
}

function isMember({ type }: Node): boolean {
  return /^(?:MethodDefinition|PropertyDefinition|AccessorProperty|StaticBlock)$/.test(type);
}

/** What gives `this` its meaning: the member of a class, a function that is no arrow, or the file. */
function holderOf(tree: SyntaxTree, self: Node): Node {
  const line = tree.lineage(self);
  for (const [index, node] of line.entries()) {
    const [inner, parent] = [line[index - 1], line[index + 1]];
    if (node.type === 'StaticBlock') return node;
    if ((node.type === 'PropertyDefinition' || node.type === 'AccessorProperty') && node.value === inner) return node;
    if (node.type === 'FunctionDeclaration') return node;
    if (node.type === 'FunctionExpression') return parent?.type === 'MethodDefinition' ? parent : node;
  }
  return tree.program;
}

function checkMember(tree: SyntaxTree, after: SyntaxTree, member: Node, { name, self }: Read): Refusal | null {
  const body = after.parent(member);
  const owner = body && after.parent(body);
  if (body?.type !== 'ClassBody' || (owner?.type !== 'ClassDeclaration' && owner?.type !== 'ClassExpression'))
    return null;
  const same = body.body.filter((each) => 'key' in each && staticName(each.key, each.computed) === name);
  const own = same.find((each) => isStatic(each) === isStatic(member));
  if (own && isSetLater(after, own, member, self)) {
    return refuse('name-unbound', `"${name}" is set further down, and is not there yet.`);
  }
  if (owner.superClass && isBeforeSuper(after, member, self)) {
    return refuse('keeps-context', 'There is no `this` before `super` is called.');
  }
  if (!isStatic(member) && body.body.flatMap(parameterMembers).some(({ id }) => id.name === name)) return null;
  const hasValue = own !== undefined && !(own.type === 'PropertyDefinition' && own.value === null);
  if (!hasValue && isBeforeSet(after, member, name, self)) {
    return refuse('name-unbound', `"${name}" is set further down, and is not there yet.`);
  }
  if (own) return null;
  if (owner.superClass ? same.length === 0 : isSaid(tree, body, name, isStatic(member))) return null;
  if (owner.id && isDeclaredElsewhere(tree, owner.id.name)) return null;
  return refuse('name-unbound', `The class declares no ${isStatic(member) ? 'static ' : ''}"${name}".`);
}

/** A field that stands below the one whose initial value asks for it; what a function asks for is there by then. */
function isSetLater(tree: SyntaxTree, own: Node, member: Node, self: Node): boolean {
  if (own.type !== 'PropertyDefinition' || member.type !== 'PropertyDefinition' || own.start < member.start)
    return false;
  const line = tree.lineage(self);
  return !line.slice(0, line.indexOf(member)).some(isFunction);
}

function isBeforeSuper(tree: SyntaxTree, member: Node, self: Node): boolean {
  if (member.type !== 'MethodDefinition' || member.kind !== 'constructor') return false;
  const call = tree.descendants(member).find((node) => node.type === 'CallExpression' && node.callee.type === 'Super');
  return call !== undefined && self.start < call.end;
}

/** `this.logger = logger` of the constructor below a place in it, and none above. */
function isBeforeSet(tree: SyntaxTree, member: Node, name: string, self: Node): boolean {
  if (member.type !== 'MethodDefinition' || member.kind !== 'constructor') return false;
  const line = tree.lineage(self);
  if (line.slice(0, line.indexOf(member.value)).some(isFunction)) return false;
  const [first] = readsOfThis(tree, member).filter((each) => {
    const setting = tree.parent(tree.parent(each.self) ?? each.self);
    const isSet = setting?.type === 'AssignmentExpression' && setting.left === tree.parent(each.self);
    return each.name === name && isSet && setting.operator === '=';
  });
  return first !== undefined && first.self.start > self.end;
}

/** Whether other code of the class, as it was, reads or sets the member: something declares it then. */
function isSaid(tree: SyntaxTree, body: Node, name: string, ofClass: boolean): boolean {
  const old = tree.descendants(tree.program).find(({ type, start }) => type === body.type && start === body.start);
  const isOfThis = (self: Node): boolean => {
    const holder = holderOf(tree, self);
    return isMember(holder) && isStatic(holder) === ofClass;
  };
  const all = tree.descendants(old ?? tree.program);
  return (
    readsOfThis(tree, old ?? tree.program).some((each) => each.name === name && isOfThis(each.self)) ||
    all.some((node) => node.type === 'ThisExpression' && isOfThis(node) && isSpreadOrTaken(tree, node, name))
  );
}

/** `const { logger } = this`, and `Object.assign(this, options)`, which may set anything. */
function isSpreadOrTaken(tree: SyntaxTree, self: Node, name: string): boolean {
  const parent = tree.parent(self);
  if (parent?.type === 'CallExpression') {
    return parent.arguments[0] === self && textOf(tree, parent.callee) === 'Object.assign';
  }
  if (parent?.type !== 'VariableDeclarator' || parent.id.type !== 'ObjectPattern') return false;
  return parent.id.properties.some((each) => each.type === 'Property' && staticName(each.key, each.computed) === name);
}

/** By an interface of its name, or on its prototype. */
function isDeclaredElsewhere({ text }: SyntaxTree, name: string): boolean {
  const spelt = escapeRegex(name);
  return new RegExp(`\\binterface\\s+${spelt}(?![\\w$])|(?<![\\w$.])${spelt}\\.prototype\\b`).test(text);
}

/** Whether a function or file says `this` for itself besides. */
function saysThis(tree: SyntaxTree, holder: Node, self: Node): boolean {
  return tree
    .descendants(holder)
    .some((node) => node.type === 'ThisExpression' && node !== self && holderOf(tree, node) === holder);
}

/** A method of an object or prototype, where others are asked for the same of `this`, or the object has it. */
function isMethodOf(tree: SyntaxTree, after: SyntaxTree, holder: Node, name: string): boolean {
  const parent = after.parent(holder);
  if (parent?.type === 'Property') {
    const object = after.parent(parent);
    const keys = object?.type === 'ObjectExpression' ? object.properties : [];
    if (keys.some((each) => each.type === 'Property' && staticName(each.key, each.computed) === name)) return true;
  } else if (parent?.type !== 'AssignmentExpression' || parent.left.type !== 'MemberExpression') return false;
  return readsOfThis(tree, tree.program).some((each) => each.name === name && !isMember(holderOf(tree, each.self)));
}
