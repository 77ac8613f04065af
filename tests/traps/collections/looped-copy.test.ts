import { expect, test } from 'vitest';
import type { Packages } from '../../../src/model/fix-site.js';
import { replaced } from '../../fix/mend.js';

test('what a generator of another file gives is not taken at once', () => {
  const packages = (text: string): Packages => ({
    isInstalled: () => true,
    reach: () => 'file',
    sourceAt: (_, module) => (module === './walk' ? { path: 'src/walk.ts', text } : null),
    oldestNode: () => null,
    isCompiled: () => false,
  });
  const text = "import { walk } from './walk';\nfor (const each of walk(root)) show(each);";
  const copied = (source: string) =>
    replaced(text, /of (walk\(root\))\)/, 'of [...$1])', { path: 'src/a.ts', packages: packages(source) });
  expect(copied('export function* walk(root) { yield root; }')).toBe('<same-result>');
  expect(copied('export function walk(root) { return [root]; }')).toBe(
    "import { walk } from './walk';\nfor (const each of [...walk(root)]) show(each);",
  );
});

test('nor is what a generator gives whose name ends in a sign', () => {
  const text =
    'class Tree {\n  *all$() { yield this; }\n  show() { for (const each of this.all$()) each.draw(); }\n}\n';
  expect(replaced(text, /of (this\.all\$\(\))\)/, 'of [...$1])')).toBe('<same-result>');
});

test('what a caller of a generator gives need not be one', () => {
  const text = 'function* all(walk, root) { for (const each of walk(root)) yield each; }';
  expect(replaced(text, /of (walk\(root\))\)/, 'of [...$1])')).toBe(
    text.replace('walk(root)) y', '[...walk(root)]) y'),
  );
});
