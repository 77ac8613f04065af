import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

test.each([
  ["const fs = require('fs'); x = fs.readFileSync(path)", /fs\.(\w+)Sync\(/, 'fs.$1(', '<same-arguments>'],
  [
    "import fs from 'node:fs/promises'; await fs.rmSync(path)",
    /fs\.(\w+)Sync\(/,
    'fs.$1(',
    "import fs from 'node:fs/promises'; await fs.rm(path)",
  ],
  [
    "const fs = require('fs'), report = log; fs.unlinkSync(path)",
    /unlinkSync\((\w+)\)/,
    'unlink($1, report)',
    "const fs = require('fs'), report = log; fs.unlink(path, report)",
  ],
])('%s: %s → %s', (text, find, replace, expected) => {
  expect(replaced(text, find, replace)).toBe(expected);
});
