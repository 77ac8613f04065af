import { describe, expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

describe('a pattern becomes a text', () => {
  const all = (text: string) => replaced(text, /\.replace\(\/(.+?)\/g?, /, ".replaceAll('$1', ");
  const begins = (text: string) => replaced(text, /\/\^?(.+?)\/i?\.test\((\w+)\)/, "$2.startsWith('$1')");
  const asked = (text: string) => replaced(text, /\.search\((.+?)\) !== -1/, '.includes($1)');

  test.each(["a.replace(/\\s+/g, ' ');", "a.replace(/./g, '*');", "a.replace(/b|c/g, '');", "a.replace(/b/, 'c');"])(
    '«%s» is refused',
    (text) => {
      expect(all(text)).toBe('<same-arguments>');
    },
  );

  test('plain letters are not', () => {
    expect(all("a.replace(/-/g, '_');")).toBe("a.replaceAll('-', '_');");
  });

  test.each(['/^g.t/.test(a);', '/^get/i.test(a);', '/get/.test(a);'])('«%s» is refused', (text) => {
    expect(begins(text)).toBe('<same-arguments>');
  });

  test.each(['a.search(what) !== -1;', 'a.search(/b/) !== -1;', "a.search('b.') !== -1;"])(
    '«%s» is refused',
    (text) => {
      expect(asked(text)).toBe('<same-arguments>');
    },
  );

  test('a search for letters is not', () => {
    expect(asked("a.search('b') !== -1;")).toBe("a.includes('b');");
  });
});
