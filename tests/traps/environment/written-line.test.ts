import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

test.each([
  ["console.log('a')", 'console.log', 'process.stdout.write', '<same-arguments>'],
  ['console.log(a)', /console\.log\((.+)\)/, "process.stdout.write($1 + '\\n')", '<same-arguments>'],
  ["console.log('a', b)", /console\.log\((.+)\)/, "process.stdout.write($1 + '\\n')", '<same-arguments>'],
  [
    "console.error('a')",
    /console\.error\((.+)\)/,
    "process.stderr.write($1 + '\\n')",
    "process.stderr.write('a' + '\\n')",
  ],
  [
    'console.log(`a${b}`)',
    /console\.log\((.+)\)/,
    'process.stdout.write($1 + EOL)',
    'process.stdout.write(`a${b}` + EOL)',
  ],
  [
    'console.log(a, b)',
    /console\.log\((.+)\)/,
    'process.stdout.write(`$${format($1)}\\n`)',
    'process.stdout.write(`${format(a, b)}\\n`)',
  ],
  ["process.stdout.write('.')", 'process.stdout.write', 'console.log', '<same-result>'],
  ["process.stdout.write('a\\n')", /process\.stdout\.write\('(.+)\\n'\)/, "console.log('$1')", "console.log('a')"],
  ['console.log(a)', 'console.log', 'console.info', 'console.info(a)'],
])('%s: %s → %s', (text, find, replace, after) => {
  const head = "import { EOL } from 'node:os';\nimport { format } from 'node:util';\n";
  const mended = replaced(head + text, find, replace);
  expect(mended).toBe(after.startsWith('<') ? after : head + after);
});
