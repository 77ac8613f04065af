import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as Morph from 'ts-morph';
import type { TextRange } from '../../model/position.js';
import { configFor, type FindTsconfigs } from './config-for.js';
import { lazily } from './lazily.js';
import { slashed } from './slashed.js';
import type { TypeOracle, ValueType } from './type-oracle.js';

type Project = Morph.Project;

const UNKNOWN: ReadonlySet<ValueType> = new Set(['unknown']);

/**
 * An oracle over the types of the TypeScript projects below a folder. The compiler is loaded and a project opened
 * with the first question; without a tsconfig every answer is `unknown`. Only TypeScript files are
 * answered for: in JavaScript a declared type binds nobody. Without strict null checks any value may
 * be null, so nothing is known either.
 * @param root absolute
 */
export function createTypeOracle(tsconfigsOf: FindTsconfigs, root: string): TypeOracle {
  const opened = new Map<string, OpenProject>();
  const load = lazily(() => {
    const morph: typeof Morph = createRequire(import.meta.url)('ts-morph');
    return { morph, configOf: configFor(morph.ts, root) };
  });
  /** Null where no configuration is near. */
  const open = (path: string): OpenProject | null => {
    const tsconfigs = tsconfigsOf(path);
    if (tsconfigs.length === 0) return null;
    const { morph, configOf } = load();
    const config = configOf(slashed(join(root, path)), tsconfigs);
    if (config === null) return null;
    const project = opened.get(config) ?? openProject(morph, config);
    opened.set(config, project);
    return project;
  };
  return {
    typesAt(path, text, range) {
      const project = TYPED.test(path) ? open(path) : null;
      return project?.typesAt(join(root, path), text, range) ?? UNKNOWN;
    },
    targetLib: (path) => open(path)?.targetLib() ?? null,
    forbidsUnused: (path) => (TYPED.test(path) && open(path)?.forbidsUnused()) || false,
  };
}

const TYPED = /\.[cm]?tsx?$/;

interface OpenProject {
  typesAt(path: string, text: string, range: TextRange): ReadonlySet<ValueType>;
  targetLib(): string | null;
  forbidsUnused(): boolean;
}

function openProject(morph: typeof Morph, tsConfigFilePath: string): OpenProject {
  const project = new morph.Project({ tsConfigFilePath, skipAddingFilesFromTsConfig: true });
  const options = project.getCompilerOptions();
  const nullIsTracked = options.strictNullChecks ?? options.strict ?? false;
  return {
    typesAt: (path, text, range) => (nullIsTracked ? typesInFile(morph, project, { path, text, range }) : UNKNOWN),
    targetLib: () => libOf(morph, options),
    forbidsUnused: () => options.noUnusedLocals === true,
  };
}

function typesInFile(
  morph: typeof Morph,
  project: Project,
  { path, text, range }: { readonly path: string; readonly text: string; readonly range: TextRange },
): ReadonlySet<ValueType> {
  const known = project.getSourceFile(path);
  const file = known?.getFullText() === text ? known : project.createSourceFile(path, text, { overwrite: true });
  for (let node = file.getDescendantAtPos(range.start); node; node = node.getParent()) {
    if (node.getStart() !== range.start || node.getEnd() > range.end) break;
    if (node.getEnd() < range.end) continue;
    const type = node.getType();
    const parts = type.isUnion() ? type.getUnionTypes() : [type];
    return new Set(parts.map((part) => valueTypeOf(morph, part)));
  }
  return UNKNOWN;
}

function valueTypeOf(morph: typeof Morph, type: Morph.Type): ValueType {
  const flags = type.getFlags();
  const is = (flag: Morph.TypeFlags) => (flags & flag) !== 0;
  const { TypeFlags } = morph;
  if (is(TypeFlags.StringLike)) return 'string';
  if (is(TypeFlags.NumberLike)) return 'number';
  if (is(TypeFlags.BooleanLike)) return 'boolean';
  if (is(TypeFlags.BigIntLike)) return 'bigint';
  if (is(TypeFlags.ESSymbolLike)) return 'symbol';
  if (is(TypeFlags.Null)) return 'null';
  if (is(TypeFlags.Undefined) || is(TypeFlags.Void)) return 'undefined';
  return is(TypeFlags.Object) ? 'object' : 'unknown';
}

/** The latest library version named in `lib`, else the one the target brings. */
function libOf(morph: typeof Morph, options: Morph.CompilerOptions): string | null {
  const versions = (options.lib ?? []).flatMap(
    (lib) => /^lib\.(es(?:next|\d+))(?:\.full)?\.d\.ts$/.exec(lib)?.[1] ?? [],
  );
  const latest = versions.sort((a, b) => rank(a) - rank(b)).at(-1);
  if (latest !== undefined || options.lib) return latest ?? null;
  if (options.target === undefined) return null;
  // Its number has two names, and the compiler gives back the other one.
  if (options.target === morph.ScriptTarget.ESNext) return 'esnext';
  return morph.ScriptTarget[options.target]?.toLowerCase() ?? null;
}

function rank(version: string): number {
  const number = Number(version.slice(2));
  if (Number.isNaN(number)) return Number.POSITIVE_INFINITY;
  return number < 2000 ? number + 2009 : number;
}
