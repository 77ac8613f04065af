import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isFunction } from '../../syntax/is-function.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { usesOf } from '../../syntax/uses-of.js';
import type { Trap } from '../trap.js';

/** `require('fs-extra')` → `require('fs').promises`: that package has functions of its own, and those with callbacks and without. */
export const extendedFs: Trap = ({ before: tree, after, places }) => {
  for (const { old, next } of places) {
    const at = old.findIndex(({ type }) => type === 'VariableDeclarator' || type === 'ImportDeclaration');
    const [declared, made] = [old[at], next[at + next.length - old.length]];
    if (!declared || !made || old.slice(0, at).some(isFunction) || !EXTENDED.test(textOf(tree, declared))) continue;
    const [isPromised, isPlain] = [PROMISED.test(textOf(after, made)), PLAIN.test(textOf(after, made))];
    const lost = usedOf(tree, declared).find((name) =>
      isPromised ? OWN.test(name) || UNPROMISED.test(name) : isPlain && (OWN.test(name) || !BLOCKS.test(name)),
    );
    if (lost !== undefined)
      return refuse('same-arguments', `"${lost}" is not there in the new module, or is called otherwise.`);
  }
  return null;
};

const EXTENDED = /['"]fs-extra['"]/;
const PROMISED = /['"](?:node:)?fs['"]\)\.promises|['"](?:node:)?fs\/promises['"]|\bpromises\b.*['"](?:node:)?fs['"]/;
const PLAIN = /['"](?:node:)?fs['"]/;
const OWN =
  /^(?:copy|empty[Dd]ir|ensure\w+|mkdirs|mkdirp|move|output\w+|pathExists|read(?:Json|JSON)|remove|write(?:Json|JSON)|create(?:File|Link|Symlink))(?:Sync)?$/;
const BLOCKS = /Sync$|^(?:create(?:Read|Write)Stream|constants|watchFile|unwatchFile)$/;
const UNPROMISED = /Sync$|^(?:exists|create(?:Read|Write)Stream|watchFile|unwatchFile)$/;

/** What is read of a module, by its names or as members of what it is bound to. */
function usedOf(tree: SyntaxTree, declared: Node): readonly string[] {
  if (declared.type === 'ImportDeclaration') {
    return declared.specifiers.flatMap((each) =>
      each.type === 'ImportSpecifier' ? namesOf(each.imported) : membersOf(tree, each.local),
    );
  }
  if (declared.type !== 'VariableDeclarator') return [];
  const { id } = declared;
  return id.type === 'Identifier' ? membersOf(tree, id) : keysOf(id);
}

function keysOf(pattern: Node): readonly string[] {
  if (pattern.type !== 'ObjectPattern') return [];
  return pattern.properties.flatMap((each) => (each.type === 'Property' ? namesOf(each.key) : []));
}

function namesOf(node: Node): readonly string[] {
  return node.type === 'Identifier' ? [node.name] : [];
}

function membersOf(tree: SyntaxTree, id: Extract<Node, { type: 'Identifier' }>): readonly string[] {
  return usesOf(tree, id).flatMap((use) => {
    const parent = tree.parent(use);
    const name = parent?.type === 'MemberExpression' && parent.object === use ? memberName(parent) : null;
    return name === null ? [] : [name];
  });
}
