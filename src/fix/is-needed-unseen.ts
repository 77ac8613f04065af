import type { SyntaxTree } from '../syntax/syntax-tree.js';

/** The classic JSX transform uses React, or what a pragma of the file names, without its name being written. */
export function isNeededUnseen(tree: SyntaxTree, name: string): boolean {
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
