import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

test.each([
  ['fs.stat(file, (error, stat) => go(stat));', '<same-arguments>'],
  ['fs.stat(file, function (error, stat) { go(stat); });', '<same-arguments>'],
  ['fs.stat(file, done);', '<same-arguments>'],
  ['fs.stat(file, callback);', '<same-arguments>'],
  ['fs.stat(file, options);', 'fs.promises.stat(file, options);'],
])('%s', (text, after) => {
  expect(replaced(text, 'fs\\.stat\\(', 'fs.promises.stat(')).toBe(after);
});

test('by the name of the module or of the function', () => {
  const text = "import fs from 'fs';\nimport fsp from 'fs/promises';\nfs.stat(a, () => {});";
  expect(replaced(text, 'fs\\.stat\\(', 'fsp.stat(')).toBe('<same-arguments>');
  expect(replaced('send(a, () => {});', 'send\\(', 'sendAsync(')).toMatch(/^</);
});

test.each([
  ['chrome.tabs.query(a, (tabs) => go(tabs));', '<same-arguments>'],
  ['chrome.tabs.get(a, callback);', '<same-arguments>'],
  ['chrome.runtime.onMessage.addListener((a) => go(a));', 'browser.runtime.onMessage.addListener((a) => go(a));'],
  ['go(await chrome.tabs.get(a));', 'go(await browser.tabs.get(a));'],
])('of the polyfill for extensions: %s', (text, after) => {
  const head = "import browser from 'webextension-polyfill';\n";
  const mended = replaced(head + text, /\bchrome\./, 'browser.');
  expect(mended).toBe(after.startsWith('<') ? after : head + after);
});
