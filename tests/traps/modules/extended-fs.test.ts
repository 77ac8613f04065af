import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const PROMISES = "require('fs').promises";

test.each([
  ["const fs = require('fs-extra');\nfs.ensureDir(a);", PROMISES],
  ["const fs = require('fs-extra');\nfs.readFileSync(a);", PROMISES],
  ["const fs = require('fs-extra');\nfs.exists(a);", PROMISES],
  ["const { readJson: read } = require('fs-extra');\nread(a);", PROMISES],
  ["const fs = require('fs-extra');\nfs.readFile(a).then(b);", "require('fs')"],
  ["const fs = require('fs-extra');\nfs.ensureDirSync(a);", "require('fs')"],
  ["const { removeSync } = require('fs-extra');\nremoveSync(a);", "require('fs')"],
])('what the new module has not, or otherwise: %s', (text, module) => {
  expect(replaced(text, /require\('fs-extra'\)/, module, { path: 'a.js' })).toBe('<same-arguments>');
});

test.each([
  ["const fs = require('fs-extra');\nfs.readFile(a).then(b);", PROMISES],
  ["const { readFile } = require('fs-extra');\nreadFile(a).then(b);", PROMISES],
  ["const fs = require('fs-extra');\nif (fs.existsSync(a)) fs.createReadStream(a);", "require('fs')"],
])('what it has: %s', (text, module) => {
  expect(replaced(text, /require\('fs-extra'\)/, module, { path: 'a.js' })).toBe(
    text.replace("require('fs-extra')", module),
  );
});
