import { refuse } from '../../model/refusal.js';
import { isOfNodeAlone } from '../../semantics/modules/is-for-page.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/** `process.env.VITE_KEY` → `import.meta.env.VITE_KEY`: Vite gives that to what it bundles; Node has no such thing. */
export const bundledSetting: Trap = ({ before: tree, after, places }) => {
  const isBrought = places.some(({ was, made }) => {
    return /\bimport\.meta\.env\b/.test(textOf(after, made)) && /\bprocess\.env\b/.test(textOf(tree, was));
  });
  if (!isBrought || !isOfNode(tree)) return null;
  return tree.text.includes('import.meta.env')
    ? null
    : refuse('client-or-server', 'Node runs this file, which knows its environment by process alone.');
};

function isOfNode({ path, program }: SyntaxTree): boolean {
  if (/\.config\.[cm]?[jt]s$/.test(path)) return true;
  return program.body.some((node) => node.type === 'ImportDeclaration' && isOfNodeAlone(node.source.value));
}
