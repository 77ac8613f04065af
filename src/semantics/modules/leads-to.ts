import type { Packages, Source } from '../../model/fix-site.js';
import { parseSyntax } from '../../syntax/parse-syntax.js';
import { isOwnPath } from './is-own-path.js';
import { modulesLoaded } from './modules-loaded.js';

/** Whether loading a file of the project loads another one, by itself or by way of others. */
export function leadsTo(packages: Packages, from: Source, target: string): boolean {
  for (const { path } of sourcesBehind(packages, from)) if (path === target) return true;
  return false;
}

/** The files of the project that loading one of them loads, by itself or by way of others. */
export function* sourcesBehind(packages: Packages, from: Source): Generator<Source> {
  const seen = new Set<string>();
  const rest = [...loadedFrom(packages, from)];
  for (let source = rest.pop(); source !== undefined; source = rest.pop()) {
    if (seen.has(source.path)) continue;
    seen.add(source.path);
    yield source;
    rest.push(...loadedFrom(packages, source));
  }
}

interface Loaded {
  readonly text: string;
  readonly sources: readonly Source[];
}

/** By path. Every fix of a rule brings in the same module: what that loads is read once. */
const known = new WeakMap<Packages, Map<string, Loaded>>();

function loadedFrom(packages: Packages, { path, text }: Source): readonly Source[] {
  const byPath = known.get(packages) ?? new Map<string, Loaded>();
  known.set(packages, byPath);
  const before = byPath.get(path);
  if (before?.text === text) return before.sources;
  const sources = readLoaded(packages, { path, text });
  byPath.set(path, { text, sources });
  return sources;
}

function readLoaded(packages: Packages, { path, text }: Source): readonly Source[] {
  const tree = parseSyntax(path, text);
  if (!tree?.parsed) return [];
  return [...modulesLoaded(tree)].flatMap((module) =>
    isOwnPath(module) ? (packages.sourceAt?.(path, module) ?? []) : [],
  );
}
