// Leaves in dist/types only the declarations that those of an entry of the package lead to; the compiler writes one for
// every source file, and a package should not carry those of its insides.
import { readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const TYPES = resolve(import.meta.dirname, '../dist/types');
const ENTRIES = ['index.d.ts', 'vitest.d.ts'];
const IMPORT = /(?:\bfrom|\bimport\(|\bimport)\s*['"](\.[^'"]+)\.js['"]/g;

const reached = new Set(ENTRIES.map((entry) => join(TYPES, entry)));
// What an import adds is gone through too.
for (const file of reached) {
  for (const [, path] of readFileSync(file, 'utf8').matchAll(IMPORT)) reached.add(join(dirname(file), `${path}.d.ts`));
}
prune(TYPES);

function prune(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) prune(path);
    else if (!reached.has(path)) rmSync(path);
  }
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}
