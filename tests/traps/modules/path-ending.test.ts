import { expect, test } from 'vitest';
import type { Endings, Packages, Reach } from '../../../src/model/fix-site.js';
import { replaced } from '../../fix/mend.js';

const of = (endings: Partial<Endings>, reach: Reach = 'source'): Packages => ({
  isInstalled: () => true,
  reach: () => reach,
  oldestNode: () => null,
  endings: () => ({ mayBeLeftOut: true, mayBeCompiled: true, ...endings }),
  isCompiled: () => false,
});

const ADDED = ["from '([^'.]*\\.[^'.]*)'", "from '$1.js'"] as const;
const LEFT_OUT = ["from '([^']*)\\.js'", "from '$1'"] as const;
const BLIND = { mayBeCompiled: false };
const BARE = { mayBeLeftOut: false };

test('a folder is no file with an ending', () => {
  const source = { path: 'src/a/index.ts', text: 'export const a = 1;' };
  const packages: Packages = { ...of({}), sourceAt: (_, module) => (module === './a' ? source : null) };
  expect(replaced("export { a } from './a';", ...ADDED, { packages })).toBe('<module-installed>');
});

test.each([
  ["export { a } from './a';", ADDED, of(BLIND), '<module-installed>'],
  ["import { a } from './a'; a();", ADDED, of(BLIND), '<module-installed>'],
  ["export * from './a';", ADDED, of(BLIND), '<module-installed>'],
  ["export { a } from './a';", ADDED, of({}), "export { a } from './a.js';"],
  // A file that is there, types that nobody loads, and what others of its imports are found by.
  ["export { a } from './a';", ADDED, of(BLIND, 'file'), "export { a } from './a.js';"],
  ["import type { A } from './a'; let b: A;", ADDED, of(BLIND), "import type { A } from './a.js'; let b: A;"],
  ["import './b.js'; export { a } from './a';", ADDED, of(BLIND), "import './b.js'; export { a } from './a.js';"],
  ["import { a } from './a.js'; a();", LEFT_OUT, of(BARE), '<module-installed>'],
  ["import { a } from './a.js'; a();", LEFT_OUT, of({}), "import { a } from './a'; a();"],
  ["import type { A } from './a.js'; let b: A;", LEFT_OUT, of(BARE), "import type { A } from './a'; let b: A;"],
] as const)('%s by %j', (text, [find, replace], packages, expected) => {
  expect(replaced(text, find, replace, { packages })).toBe(expected);
});
