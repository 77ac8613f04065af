import { describe, expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

describe('a member of what was only passed on', () => {
  const run = (text: string, to = '$1.length === 0') =>
    replaced(text, /isEmpty\((.*?)\)/, to, { pattern: /isEmpty\(.*?\)/ });

  test.each([
    ['an optional one', 'interface O { m?: string[] }\nexport const f = (o: O) => isEmpty(o.m);\n'],
    ['one that may be null', 'type O = { m: string[] | null };\nexport const f = (o: O) => isEmpty(o.m);\n'],
    [
      'one of its class',
      'export class C {\n  n = new Map();\n  m: Map<string, string>;\n  f() { return isEmpty(this.m); }\n}\n',
    ],
    ['a record', 'export const f = (o: { m: Record<string, string> }) => isEmpty(o.m);\n'],
    ['undefined', 'export const a = isEmpty(undefined);\n'],
  ])('%s', (_, text) => expect(run(text)).toBe('<same-operand-types>'));

  test.each([
    ['a list', 'export const f = (o: { m: readonly string[] }) => isEmpty(o.m);\n'],
    ['what an other member is', 'export const f = (o: { n?: string[]; m: string[] }) => isEmpty(o.m);\n'],
    ['what nothing is seen of', 'export const f = (o: Unseen) => isEmpty(o.m);\n'],
  ])('%s', (_, text) => expect(run(text)).toBe(text.replace('isEmpty(o.m)', 'o.m.length === 0')));

  test('that is asked for only where there is one', () => {
    const text = 'export const f = (m: string[] | null) => isEmpty(m);\n';
    expect(run(text, '!$1?.length')).toBe('export const f = (m: string[] | null) => !m?.length;\n');
    expect(run(text, '!$1.length')).toBe('<same-operand-types>');
  });

  test.each([
    ["x = a.b + '';", "a\\.b \\+ ''"],
    ['x = `${a.b}`;', '`\\$\\{a\\.b\\}`'],
    ['x = String(a.b);', 'String\\(a\\.b\\)'],
  ])('what becomes text whatever it is: %s', (text, find) => {
    expect(replaced(text, find, 'a.b.toString()')).toBe('<same-operand-types>');
    expect(replaced(text.replaceAll('a.b', 'n'), find.replaceAll('a\\.b', 'n'), 'n.toString()')).toBe(
      '<same-operand-types>',
    );
    const known = `const n = 1; ${text.replaceAll('a.b', 'n')}`;
    expect(replaced(known, find.replaceAll('a\\.b', 'n'), 'n.toString()')).toBe('const n = 1; x = n.toString();');
  });

  test('of another name than those of the language, which a record may well have', () => {
    const text = 'export const f = (m: Record<string, string>) => isEmpty(m);\n';
    expect(run(text, '$1.title')).toBe('export const f = (m: Record<string, string>) => m.title;\n');
  });
});
