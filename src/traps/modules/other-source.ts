import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { moduleOf } from '../../semantics/modules/brings-in-global.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/**
 * `useOld()` → `useNew()`, where the rule renames what a module gives, also in its import: a `useNew` that the file has
 * from elsewhere is another one.
 */
export const otherSource: Trap = ({ before, after, places, match, instruction }) => {
  if (!match || instruction.importLine !== null) return null;
  const renames = new RegExp(match.regex.source, match.regex.flags.replace(/[gy]/g, ''));
  for (const { was, made } of places) {
    const old = sourceOf(before, was);
    const next = sourceOf(after, made);
    // `loadSync` → `load` is the twin of what is imported, whatever the rule says of its import.
    const isTwin = next?.module === null && textOf(before, was).includes(textOf(after, made));
    if (!old?.isSpecifier || !(isTwin || renames.test(old.written))) continue;
    if (next && next.module !== old.module) {
      return refuse('name-shadowed', `"${textOf(after, made)}" is not what "${old.module}" gives here.`);
    }
  }
  return null;
};

interface Source {
  /** Null for what the file has by itself. */
  readonly module: string | null;
  readonly isSpecifier: boolean;
  /** The import of the name, or whatever declares it. */
  readonly written: string;
}

/** Where a name comes from that is the place of an edit; null where nothing in the file tells. */
function sourceOf(tree: SyntaxTree, name: Node): Source | null {
  if (name.type !== 'Identifier' && name.type !== 'JSXIdentifier') return null;
  const binding = nameScopes(tree).resolve(name.name, name);
  if (!binding || binding.identifier === name) return null;
  const { declaration } = binding;
  return {
    module: moduleOf(tree, binding),
    isSpecifier: declaration.type === 'ImportSpecifier',
    written: textOf(tree, declaration),
  };
}
