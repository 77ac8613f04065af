import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isExported } from '../../syntax/is-exported.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { changedPairs, type Trap } from '../trap.js';

/**
 * `export const revalidate = 60` → `Number(process.env.…)`: Next reads it off the source without running it, as bundlers do
 * with what `import.meta.glob` is given, and either fails or overlooks what is no plain value any more.
 */
export const staticSource: Trap = (change) => {
  const { before: tree, site } = change;
  const settings = changedPairs(change, 'VariableDeclarator').filter(({ old }) => isReadSetting(tree, site.path, old));
  const calls = changedPairs(change, 'CallExpression').filter(({ old }) => READ_CALLS.test(textOf(tree, old.callee)));
  const isLost =
    settings.some(({ old, next }) => isPlain(old.init) && !isPlain(next.init)) ||
    calls.some(({ old, next }) => old.arguments.some((given, at) => isPlain(given) && !isPlain(next.arguments[at])));
  return isLost
    ? refuse('read-from-source', 'It is read off the source without being run, and has to stay a plain value.')
    : null;
};

const READ_CALLS = /^(?:import\.meta\.glob(?:Eager)?|require\.context)$/;

/** Of a page, a layout or a route. */
const OF_PAGES: ReadonlySet<string> = new Set([
  'dynamic',
  'dynamicParams',
  'fetchCache',
  'maxDuration',
  'preferredRegion',
  'prerender',
  'revalidate',
  'runtime',
]);
const PAGES = /(?:^|\/)(?:app|pages)\//;
/** Where `config` is one of these as well: what handles requests. */
const HANDLERS = /(?:^|\/)(?:pages\/api\/|(?:middleware|proxy)\.[jt]s$)/;

function isReadSetting(
  tree: SyntaxTree,
  path: string,
  declarator: Extract<Node, { type: 'VariableDeclarator' }>,
): boolean {
  const { id } = declarator;
  if (id.type !== 'Identifier' || !isExported(tree, declarator)) return false;
  return (OF_PAGES.has(id.name) && PAGES.test(path)) || (id.name === 'config' && HANDLERS.test(path));
}

function isPlain(node: Node | null | undefined): boolean {
  switch (node?.type) {
    case 'Literal':
      return true;
    case 'TemplateLiteral':
      return node.expressions.length === 0;
    case 'UnaryExpression':
      return isPlain(node.argument);
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return isPlain(node.expression);
    case 'ArrayExpression':
      return node.elements.every(isPlain);
    case 'ObjectExpression':
      return node.properties.every((each) => each.type === 'Property' && !each.computed && isPlain(each.value));
    default:
      return false;
  }
}
