import { describe, expect, it } from 'vitest';
import type { Packages } from '../../../src/model/fix-site.js';
import { mend } from '../mend.js';

const packages: Packages = {
  isInstalled: (_, name) => name === 'helmet',
  reach: () => 'file',
  oldestNode: () => null,
  isCompiled: () => false,
};

describe('an import of a package', () => {
  const run = (importLine: string, text = "import a from 'a';\nold();", known?: Packages) =>
    mend({
      path: 'src/a.js',
      text,
      pattern: /old\(\)/,
      fix: { findReplace: { find: /old\(\)/g, replace: 'fresh()' }, importLine },
      ...(known ? { packages: known } : {}),
    });

  it.each(["import { fresh } from 'fresh';", "import { fresh } from '@new/fresh/part';"])(
    'is not brought in: %s',
    (line) => {
      expect(run(line, undefined, packages)).toBe('<module-installed>');
      expect(run(line)).toBe(`import a from 'a';\n${line}\nfresh();`);
    },
  );

  it.each([
    "import { fresh } from 'helmet';",
    "import { fresh } from 'helmet/fresh';",
    "import { fresh } from 'fs/promises';",
    "import { fresh } from 'node:fs';",
    "import { fresh } from 'diagnostics_channel';",
    "import { fresh } from '@app/useFresh';",
    "import { fresh } from './fresh.js';",
    "import { fresh } from '@/fresh';",
    "import { fresh } from '~/fresh';",
  ])('is there, or is none: %s', (line) => {
    expect(run(line, undefined, packages)).toBe(`import a from 'a';\n${line}\nfresh();`);
  });

  it.each([
    ['nothing', 'src/a.js', './fresh', '<module-installed>'],
    ['nothing', 'src/a.ts', './fresh', '<module-installed>'],
    ['source', 'src/a.ts', './fresh.js', null],
    ['source', 'src/a.jsx', './fresh', null],
    ['source', 'src/a.js', './fresh', null],
    ['source', 'src/a.js', './fresh.js', '<module-installed>'],
    ['source', 'src/a.mjs', './fresh', '<module-installed>'],
  ] as const)('is found as %s in %s: %s', (reach, path, module, refusal) => {
    const importLine = `import { fresh } from '${module}';`;
    const given = (text: string) =>
      mend({
        path,
        text,
        pattern: /old\(\)/,
        fix: { findReplace: { find: /old\(\)/g, replace: 'fresh()' }, importLine },
        packages: { ...packages, reach: () => reach },
      });
    expect(given("import a from 'a';\nold();")).toBe(refusal ?? `import a from 'a';\n${importLine}\nfresh();`);
    if (reach === 'source') {
      const other = "import { b } from './b.js';";
      expect(given(`${other}\nold(b);`.replace('old(b)', 'old()'))).toBe(`${other}\n${importLine}\nfresh();`);
    }
  });

  it('is looked for where the file is', () => {
    const asked: string[] = [];
    const reach = (path: string, module: string) => {
      asked.push(`${path} ${module}`);
      return 'nothing' as const;
    };
    expect(run("import { fresh } from '${ROOT}/lib/fresh.js';", undefined, { ...packages, reach })).toBe(
      '<module-installed>',
    );
    expect(asked).toEqual(['src/a.js ../lib/fresh.js']);
  });

  it.each([
    ["import a from 'old';", "'old'", "'fresh'", '<module-installed>'],
    ["const a = require('old');", "'old'", "'fresh'", '<module-installed>'],
    ["export * from 'old/part';", "'old/part'", "'fresh/part'", '<module-installed>'],
    ["import('old');", "'old'", "'fresh'", '<module-installed>'],
    ["import a from 'old';", "'old'", "'helmet'", "import a from 'helmet';"],
    [
      "import a from 'old';\nimport b from 'fresh';",
      "'old'",
      "'fresh'",
      "import a from 'fresh';\nimport b from 'fresh';",
    ],
    ["import a from 'old';\na('old');", "/(?<=\\()'old'/", "'fresh'", "import a from 'old';\na('fresh');"],
  ])('is written into a line: %s', (text, find, replace, expected) => {
    const regex = new RegExp(find.replace(/^\/|\/$/g, ''), 'g');
    expect(
      mend({ path: 'src/a.js', text, pattern: regex, fix: { findReplace: { find: regex, replace } }, packages }),
    ).toBe(expected);
  });

  it('that stands already needs nothing', () => {
    const text = "import { fresh } from 'fresh';\nold(fresh);";
    expect(run("import { fresh } from 'fresh';", text.replace('old(fresh)', 'old()'), packages)).toBe(
      "import { fresh } from 'fresh';\nfresh();",
    );
  });
});
