import type { Packages, Source } from '../../model/fix-site.js';
import { parseSyntax } from '../../syntax/parse-syntax.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { isOwnPath } from './is-own-path.js';
import { modulesLoaded } from './modules-loaded.js';

/** Whether loading a file loads another one of the project, by itself or by way of others. */
export function leadsTo(packages: Packages, tree: SyntaxTree, target: string): boolean {
  const seen = new Set<string>();
  const rest = [...sourcesLoaded(packages, tree)];
  for (let source = rest.pop(); source !== undefined; source = rest.pop()) {
    if (source.path === target) return true;
    if (seen.has(source.path)) continue;
    seen.add(source.path);
    rest.push(...loadedFrom(packages, source));
  }
  return false;
}

function loadedFrom(packages: Packages, source: Source): readonly Source[] {
  const byPath = known.get(packages) ?? new Map<string, readonly Source[]>();
  known.set(packages, byPath);
  const loaded = byPath.get(source.path) ?? readLoaded(packages, source);
  byPath.set(source.path, loaded);
  return loaded;
}

/** Every fix of a rule brings in the same module: what that loads is read once. */
const known = new WeakMap<Packages, Map<string, readonly Source[]>>();

function readLoaded(packages: Packages, { path, text }: Source): readonly Source[] {
  const tree = parseSyntax(path, text);
  return tree?.parsed ? sourcesLoaded(packages, tree) : [];
}

function sourcesLoaded(packages: Packages, tree: SyntaxTree): readonly Source[] {
  return [...modulesLoaded(tree)].flatMap((module) =>
    isOwnPath(module) ? (packages.sourceAt?.(tree.path, module) ?? []) : [],
  );
}
