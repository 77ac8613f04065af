import type { Node } from 'oxc-parser';
import type { Packages } from '../../model/fix-site.js';
import { refuse } from '../../model/refusal.js';
import { modulesLoaded } from '../../semantics/modules/modules-loaded.js';
import { isRelativeModule } from '../../syntax/is-relative-module.js';
import { isTypeOnly } from '../../syntax/is-type-only.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { writtenText } from '../../syntax/written-text.js';
import { type Change, changedPairs, type Trap } from '../trap.js';

/**
 * `./log.js` → `./log`, and the way back: what checks the types finds the file under either name, and what runs it may not.
 * `./log` → `./log.js`, of a folder: what it led to is `./log/index.js`.
 */
export const pathEnding: Trap = (change) => {
  const { packages, path } = change.site;
  const changed = changedModules(change);
  if (changed.length === 0) return null;
  const lost = changed.find(([was, is]) => packages && isThere(packages, path, was) && !isThere(packages, path, is));
  if (lost) return refuse('module-installed', `There is a file that "${lost[0]}" leads to, and none for "${lost[1]}".`);
  const endings = packages?.endings?.(path);
  if (!packages || !endings) return null;
  for (const [was, is] of changed) {
    if (was === withoutEnding(is) && !endings.mayBeCompiled && isCompiledName(packages, change, is)) {
      return refuse(
        'module-installed',
        `What runs the sources looks for "${is}", and there is only what it is compiled from.`,
      );
    }
    if (is === withoutEnding(was) && !endings.mayBeLeftOut && /^\.\.?\//.test(is)) {
      return refuse('module-installed', `Node looks for "${is}" as it stands, since the package is one of ES modules.`);
    }
  }
  return null;
};

/** The relative paths of imports that a change makes others of, before and after. */
function changedModules(change: Change): readonly (readonly [string, string])[] {
  return changedPairs(
    change,
    'ImportDeclaration',
    'ExportNamedDeclaration',
    'ExportAllDeclaration',
    'ImportExpression',
  ).flatMap(({ old, next }) => {
    if (old.type !== 'ImportExpression' && isTypeOnly(old)) return [];
    const [was, is] = [moduleNamed(old.source), moduleNamed(next.source)];
    return was !== null && is !== null && was !== is && isRelativeModule(was) && isRelativeModule(is)
      ? [[was, is]]
      : [];
  });
}

function isThere(packages: Packages, path: string, module: string): boolean {
  return (packages.sourceAt?.(path, module) ?? null) !== null;
}

function moduleNamed(source: Node | null): string | null {
  return source && writtenText(source);
}

function withoutEnding(module: string): string {
  return module.replace(/\.[cm]?jsx?$/, '');
}

/** Whether there is no such file, but one that it is compiled from; a file that names others so is run by what finds them. */
function isCompiledName(packages: Packages, { before: tree, site: { path } }: Change, module: string): boolean {
  return packages.reach(path, module) === 'source' && !namesCompiled(tree, packages, path);
}

function namesCompiled(tree: SyntaxTree, packages: Packages, path: string): boolean {
  return [...modulesLoaded(tree)].some(
    (each) => isRelativeModule(each) && withoutEnding(each) !== each && packages.reach(path, each) === 'source',
  );
}
