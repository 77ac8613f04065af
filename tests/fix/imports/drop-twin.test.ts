import { expect, test } from 'vitest';
import { replaced } from '../mend.js';

const run = (text: string) => replaced(text, /\bold\b/, 'fresh', { path: 'a.ts' });

test.each([
  ['a name of the same import', "import { fresh, old } from 'a';\nfresh();", "import { fresh } from 'a';\nfresh();"],
  [
    'a line of the same module',
    "import { old } from 'a';\nimport { b, fresh } from 'a';\nb(fresh);",
    "import { b, fresh } from 'a';\nb(fresh);",
  ],
])('what becomes %s goes', (_, text, after) => {
  expect(run(text)).toBe(after);
});

test.each([
  ['is used', "import { fresh, old } from 'a';\nfresh(old);", /^<still-referenced>$/],
  ['has another name', "import { fresh, old as b } from 'a';\nb();", /old as b|fresh as b|</],
  ['is of another module', "import { fresh } from 'b';\nimport { old } from 'a';\nfresh();", /^</],
])('what %s stays', (_, text, result) => {
  expect(run(text)).toMatch(result);
});
