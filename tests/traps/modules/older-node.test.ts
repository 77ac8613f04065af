import { describe, expect, test } from 'vitest';
import type { Packages } from '../../../src/model/fix-site.js';
import { mend, replaced } from '../../fix/mend.js';

const of = (oldest: readonly [number, number] | null, isCompiled = false): Packages => ({
  isInstalled: () => true,
  reach: () => 'file',
  oldestNode: () => oldest,
  isCompiled: () => isCompiled,
});

describe('what an older Node does not know', () => {
  test.each([
    ["const fs = require('fs');", "'fs'", "'node:fs'", [10, 0], '<node-version>'],
    ["const fs = require('fs');", "'fs'", "'node:fs'", [14, 18], "const fs = require('node:fs');"],
    ["import fs from 'fs';", "'fs'", "'node:fs'", [12, 20], "import fs from 'node:fs';"],
    ["import fs from 'fs';", "'fs'", "'node:fs'", [12, 0], '<node-version>'],
    ["const fs = require('fs');", "'fs'", "'node:fs'", [12, 20], '<node-version>'],
    ["const fs = require('fs');", "'fs'", "'node:fs'", null, "const fs = require('node:fs');"],
    ["a(text.split('.').reverse());", '\\.reverse\\(\\)', '.toReversed()', [18, 0], '<node-version>'],
    ["a(text.split('.').reverse());", '\\.reverse\\(\\)', '.toReversed()', [20, 0], "a(text.split('.').toReversed());"],
    ['if (k.indexOf(a) !== -1) b();', 'k\\.indexOf\\(a\\) !== -1', 'k.includes(a)', [4, 0], '<node-version>'],
    ['p.removeListener(e, f);', 'removeListener', 'off', [8, 0], '<node-version>'],
    ['p.removeListener(e, f);', 'removeListener', 'off', [10, 0], 'p.off(e, f);'],
    ['f(new Buffer("a"));', 'new Buffer\\(', 'Buffer.from(', [4, 0], '<node-version>'],
    ['if (isUrl(a)) b();', 'isUrl\\(', 'URL.canParse(', [18, 12], '<node-version>'],
    ['if (isUrl(a)) b();', 'isUrl\\(', 'URL.canParse(', [18, 17], 'if (URL.canParse(a)) b();'],
    ["f(require('tap'));", "'tap'", "'node:test'", [16, 14], '<node-version>'],
    ["f(require('tap'));", "'tap'", "'node:test'", [16, 17], "f(require('node:test'));"],
    ['f(ask(a));', 'ask\\(', 'fetch(', [14, 0], '<node-version>'],
    ['if (isError(a)) b();', 'isError\\(', 'Error.isError(', [22, 0], '<node-version>'],
    ['if (isError(a)) b();', 'isError\\(', 'Error.isError(', [24, 0], 'if (Error.isError(a)) b();'],
    // Where nothing says which Node it is, one that is still kept up may be it.
    ['if (isError(a)) b();', 'isError\\(', 'Error.isError(', null, '<node-version>'],
    [
      "const fetch = require('node-fetch'); f(ask(a));",
      'ask\\(',
      'fetch(',
      [14, 0],
      "const fetch = require('node-fetch'); f(fetch(a));",
    ],
    ['f(uid());', 'uid\\(', 'crypto.randomUUID(', [18, 0], '<node-version>'],
    ['f(uid());', 'uid\\(', 'crypto.randomUUID(', [20, 0], 'f(crypto.randomUUID());'],
    ['document.title = uid();', 'uid\\(', 'crypto.randomUUID(', [18, 0], 'document.title = crypto.randomUUID();'],
    [
      "const crypto = require('crypto'); f(uid());",
      'uid\\(',
      'crypto.randomUUID(',
      [18, 0],
      "const crypto = require('crypto'); f(crypto.randomUUID());",
    ],
    [
      "a(['x'].toReversed().reverse());",
      '\\.reverse\\(\\)',
      '.toReversed()',
      [18, 0],
      "a(['x'].toReversed().toReversed());",
    ],
  ] as const)('%s: %s → %s for Node %s', (text, find, replace, oldest, expected) => {
    expect(replaced(text, find, replace, { path: 'a.js', packages: of(oldest) })).toBe(expected);
  });
});

