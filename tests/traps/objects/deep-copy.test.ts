import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const byJson = (text: string) =>
  replaced(text, 'JSON\\.parse\\(JSON\\.stringify\\((\\w+)\\)\\)', 'structuredClone($1)');
const byLibrary = (text: string) => replaced(text, 'cloneDeep\\((\\w+)\\)', 'structuredClone($1)');

const HARMLESS = [
  'const a = { b: [1, "c"], d: { e: null } };\n',
  'const a = { b: 1 } as const;\n',
  'const b = [1, 2];\nconst a = { b: b };\n',
];

test.each(HARMLESS)('literals are copied alike: %s', (text) => {
  expect(byJson(`${text}x = JSON.parse(JSON.stringify(a));`)).toBe(`${text}x = structuredClone(a);`);
  expect(byLibrary(`${text}x = cloneDeep(a);`)).toBe(`${text}x = structuredClone(a);`);
});

test.each([
  'const a = { at: new Date() };\n',
  'const a = { b: undefined };\n',
  'const a = { b() {} };\n',
  'const a = { ...b };\n',
  'let a = { b: 1 };\n',
  'const a = { b: 1 };\na.b = new Date();\n',
  'const a = { b: {} };\na.b.c = run;\n',
  'const a = { b: 1 };\nObject.assign(a, more);\n',
  'const a = load();\n',
])('of others nobody knows: %s', (text) => {
  expect(byJson(`${text}x = JSON.parse(JSON.stringify(a));`)).toBe('<same-arguments>');
  expect(byLibrary(`${text}x = cloneDeep(a);`)).toBe('<same-arguments>');
});
