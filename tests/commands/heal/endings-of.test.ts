import { expect, test } from 'vitest';
import { endingsOf } from '../../../src/commands/heal/endings-of.js';

const BUNDLERS = /"(?:tsup|vite)"/;

test.each([
  ['{}', {}, true, true],
  ['{ "type": "module" }', {}, false, true],
  ['{ "exports": { ".": { "import": { "default": "./esm/a.js" } } } }', {}, false, true],
  ['{ "type": "module", "devDependencies": { "tsup": "1" } }', {}, true, true],
  ['{ "devDependencies": { "jest": "29" } }', {}, true, false],
  [
    '{ "devDependencies": { "jest": "29" } }',
    { 'jest.config.cjs': "module.exports = { preset: 'ts-jest' };" },
    true,
    false,
  ],
  ['{ "jest": { "moduleNameMapper": { "^(\\\\.{1,2}/.*)\\\\.js$": "$1" } } }', {}, true, true],
  [
    '{ "devDependencies": { "jest": "29" } }',
    { 'jest.config.js': "moduleNameMapper: { '(.+)\\\\.[cm]?js': '$1' }" },
    true,
    true,
  ],
  ['{ "dependencies": { "next": "15" } }', {}, true, false],
  ['{ "react-native": "lib/browser.mjs" }', {}, true, true],
  ['{ "dependencies": { "next": "15" } }', { 'next.config.mjs': 'resolve.extensionAlias = {}' }, true, true],
])('%s', (packageJson, files, mayBeLeftOut, mayBeCompiled) => {
  const texts: Record<string, string> = { ...files, 'package.json': packageJson };
  const textIn = (folder: string, name: string): string => (folder === '.' ? (texts[name] ?? '') : '');
  expect(endingsOf(['src', '.'], textIn, BUNDLERS)).toEqual({ mayBeLeftOut, mayBeCompiled });
});
