import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const RANDOM = 'Math.random().toString(36).slice(2)';

const run = (text: string, replace = 'crypto.randomUUID()') =>
  replaced(text, /Math\.random\(\)\.toString\(36\)\.slice\(2\)|\b(?:nanoid|uuidv4)\(\)/, replace);

test.each([
  `const code = ${RANDOM}.slice(0, 8);`,
  `const code = ${RANDOM};\nif (!/^[a-z]+$/.test(code)) throw e;`,
  `const code = ${RANDOM}.toUpperCase();\nconst short = code.substring(0, 4);`,
  `const make = () => ${RANDOM};\nwhile (make().length < 8) again();`,
  'const n = parseInt(nanoid(), 36);',
])('an id that is taken apart keeps its form: %s', (text) => {
  expect(run(text)).toBe('<same-result>');
});

test.each([
  `const id = ${RANDOM};\nsave(id);`,
  `const key = \`draft-\${${RANDOM}}\`;`,
  'const short = uuidv4().slice(0, 8);',
])('else it may have another: %s', (text) => {
  expect(run(text)).toBe(text.replace(RANDOM, 'crypto.randomUUID()').replace('uuidv4()', 'crypto.randomUUID()'));
});

test.each([
  ["import { v7 as uuid } from 'uuid';\nsave(uuid());", '<same-result>'],
  ["import { ulid as uuid } from 'ulid';\nsave(uuid());", '<same-result>'],
  [
    "import { v4 as uuid } from 'uuid';\nsave(uuid());",
    "import { v4 as uuid } from 'uuid';\nsave(crypto.randomUUID());",
  ],
])('ids that sort by time stay so: %s', (text, mended) => {
  expect(replaced(text, 'uuid\\(\\)', 'crypto.randomUUID()')).toBe(mended);
});
