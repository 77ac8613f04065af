import type { Node } from 'oxc-parser';
import type { Edit } from '../../model/edit.js';
import type { Refusal } from '../../model/refusal.js';
import { requiredModule } from '../../semantics/modules/required-module.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import type { FixTask } from '../draft.js';
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
    return around.flatMap((node) => moduleOf(node) ?? []);
  });
  // What the file names already is none of the fix's doing.
  const isNew = (module: string): boolean => !QUOTES.some((quote) => task.tree.text.includes(quote + module + quote));
  return checkModules(task, named.filter(isNew));
}

/** From the text between the quotes of a module's name to the line it stands in. */
const DEPTH = 3;

const QUOTES = ["'", '"'];

function moduleOf(node: Node): string | null {
  if (node.type === 'CallExpression') return requiredModule(node);
  const source = 'source' in node ? node.source : null;
  if (source === null || typeof source !== 'object' || source.type !== 'Literal') return null;
  return typeof source.value === 'string' ? source.value : null;
}
