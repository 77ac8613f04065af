import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const run = (text: string) => replaced(text, '\\w+\\.get\\(', 'fetch(');

test.each([
  "import axios from 'axios';\nconst { data } = await axios.get(url);",
  "import http from 'axios';\nawait http.get(url);",
  "import ky from 'ky';\nawait ky.get(url);",
  'await axios.get(url);',
])('another client is no fetch: %s', (text) => {
  expect(run(text)).toBe('<same-result>');
});

test('what is nobody’s client may be', () => {
  expect(run("import { api } from './api';\nawait api.get(url);")).toBe(
    "import { api } from './api';\nawait fetch(url);",
  );
});
