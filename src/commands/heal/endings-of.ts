import type { Endings } from '../../model/fix-site.js';

/**
 * What the settings around a file tell of the endings that its imports may have.
 * @param folders root-relative, that of the file and those above it
 * @param bundlers packages that look for files by themselves, as they are named in a package.json
 */
export function endingsOf(
  folders: readonly string[],
  textIn: (folder: string, name: string) => string,
  bundlers: RegExp,
): Endings {
  const settings = folders.map((folder) => textIn(folder, 'package.json'));
  const own = settings.find((text) => text !== '') ?? '';
  const isBundled = settings.some((text) => bundlers.test(text));
  const isBlind = LOOKERS.some(({ tool, files, told }) => {
    if (!settings.some((text) => tool.test(text))) return false;
    return !folders.some((folder) => files.some((file) => told.test(textIn(folder, file))));
  });
  return { mayBeLeftOut: isBundled || !IS_MODULE.test(own), mayBeCompiled: !isBlind };
}

/** Node takes the paths of ES modules as they are. */
const IS_MODULE = /"type"\s*:\s*"module"|"import"\s*:\s*["{]/;

interface Looker {
  readonly tool: RegExp;
  readonly files: readonly string[];
  /** What tells it where to look for `./log.js`. */
  readonly told: RegExp;
}

const ENDINGS = ['js', 'cjs', 'mjs', 'ts', 'json'];

/** Tools that look for a file by the very name that an import has, unless they are told otherwise. */
const LOOKERS: readonly Looker[] = [
  {
    tool: /"(?:jest|ts-jest)"\s*:/,
    files: ['package.json', ...['jest.config', 'jest.base.config'].flatMap(withEndings)],
    told: /moduleNameMapper[\s\S]*\\\.[^'"\n]*js|['"]?resolver['"]?\s*:/,
  },
  {
    tool: /"(?:react-scripts|next|react-native|expo)"\s*:\s*"(?!\.|[\w-]+\/)/,
    // "react-native" may also name the file that it is to load of a package.
    files: ['next.config', 'craco.config', 'metro.config'].flatMap(withEndings),
    told: /extensionAlias|resolveRequest/,
  },
];

function withEndings(name: string): readonly string[] {
  return ENDINGS.map((each) => `${name}.${each}`);
}
