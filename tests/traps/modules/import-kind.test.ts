import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

test.each([
  ["import * as a from './a'; a.b();", 'import \\* as (\\w+)', 'import $1', '<same-result>'],
  ["import a from './a'; a.b();", 'import (\\w+) from', 'import * as $1 from', '<same-result>'],
  ["import a from '@/a'; a.b();", 'import (\\w+) from', 'import { $1 } from', '<same-result>'],
  ["import * as a from 'node:fs'; a.b();", 'import \\* as (\\w+)', 'import $1', "import a from 'node:fs'; a.b();"],
  [
    "import * as React from 'react'; f(React);",
    'import \\* as (\\w+)',
    'import $1',
    "import React from 'react'; f(React);",
  ],
  ["import * as A from '@radix-ui/a'; f(A.B);", 'import \\* as (\\w+)', 'import $1', '<same-result>'],
  [
    "import * as A from '@radix-ui/a'; f(A.B);",
    "import \\* as (\\w+) from '@radix-ui/a'",
    "import $1 from '@radix-ui/a'",
    "import A from '@radix-ui/a'; f(A.B);",
  ],
  ["import a from './a'; a.b();", "'\\./a'", "'./a.js'", "import a from './a.js'; a.b();"],
  ["import a from './a'; a();", "import a from './a'", "import { a } from './b'", "import { a } from './b'; a();"],
])('%s', (text, find, replace, after) => {
  expect(replaced(text, find, replace)).toBe(after);
});
