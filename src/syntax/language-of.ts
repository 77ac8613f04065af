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

/** Whether the code of a file has types of its own. */
export function isTypeScript(path: string): boolean {
  return /^tsx?$/.test(languageOf(path)?.lang ?? '');
}
