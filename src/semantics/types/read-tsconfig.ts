import path from 'node:path';
import type { ts } from 'ts-morph';
import type { Compiler } from './load-compiler.js';

export interface Tsconfig {
  readonly options: ts.CompilerOptions;
  readonly fileNames: readonly string[];
  readonly references: readonly ts.ProjectReference[];
  /** Why the configuration could not be used; null where it could, or where there is none. */
  readonly error: string | null;
}

/** Without a tsconfig, files are judged as a strict modern project would judge them. */
export function readTsconfig(compiler: Compiler, tsconfigPath: string | null, root: string): Tsconfig {
  const fallback: ts.CompilerOptions = {
    strict: true,
    target: compiler.ScriptTarget.ESNext,
    module: compiler.ModuleKind.ESNext,
    moduleResolution: compiler.ModuleResolutionKind.Bundler,
    jsx: compiler.JsxEmit.Preserve,
    allowJs: true,
    skipLibCheck: true,
  };
  if (tsconfigPath === null) return { options: fallback, fileNames: [], references: [], error: null };
  let fatal: string | null = null;
  const parsed = compiler.getParsedCommandLineOfConfigFile(
    tsconfigPath,
    { noEmit: false, declaration: true, composite: false, incremental: false, skipLibCheck: true },
    {
      ...compiler.sys,
      onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
        fatal = compiler.flattenDiagnosticMessageText(messageText, ' ');
      },
    },
  );
  if (parsed === undefined) {
    const error = fatal ?? `${path.relative(root, tsconfigPath)} is not readable`;
    return { options: fallback, fileNames: [], references: [], error };
  }
  const options = { ...defaultsOf(compiler, path.dirname(tsconfigPath)), ...parsed.options };
  return { options, fileNames: parsed.fileNames, references: parsed.projectReferences ?? [], error: null };
}

/**
 * What a tsconfig means by leaving it out. From version 6 on, which is the one within ts-morph, TypeScript takes in no
 * types package by itself and is strict; in a project with an older one `process` is known once its types are installed.
 */
function defaultsOf(compiler: Compiler, folder: string): ts.CompilerOptions {
  const manifest = compiler.findConfigFile(folder, compiler.sys.fileExists, 'node_modules/typescript/package.json');
  const [, major = ''] = /"version":\s*"(\d+)\./.exec((manifest && compiler.sys.readFile(manifest)) || '') ?? [];
  return major !== '' && Number(major) >= 6 ? {} : { types: ['*'], strict: false };
}
