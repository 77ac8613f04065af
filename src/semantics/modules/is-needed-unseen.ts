import type { SyntaxTree } from '../../syntax/syntax-tree.js';

/**
 * Whether an imported name is used where no code writes it: in the types of comments, or by what JSX becomes.
 * @param bringsJsx whether the compiler of the file brings that in by itself, unless the file says otherwise
 */
export function isNeededUnseen(tree: SyntaxTree, name: string, bringsJsx: () => boolean = () => false): boolean {
  if (isInDocs(tree, name)) return true;
  return isNeededByJsx(tree, name) && (tree.comments.some(({ value }) => /@jsx/.test(value)) || !bringsJsx());
}

/** In JavaScript, the comments in front of declarations say their types. */
function isInDocs(tree: SyntaxTree, name: string): boolean {
  if (!/\.[cm]?jsx?$/.test(tree.path)) return false;
  return tree.comments.some(
    ({ type, value }) =>
      type === 'Block' && value.startsWith('*') && value.split(/[^\p{ID_Continue}$]+/u).includes(name),
  );
}

/** The classic JSX transform uses React, or what a pragma of the file names, without its name being written. */
export function isNeededByJsx(tree: SyntaxTree, name: string): boolean {
  if (name !== 'React' && name !== 'h' && !isPragma(tree, name)) return false;
  for (const node of tree.descendants(tree.program))
    if (node.type === 'JSXElement' || node.type === 'JSXFragment') return true;
  return false;
}

/** `@jsx h` and `@jsxFrag Fragment`; of `preact.h` it is the first name that has to be there. */
function isPragma(tree: SyntaxTree, name: string): boolean {
  return tree.comments.some(({ value }) =>
    [...value.matchAll(/@jsx(?:Frag)?\s+([\w$]+)/g)].some(([, named]) => named === name),
  );
}
