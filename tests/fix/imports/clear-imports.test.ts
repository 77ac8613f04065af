import { expect, test } from 'vitest';
import type { TypeOracle } from '../../../src/model/type-oracle.js';
import { mend } from '../mend.js';

const project = (unusedIsError: boolean): TypeOracle => ({
  typesAt: () => new Set(['unknown']),
  targetLib: () => null,
  forbidsUnused: () => unusedIsError,
  lacksInterop: () => false,
});

const run = (text: string, importLine: string | null = "import { fresh } from './new';", types = project(true)) =>
  mend({
    text,
    pattern: /\bold\w*(?=\()/,
    fix: { findReplace: { find: /\bold\w*(?=\()/g, replace: importLine === null ? 'String' : 'fresh' }, importLine },
    types,
  });

const use = 'export const a = old(1);\n';
const mended = 'export const a = fresh(1);\n';
const inserted = "import { fresh } from './new';\n";

test.each([
  ['the only import', `import { old } from './old';\n\n${use}`, `${inserted}\n${mended}`],
  ['a default', `import old from './old';\n${use}`, `${inserted}${mended}`],
  [
    'one of several',
    `import { old } from './old';\nimport x from './x';\n\nx();\n${use}`,
    `import x from './x';\n${inserted}\nx();\n${mended}`,
  ],
  [
    'the last one',
    `import x from './x';\nimport { old } from './old';\n\nx();\n${use}`,
    `import x from './x';\n${inserted}\nx();\n${mended}`,
  ],
  [
    'one name of an import',
    `import { b, old } from './old';\nb();\n${use}`,
    `import { b } from './old';\n${inserted}b();\n${mended}`,
  ],
  ['a name of the same module', `import { old } from './new';\n${use}`, `${inserted}${mended}`],
  [
    'one among others of it',
    `import {\n  b,\n  old,\n  c,\n} from './new';\nb(c);\n${use}`,
    `import {\n  b,\n  c,\n  fresh,\n} from './new';\nb(c);\n${mended}`,
  ],
])('where an unused import is an error, %s goes with its last use', (_, text, after) => {
  expect(run(text)).toBe(after);
});

test('so it does where nothing is brought in', () => {
  expect(run(`import { old } from './old';\n${use}`, null)).toBe('export const a = String(1);\n');
});

test.each([
  ['it is used elsewhere', `import { old } from './old';\nexport { old };\n${use}`],
  ['it is used as a type', `import { old } from './old';\nlet b: typeof old;\n${use}`],
  ['a comment speaks of it', `// the old one\n\nimport { old } from './old'; // why\n\n/** of old */\n${use}`],
])('it stays where %s', (_, text) => {
  const after = run(text);
  if (text.includes('// why')) expect(after).toContain(mended);
  else expect(after).toContain("import { old } from './old';");
});

test('elsewhere it goes where another name is brought in for it', () => {
  expect(run(`import { old } from './old';\n${use}`, undefined, project(false))).toBe(`${inserted}${mended}`);
  const after = `import { old } from './old';\nexport const a = String(1);\n`;
  expect(run(`import { old } from './old';\n${use}`, null, project(false))).toBe(after);
});

test('elsewhere what the call was given stays imported', () => {
  const fix = {
    findReplace: { find: /old\(one\)/g, replace: 'fresh(1)' },
    importLine: "import { fresh } from './new';",
  };
  const text = "import { old } from './old';\nimport { one } from './one';\nexport const a = old(one);\n";
  const after = "import { one } from './one';\nimport { fresh } from './new';\nexport const a = fresh(1);\n";
  expect(mend({ text, pattern: /old\(one\)/, fix, types: project(false) })).toBe(after);
});
