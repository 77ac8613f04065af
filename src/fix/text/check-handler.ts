import type { Node } from 'oxc-parser';
import { applyEdits, type Edit } from '../../model/edit.js';
import { rangesOverlap } from '../../model/position.js';
import { type Refusal, refuse } from '../../model/refusal.js';
import { isFunction } from '../../syntax/is-function.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { scriptAround, scriptsOf } from './script-around.js';

/** `@click="toggle()"`, `v-on:click='toggle()'`, `onclick={toggle()}` */
const CALLED = /(?<![\w-])(?:@|v-on:|on:?)[\w:.-]+\s*=\s*["'{]\s*(?<name>[\w$]+)\(\)\s*;?\s*["'}]/g;

/**
 * Why `@click="toggle()"` may not become `@click="toggle"`, or null: the event is handed on then, which only a function that
 * takes nothing overlooks. That of `useToggle` sets what it is given.
 */
export function checkHandler(path: string, text: string, edits: readonly Edit[]): Refusal | null {
  for (const { index, 0: whole, groups } of text.matchAll(CALLED)) {
    const name = groups?.name ?? '';
    const own = { start: index, end: index + whole.length };
    if (!edits.some(({ range }) => rangesOverlap(range, own))) continue;
    const isHanded = countOfBare(applyEdits(text, edits) ?? text, name) > countOfBare(text, name);
    if (isHanded && !takesNothing(path, text, name)) return HANDED;
  }
  return null;
}

const HANDED = refuse('same-arguments', 'The function would be given the event, and may do something with it.');

function countOfBare(text: string, name: string): number {
  const bare = /(?<![\w-])(?:@|v-on:|on:?)[\w:.-]+\s*=\s*["'{]\s*(?<name>[\w$]+)\s*["'}]/g;
  return [...text.matchAll(bare)].filter(({ groups }) => groups?.name === name).length;
}

function takesNothing(path: string, text: string, name: string): boolean {
  return scriptsOf(text).some(({ range }) => {
    const tree = scriptAround(path, text, range)?.tree;
    if (!tree) return false;
    const bound = nameScopes(tree)
      .named(name)
      .bindings.map(({ declaration }) => (declaration.type === 'VariableDeclarator' ? declaration.init : declaration));
    const made = [...bound, ...methodsOf(tree, name)];
    return made.some((each) => {
      return each && isFunction(each) && each.params.length === 0 && !/\barguments\b/.test(textOf(tree, each));
    });
  });
}

/** `export default { methods: { toggle() { … } } }` */
function methodsOf(tree: SyntaxTree, name: string): readonly Node[] {
  return tree.descendants(tree.program).flatMap((node) => {
    if (node.type !== 'Property' || staticName(node.key, node.computed) !== name) return [];
    const holder = tree.parent(tree.parent(node) ?? node);
    const isMethod = holder?.type === 'Property' && staticName(holder.key, holder.computed) === 'methods';
    return isMethod ? [node.value] : [];
  });
}
