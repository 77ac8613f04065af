import { describe, expect, test } from 'vitest';
import { mend } from '../mend.js';

const MERGE = /import \{[^}]*\bmerge\b[^}]*\} from 'lodash'/;
const USE = '\nf(merge, a, b);\n';

function moved(imports: string, pattern = MERGE): string {
  const fix = { findReplace: { find: /'lodash'/g, replace: "'lodash-es'" } };
  return mend({ text: imports + USE, pattern, fix }).replace(USE, '');
}

describe('of an import of several names', () => {
  test.each<[string, string, string]>([
    [
      'the one that is meant moves',
      "import { a, merge } from 'lodash';",
      "import { a } from 'lodash';\nimport { merge } from 'lodash-es';",
    ],
    [
      'a comment that says the name is none',
      "import { a /* merge */, b, merge } from 'lodash';",
      "import { a /* merge */, b } from 'lodash';\nimport { merge } from 'lodash-es';",
    ],
    [
      'a comment that would stand on both is in the way',
      "import { a, /* the merge */ merge, /* b */ b } from 'lodash';",
      '<edit-bounded>',
    ],
    ['one behind the last name is as well', "import { a, merge /* deep */ } from 'lodash';", '<edit-bounded>'],
    [
      'one that a compiler reads stays with neither',
      "// @ts-expect-error no types\nimport { a, merge } from 'lodash';",
      '<comment-keeps-line>',
    ],
    [
      'nor one that a linter reads',
      "// eslint-disable-next-line\nimport { a, merge } from 'lodash';",
      '<comment-keeps-line>',
    ],
    [
      'any other comment above is none of these',
      "// Lists.\nimport { a, merge } from 'lodash';",
      "// Lists.\nimport { a } from 'lodash';\nimport { merge } from 'lodash-es';",
    ],
  ])('%s', (_, imports, after) => expect(moved(imports)).toBe(after));

  test.each<[string, RegExp, string, string]>([
    [
      'two that are meant, each by itself',
      /\{[^}]*\b(merge|b)\b[^}]*\} from 'lodash'/,
      "import { merge, a, b } from 'lodash';",
      "import { a } from 'lodash';\nimport { merge, b } from 'lodash-es';",
    ],
    [
      'two that are meant together',
      /merge, b.*'lodash'/,
      "import { a, merge, b } from 'lodash';",
      "import { a } from 'lodash';\nimport { merge, b } from 'lodash-es';",
    ],
    [
      'all of a module',
      /import \{.*'lodash'/,
      "import { a, merge, b } from 'lodash';",
      "import { a, merge, b } from 'lodash-es';",
    ],
    [
      'one and itself under another name',
      MERGE,
      "import { merge, merge as b } from 'lodash';",
      "import { merge, merge as b } from 'lodash-es';",
    ],
  ])('%s move', (_, pattern, imports, after) => expect(moved(imports, pattern)).toBe(after));

  test('the only one beside a default goes with its braces', () => {
    const text = "import d, { merge } from 'lodash';\nf(d);\n";
    const pattern = /import [^;]*\bmerge\b[^;]* from 'lodash'/;
    expect(mend({ text, pattern, fix: { strategy: 'remove' } })).toBe("import d from 'lodash';\nf(d);\n");
  });
});
