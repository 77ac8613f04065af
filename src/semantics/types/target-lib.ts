import type { ts } from 'ts-morph';
import type { Compiler } from './load-compiler.js';

/** The latest version of the library named in `lib`, such as `es2022`, else the one the target brings; null without either. */
export function targetLibOf({ ScriptTarget }: Compiler, { lib, target }: ts.CompilerOptions): string | null {
  const versions = (lib ?? []).flatMap((each) => /^lib\.(es(?:next|\d+))(?:\.full)?\.d\.ts$/.exec(each)?.[1] ?? []);
  const latest = versions.sort((a, b) => rank(a) - rank(b)).at(-1);
  if (latest !== undefined || lib) return latest ?? null;
  if (target === undefined) return null;
  // Its number has two names, and the compiler gives back the other one.
  if (target === ScriptTarget.ESNext) return 'esnext';
  return ScriptTarget[target]?.toLowerCase() ?? null;
}

/** The earliest of some versions of the library. */
export function earliestLib(versions: readonly string[]): string | null {
  return [...versions].sort((a, b) => rank(a) - rank(b))[0] ?? null;
}

function rank(version: string): number {
  const number = Number(version.slice(2));
  if (Number.isNaN(number)) return Number.POSITIVE_INFINITY;
  return number < 2000 ? number + 2009 : number;
}