describe('syntax that an older Node does not read', () => {
  const caught = 'try { a(); } catch (e) { b(); }';
  test.each([
    [caught, ' \\(e\\)', '', [6, 0], '<node-version>'],
    [caught, ' \\(e\\)', '', [8, 3], '<node-version>'],
    [caught, ' \\(e\\)', '', [10, 0], 'try { a(); } catch { b(); }'],
    [caught, ' \\(e\\)', '', null, 'try { a(); } catch { b(); }'],
    [`try { c(); } catch {} ${caught}`, ' \\(e\\)', '', [6, 0], 'try { c(); } catch {} try { a(); } catch { b(); }'],
    ['a(() => 1 + 2);', '\\+', '**', [6, 0], '<node-version>'],
    ['a(() => 1 + 2);', '\\+', '**', [7, 0], 'a(() => 1 ** 2);'],
    ['function f() { var a = 1; b(a); }', '\\bvar\\b', 'let', [0, 10], '<node-version>'],
    ['function f() { var a = 1; b(a); }', '\\bvar\\b', 'let', [6, 0], 'function f() { let a = 1; b(a); }'],
    [
      'function f() { var a = 1; let c = a; b(c); }',
      'var',
      'let',
      [0, 10],
      'function f() { let a = 1; let c = a; b(c); }',
    ],
    ['f(function (a) { return a; });', 'function \\(a\\)', '(a) =>', [0, 10], '<node-version>'],
    ['if (this.ssl && this.ssl.error) f();', 'this\\.ssl && this\\.ssl\\.', 'this.ssl?.', [0, 6], '<node-version>'],
    ['if (a && a.length === 4) f();', 'a && a\\.length', 'a?.length', [12, 13], '<node-version>'],
    ['if (a && a.length === 4) f();', 'a && a\\.length', 'a?.length', [14, 0], 'if (a?.length === 4) f();'],
    ['f(Object.assign({}, a));', 'Object.assign\\(\\{\\}, a\\)', '{ ...a }', [6, 0], '<node-version>'],
    ['f(Object.assign({}, a));', 'Object.assign\\(\\{\\}, a\\)', '{ ...a }', [8, 3], 'f({ ...a });'],
  ] as const)('%s: %s → %s for Node %s', (text, find, replace, oldest, expected) => {
    expect(replaced(text, find, replace, { path: 'a.js', packages: of(oldest) })).toBe(expected);
  });

  test.each([
    ['a.js', true],
    ['a.ts', false],
    ['a.jsx', false],
  ])('may be compiled: %s', (path, isCompiled) => {
    expect(replaced(caught, ' \\(e\\)', '', { path, packages: of([6, 0], isCompiled) })).toBe(
      'try { a(); } catch { b(); }',
    );
  });

  test('members are not compiled', () => {
    const packages = of([10, 0], true);
    expect(replaced("const fs = require('fs');", "'fs'", "'node:fs'", { path: 'a.js', packages })).toBe(
      '<node-version>',
    );
  });
});

describe('what a module brings in that an older Node has not', () => {
  const isError = { find: /(\w+) instanceof Error/g, replace: 'isNativeError($1)' };
  test.each([
    [[12, 22], '<node-version>'],
    [[16, 0], "import { isNativeError } from 'node:util/types';\n\nf(isNativeError(a));"],
  ] as const)('Node %s', (oldest, expected) => {
    const importLine = "import { isNativeError } from 'node:util/types';";
    const fix = { findReplace: isError, importLine };
    const text = 'f(a instanceof Error);';
    expect(mend({ text, pattern: /instanceof Error/, fix, packages: of(oldest) })).toBe(expected);
  });

  test.each([
    ["import { a } from 'b'; a();", "'b'", "'stream/promises'", [14, 0], '<node-version>'],
    ["import { a } from 'b'; a();", "'b'", "'c'", [14, 0], "import { a } from 'c'; a();"],
    ['f(URL.parse(a));', 'parse', 'canParse', [18, 0], '<node-version>'],
    ['f(AbortSignal.abort(1));', 'abort', 'timeout', [16, 0], '<node-version>'],
    ['f(AbortSignal.abort(1));', 'abort', 'timeout', [18, 0], 'f(AbortSignal.timeout(1));'],
  ] as const)('%s: %s → %s for Node %s', (text, find, replace, oldest, expected) => {
    expect(replaced(text, find, replace, { packages: of(oldest) })).toBe(expected);
  });
});
