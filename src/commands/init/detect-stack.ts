/** What a project is made of, as far as its starter contracts depend on it. */
export interface Stack {
  readonly languages: readonly string[];
  readonly frameworks: readonly string[];
  /** Whether it draws anything for people, so that accessibility matters. */
  readonly hasUserInterface: boolean;
}

const LANGUAGES: readonly (readonly [string, RegExp])[] = [
  ['TypeScript', /\.[cm]?tsx?$/],
  ['JavaScript', /\.[cm]?jsx?$/],
  ['Python', /\.py$/],
  ['Go', /\.go$/],
  ['Rust', /\.rs$/],
  ['Java', /\.java$/],
  ['C#', /\.cs$/],
  ['Ruby', /\.rb$/],
  ['PHP', /\.php$/],
];

const FRAMEWORKS: readonly (readonly [packageName: string, name: string, isUserInterface: boolean])[] = [
  ['next', 'Next.js', true],
  ['react', 'React', true],
  ['vue', 'Vue', true],
  ['svelte', 'Svelte', true],
  ['@angular/core', 'Angular', true],
  ['solid-js', 'Solid', true],
  ['express', 'Express', false],
  ['fastify', 'Fastify', false],
  ['@nestjs/core', 'NestJS', false],
];

/**
 * @param manifest the parsed `package.json`, or null where there is none
 * @param files root-relative paths
 */
export function detectStack(manifest: unknown, files: readonly string[]): Stack {
  const hasComponents = files.some((file) => /\.(?:[jt]sx|vue|svelte|astro)$/.test(file));
  const needed = dependencyNames(manifest, ['dependencies', 'peerDependencies']);
  const ofDevelopment = dependencyNames(manifest, ['devDependencies']);
  // What only tests and examples use is a development dependency, and so is a framework that is compiled away.
  const frameworks = FRAMEWORKS.filter(
    ([name, , isUserInterface]) => needed.has(name) || (isUserInterface && hasComponents && ofDevelopment.has(name)),
  );
  return {
    languages: LANGUAGES.filter(([, regex]) => files.some((file) => regex.test(file))).map(([name]) => name),
    frameworks: frameworks.map(([, name]) => name),
    hasUserInterface: hasComponents || frameworks.some(([, , isUserInterface]) => isUserInterface),
  };
}

function dependencyNames(manifest: unknown, kinds: readonly string[]): ReadonlySet<string> {
  if (typeof manifest !== 'object' || manifest === null) return new Set();
  const fields = new Map<string, unknown>(Object.entries(manifest));
  return new Set(
    kinds.flatMap((field) => {
      const value = fields.get(field);
      return typeof value === 'object' && value !== null ? Object.keys(value) : [];
    }),
  );
}
