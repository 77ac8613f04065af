/** How a file's text is to be read. `declaration` files describe code that is elsewhere. */
export interface Language {
  readonly lang: 'jsx' | 'ts' | 'tsx' | 'dts';
  /** Tried in order until one reads without an error. */
  readonly sourceTypes: readonly ('module' | 'script' | 'commonjs' | 'unambiguous')[];
}

const MODULE_FIRST = ['unambiguous', 'commonjs', 'script'] as const;

const LANGUAGES: Readonly<Record<string, Language>> = {
  js: { lang: 'jsx', sourceTypes: MODULE_FIRST },
  jsx: { lang: 'jsx', sourceTypes: MODULE_FIRST },
  mjs: { lang: 'jsx', sourceTypes: ['module'] },
  cjs: { lang: 'jsx', sourceTypes: ['commonjs', 'script'] },
  ts: { lang: 'ts', sourceTypes: MODULE_FIRST },
  mts: { lang: 'ts', sourceTypes: ['module'] },
  cts: { lang: 'ts', sourceTypes: MODULE_FIRST },
  tsx: { lang: 'tsx', sourceTypes: MODULE_FIRST },
};

/** The language of a path by its extension, or null when it is not one that syntax understands. */
export function languageOf(path: string): Language | null {
  const name = path.toLowerCase();
  const extension = /\.([cm]?[jt]sx?)$/.exec(name)?.[1] ?? '';
  if (!Object.hasOwn(LANGUAGES, extension)) return null;
  if (/\.d\.(?:[cm]?ts|[^./\\]+\.ts)$/.test(name)) return { lang: 'dts', sourceTypes: ['module'] };
  return LANGUAGES[extension] ?? null;
}

/**
 * A path under which its text is read: with an extension where the name has none and the first line says what runs it,
 * as `#!/usr/bin/env node` does above a command.
 */
export function readablePath(path: string, text: string): string {
  if (!text.startsWith('#!') || !isBareName(path)) return path;
  const [line = ''] = text.split('\n', 1);
  return path + (RUNNERS.find(([runner]) => runner.test(line))?.[1] ?? '');
}

/** Whether a name has no extension, so that only the text can tell the language. */
export function isBareName(path: string): boolean {
  return /(?:^|\/)[^./]+$/.test(path);
}

const RUNNERS: readonly (readonly [RegExp, string])[] = [
  [/[/\s](?:node|nodejs|bun)(?:\s|$)/, '.js'],
  [/[/\s](?:ts-node(?:-\w+)?|tsx|deno)(?:\s|$)/, '.ts'],
];

/** Whether the code of a file has types of its own. */
export function isTypeScript(path: string): boolean {
  return /^tsx?$/.test(languageOf(path)?.lang ?? '');
}
