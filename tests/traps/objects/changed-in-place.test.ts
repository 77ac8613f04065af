import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const HEAD = "import dayjs from 'dayjs';\n";
const run = (text: string) => replaced(HEAD + text, 'moment\\(', 'dayjs(').replace(HEAD, '');

test.each([
  "const a = moment();\na.add(1, 'day');",
  "const a = moment(b);\na.add(1, 'day').hour(8);",
  "const a = moment();\nconst b = a.add(1, 'day').format();\nsave(a, b);",
  "const f = () => moment();\nconst a = f();\na.startOf('day');",
])('what is changed in place stays one that can be: %s', (text) => {
  expect(run(text)).toBe('<same-result>');
});

test.each([
  "const a = moment().add(1, 'day').format();",
  "const a = moment();\nconst b = a.add(1, 'day');",
  'const a = moment();\nsave(a.year(), a.month());',
  'a.b(moment());',
])('else it may be another: %s', (text) => {
  expect(run(text)).toBe(text.replace('moment(', 'dayjs('));
});
