import { describe, expect, test } from 'vitest';
import type { Packages } from '../../../src/model/fix-site.js';
import { replaced } from '../../fix/mend.js';

const of = (oldest: readonly [number, number] | null): Packages => ({
  isInstalled: () => true,
  oldestNode: () => oldest,
});

describe('what an older Node does not know', () => {
  test.each([
    ["const fs = require('fs');", "'fs'", "'node:fs'", [10, 0], '<node-version>'],
    ["const fs = require('fs');", "'fs'", "'node:fs'", [14, 18], "const fs = require('node:fs');"],
    ["import fs from 'fs';", "'fs'", "'node:fs'", [12, 20], "import fs from 'node:fs';"],
    ["import fs from 'fs';", "'fs'", "'node:fs'", [12, 0], '<node-version>'],
    ["const fs = require('fs');", "'fs'", "'node:fs'", [12, 20], '<node-version>'],
    ["const fs = require('fs');", "'fs'", "'node:fs'", null, "const fs = require('node:fs');"],
    ["a(text.split('.').reverse());", '\\.reverse\\(\\)', '.toReversed()', [18, 0], '<node-version>'],
    ["a(text.split('.').reverse());", '\\.reverse\\(\\)', '.toReversed()', [20, 0], "a(text.split('.').toReversed());"],
    [
      "a(['x'].toReversed().reverse());",
      '\\.reverse\\(\\)',
      '.toReversed()',
      [18, 0],
      "a(['x'].toReversed().toReversed());",
    ],
  ] as const)('%s: %s → %s for Node %s', (text, find, replace, oldest, expected) => {
    expect(replaced(text, find, replace, { path: 'a.js', packages: of(oldest) })).toBe(expected);
  });
});
