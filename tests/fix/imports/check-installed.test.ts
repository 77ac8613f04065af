import { describe, expect, it } from 'vitest';
import type { Packages } from '../../../src/model/fix-site.js';
import { mend } from '../mend.js';

const packages: Packages = {
  isInstalled: (_, name) => name === 'helmet',
  isFileThere: (path, module) => path === 'src/a.js' && module === './fresh.js',
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

  it.each([
    "import { fresh } from 'fresh';",
    "import { fresh } from '@new/fresh/part';",
    "import { fresh } from '../fresh.js';",
  ])('is not brought in: %s', (line) => {
    expect(run(line, undefined, packages)).toBe('<module-installed>');
    expect(run(line)).toBe(`import a from 'a';\n${line}\nfresh();`);
  });

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

  it('that stands already needs nothing', () => {
    const text = "import { fresh } from 'fresh';\nold(fresh);";
    expect(run("import { fresh } from 'fresh';", text.replace('old(fresh)', 'old()'), packages)).toBe(
      "import { fresh } from 'fresh';\nfresh();",
    );
  });
});
