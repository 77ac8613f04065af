import type { Node } from 'oxc-parser';
import type { Edit } from '../../model/edit.js';
import type { Refusal } from '../../model/refusal.js';
import { requiredModule } from '../../semantics/modules/required-module.js';
import { isFunction } from '../../syntax/is-function.js';
import { isTypeOnly } from '../../syntax/is-type-only.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import type { FixTask } from '../draft.js';
import { checkCycle } from '../imports/check-cycle.js';
import { checkModules } from '../imports/check-modules.js';
import { editedRanges } from './edited-ranges.js';

/** `from 'lodash'` → `from 'lodash-es'`: what a fix writes into an import has to be there as well. */
export function checkNamedModules(
  task: Pick<FixTask, 'site' | 'tree'>,
  after: SyntaxTree,
  judged: readonly Edit[],
  all: readonly Edit[],
): Refusal | null {
  if (!task.site.packages) return null;
  const named = editedRanges(judged, all).flatMap((range) => {
    const around = after.lineage(after.enclosing(range)).slice(0, DEPTH);
    return around.flatMap((node) => moduleOf(after, node) ?? []);
  });
  // What the file names already is none of the fix's doing.
  const isNew = (module: string): boolean => !QUOTES.some((quote) => task.tree.text.includes(quote + module + quote));
  const added = named.filter(({ module }) => isNew(module));
  const modules = added.map(({ module }) => module);
  const loaded = added.flatMap(({ module, isLoaded }) => (isLoaded ? [module] : []));
  return checkModules(task, modules) ?? checkCycle(task, loaded);
}

/** From the text between the quotes of a module's name to the line it stands in. */
const DEPTH = 3;

const QUOTES = ["'", '"'];

interface Named {
  readonly module: string;
  /** As the file is, not once a function is called, and not for its types. */
  readonly isLoaded: boolean;
}

function moduleOf(tree: SyntaxTree, node: Node): Named | null {
  if (node.type === 'CallExpression') {
    const module = requiredModule(node);
    return module === null ? null : { module, isLoaded: !tree.lineage(node).some(isFunction) };
  }
  const source = 'source' in node ? node.source : null;
  if (source === null || typeof source !== 'object' || source.type !== 'Literal') return null;
  if (typeof source.value !== 'string') return null;
  return { module: source.value, isLoaded: !isTypeOnly(node) && node.type !== 'ImportExpression' };
}
