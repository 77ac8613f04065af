import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

test.each([
  ["x = localStorage.getItem('a')", 'localStorage', 'chrome.storage.local', '<same-arguments>'],
  ["localStorage.setItem('a', b)", 'localStorage', 'chrome.storage.local', '<same-arguments>'],
  ["x = localStorage['a']", 'localStorage', 'chrome.storage.local', '<same-arguments>'],
  ['f({ storage: sessionStorage })', 'sessionStorage', 'browser.storage.session', '<same-arguments>'],
  ['localStorage.clear()', 'localStorage', 'chrome.storage.local', 'chrome.storage.local.clear()'],
  ["x = localStorage.getItem('a')", 'localStorage.getItem', 'chrome.storage.local.get', '<same-arguments>'],
  ["localStorage.setItem('a', b)", 'localStorage.setItem', 'chrome.storage.local.set', '<same-arguments>'],
  [
    "localStorage.setItem('a', b)",
    /localStorage\.setItem\((.+), (.+)\)/,
    'chrome.storage.local.set({ [$1]: $2 })',
    "chrome.storage.local.set({ ['a']: b })",
  ],
  [
    "localStorage.removeItem('a')",
    'localStorage.removeItem',
    'chrome.storage.local.remove',
    "chrome.storage.local.remove('a')",
  ],
  [
    "async function f() { return localStorage.getItem('a') }",
    /localStorage\.getItem\('(\w+)'\)/,
    "(await chrome.storage.local.get('$1')).$1",
    "async function f() { return (await chrome.storage.local.get('a')).a }",
  ],
  [
    "async function f() { return localStorage.getItem('a') }",
    'localStorage.getItem',
    'await chrome.storage.local.get',
    '<same-arguments>',
  ],
  ["x = localStorage.getItem('a')", 'localStorage', 'sessionStorage', "x = sessionStorage.getItem('a')"],
])('%s: %s → %s', (text, find, replace, after) => {
  expect(replaced(text, find, replace)).toBe(after);
});

test.each([
  ["x = localStorage.getItem('a')", '<same-arguments>'],
  ["localStorage.removeItem('a')", "AsyncStorage.removeItem('a')"],
])('what gives promises takes its place: %s', (text, after) => {
  const head = "import AsyncStorage from '@react-native-async-storage/async-storage';\n";
  const mended = replaced(head + text, 'localStorage', 'AsyncStorage');
  expect(mended).toBe(after.startsWith('<') ? after : head + after);
});
