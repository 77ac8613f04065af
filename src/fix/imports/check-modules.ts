import { builtinModules } from 'node:module';
import type { Packages } from '../../model/fix-site.js';
import { type Refusal, refuse } from '../../model/refusal.js';
import { isRelativeModule } from '../../syntax/is-relative-module.js';
import type { FixTask } from '../draft.js';

/** What cannot be found keeps the program from starting. */
export function checkModules(
  { site: { path, packages }, tree }: Pick<FixTask, 'site' | 'tree'>,
  modules: readonly string[],
): Refusal | null {
  if (!packages) return null;
  for (const module of modules) {
    const name = packageIn(module);
    if (name !== null && !packages.isInstalled(path, name)) {
      return refuse(
        'module-installed',
        `Nothing in this project brings in "${name}". Install it, or correct what the rule writes.`,
      );
    }
    const reach = isRelativeModule(module) ? packages.reach(path, module) : 'file';
    if (reach === 'nothing') {
      return refuse('module-installed', `From here, "${module}" names no file. ${ROOT} leads there from everywhere.`);
    }
    if (reach === 'source' && isLoadedAsItIs(path, module) && !reachesSources(tree.text, path, packages)) {
      return refuse('module-installed', `From here, "${module}" names no file, but a source that is to be compiled.`);
    }
  }
  return null;
}

/** What an import line can begin a path with. */
const ROOT = '${ROOT}/';

/** Whether Node is likely to load a file, and to look for that name as it stands. */
function isLoadedAsItIs(path: string, module: string): boolean {
  return /\.[cm]js$/.test(path) || (/\.js$/.test(path) && /\.[cm]?jsx?$/.test(module));
}

/** Whether a file that says so is compiled or bundled: it imports what only that finds. */
function reachesSources(text: string, path: string, packages: Packages): boolean {
  return [...text.matchAll(RELATIVE)].some(([, module]) => module && packages.reach(path, module) === 'source');
}

const RELATIVE = /\b(?:from|import|require)\s*\(?\s*['"](\.\.?\/[^'"]*)['"]/g;

/** Null for a path, an alias that no package could be called, and what the platform or a framework has itself. */
function packageIn(module: string): string | null {
  const name = /^(?:@[a-z\d][a-z\d._-]*\/)?[a-z\d][a-z\d._-]*(?=\/|$)/.exec(module)?.[0] ?? null;
  return name === null || BUILT_IN.has(name) ? null : name;
}

const BUILT_IN: ReadonlySet<string> = new Set([
  ...builtinModules,
  // Next compiles these in, editors and shells bring theirs.
  ...['server-only', 'client-only', 'vscode', 'electron', 'bun'],
]);
