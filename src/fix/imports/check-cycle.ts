import { type Refusal, refuse } from '../../model/refusal.js';
import { isOwnPath } from '../../semantics/modules/is-own-path.js';
import { leadsTo } from '../../semantics/modules/leads-to.js';
import type { FixTask } from '../draft.js';

/**
 * The logger that takes its level of `config.js`, imported by `config.js`: one of the two now runs before what it needs is
 * there. Where both are on one way round already, nothing is new.
 */
export function checkCycle(
  { site: { path, packages }, tree }: Pick<FixTask, 'site' | 'tree'>,
  modules: readonly string[],
): Refusal | null {
  for (const module of modules) {
    const source = isOwnPath(module) ? packages?.sourceAt?.(path, module) : null;
    if (!packages || !source || !leadsTo(packages, source, path)) continue;
    if (leadsTo(packages, tree, source.path)) continue;
    return refuse(
      'no-import-cycle',
      `"${module}" imports this file itself, or by way of others, and is loaded first then.`,
    );
  }
  return null;
}
