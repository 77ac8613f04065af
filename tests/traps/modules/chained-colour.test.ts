import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const HEAD = "import chalk from 'chalk';\nimport pc from 'picocolors';\n";
const run = (text: string) => replaced(HEAD + text, /\bchalk(?=[.(])/, 'pc').replace(HEAD, '');

test.each([
  'x = chalk.red.bold(a)',
  "x = chalk.hex('#fff')(a)",
  'x = chalk.red(a, b)',
  'x = chalk.red`a`',
  'x = chalk.level',
])('%s is none of picocolors', (text) => {
  expect(run(text)).toBe('<same-arguments>');
});

test.each(['x = chalk.red(a)', 'x = chalk.bold(chalk.red(a))', 'x = list.map(chalk.red)'])('%s is', (text) => {
  expect(run(text)).toBe(text.replace('chalk', 'pc'));
});
