import micromatch from 'micromatch';
import type { Rule, Scope } from '../../model/contract.js';

/**
 * The files an example may stand for: names that the rule's scope selects, where its globs name one. The language is that
 * of the globs that name an extension.
 */
export function examplePaths({ scope }: Pick<Rule, 'scope'>): readonly [string, ...string[]] {
  const extension = scope.globs.flatMap((glob) => /^[^!].*\.\{?(\w+)[^/]*$/.exec(glob)?.[1] ?? [])[0] ?? 'ts';
  const file = `example.${extension}`;
  const [first = file, ...others] = scope.globs
    .flatMap((glob) => namesIn(glob, file))
    .filter((name) => isIn(name, scope));
  return [first, ...others];
}

/** @param file stands for a last segment that any name fits */
function namesIn(glob: string, file: string): readonly string[] {
  if (glob.startsWith('!')) return [];
  const plain = glob.replaceAll('**/', '').replace(/(^|\/)\*{0,2}$/, `$1${file}`);
  return micromatch.braces(plain.replace(/\*+/g, 'example'), { expand: true });
}

function isIn(name: string, scope: Scope): boolean {
  return !name.startsWith('/') && scope.select([name]).length > 0;
}
