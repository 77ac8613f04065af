import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const HEAD = "import { db } from './db';\n";
const run = (text: string) => replaced(HEAD + text, 'new Client\\(\\)', 'db').replace(HEAD, '');

test.each([
  'const c = new Client();\nawait c.$disconnect();',
  'const c = new Client();\ntry { c.run(); } finally { c.close(); }',
  'function open() { return new Client(); }\nopen().end();',
  'using c = new Client();',
])('what is closed here is no one else’s: %s', (text) => {
  expect(run(text)).toBe('<same-result>');
});

test.each(['const c = new Client();\nc.run();', 'const c = new Client();\nother.close();'])(
  'else it may be shared: %s',
  (text) => {
    expect(run(text)).toBe(text.replace('new Client()', 'db'));
  },
);
