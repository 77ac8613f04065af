import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const resolve = (text: string, made: string) =>
  replaced(`import a from 'a';\n${text}`, /require\.resolve\('m'\)/, made, { path: 'src/a.mjs' });

test('the path of a module does not become its address', () => {
  expect(resolve("const file = require.resolve('m');", "import.meta.resolve('m')")).toBe('<same-result>');
});

test('it may be made of the address, and import takes either', () => {
  const path = "fileURLToPath(import.meta.resolve('m'))";
  const text = "import { fileURLToPath } from 'node:url';\nconst file = require.resolve('m');";
  expect(resolve(text, path)).toContain(`const file = ${path};`);
  expect(resolve("import(require.resolve('m'));", "import.meta.resolve('m')")).toContain(
    "import(import.meta.resolve('m'))",
  );
});
