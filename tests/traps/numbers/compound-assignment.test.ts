import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

test.each([
  ['f = (a) => { this.a = a + 1; };', '(\\w+) = \\1 \\+ 1', '$1 += 1', '<same-result>'],
  ['f = (a) => { this.a = a || null; };', '(\\w+) = \\1 \\|\\| null', '$1 ||= null', '<same-result>'],
  ['let a = 1; a = a + 1;', '(\\w+) = \\1 \\+ 1', '$1 += 1', 'let a = 1; a += 1;'],
  ['this.a = this.a + 1;', 'this\\.a = this\\.a \\+ 1', 'this.a += 1', 'this.a += 1;'],
  ['a = a - b;', '(\\w+) = \\1 [-+] (\\w+)', '$1 += $2', '<same-result>'],
  ['a = a && b;', '(\\w+) = \\1 && (\\w+)', '$1 &&= $2', 'a &&= b;'],
  ['a = a ?? b();', '(\\w+) = \\1 \\?\\? ', '$1 ??= ', 'a ??= b();'],
  ['a = a || {};', '(\\w+) = \\1 \\|\\| ', '$1 ||= ', 'a ||= {};'],
  ['a = a - b - c;', '(\\w+) = \\1 - ', '$1 -= ', '<edit-bounded>'],
  ['a = a || b && c;', '(\\w+) = \\1 \\|\\| ', '$1 ||= ', 'a ||= b && c;'],
  ['a = a && b || c;', '(\\w+) = \\1 && ', '$1 &&= ', '<edit-bounded>'],
  ['a = b + a;', 'a = b \\+ ', 'a += ', '<same-result>'],
  ['a = b;', 'a = b', 'a += b', '<same-result>'],
])('%s', (text, find, replace, after) => {
  expect(replaced(text, find, replace)).toBe(after);
});
