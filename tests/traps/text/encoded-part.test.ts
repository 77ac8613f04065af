import { describe, expect, test } from 'vitest';
import { mend, replaced } from '../../fix/mend.js';

const run = (text: string) =>
  mend({
    text,
    pattern: /q=\$\{(?<v>[\w.()]+)\}/,
    fix: { strategy: 'wrap', template: 'encodeURIComponent(${MATCH})', target: { kind: 'group', name: 'v' } },
  });

test.each([
  'const a = encodeURIComponent(b);\nget(`/s?q=${a}`);',
  'const p = new URLSearchParams(b);\nget(`/s?q=${p}`);',
  'const p = new URLSearchParams(b);\nget(`/s?q=${p.toString()}`);',
  'const p = new URLSearchParams(b).toString();\nget(`/s?q=${p}`);',
  'const f = (p: URLSearchParams) => get(`/s?q=${p}`);',
  'const p = qs.stringify(b);\nget(`/s?q=${p}`);',
  'get(`/s?q=${encodedTerm}`);',
  'get(`/s?q=${url.searchParams}`);',
])('nothing is encoded twice: %s', (text) => {
  expect(run(text)).toBe('<already-wrapped>');
});

test('what a tag makes of its values is up to the tag', () => {
  expect(run('get(url`/s?q=${a}`);')).toBe('<same-arguments>');
});

test.each(['const a = b.trim();\nget(`/s?q=${a}`);', 'const p = JSON.stringify(b);\nget(`/s?q=${p}`);'])(
  'else it is encoded: %s',
  (text) => {
    expect(run(text)).toBe(text.replace(/\$\{(\w+)\}/, '${encodeURIComponent($1)}'));
  },
);

test('what was encoded is not encoded once more, also beside a plus', () => {
  const made = 'encodeURIComponent($1)';
  expect(replaced('const q = encodeURIComponent(x);\nu = "?q=" + q;', '(?<=\\+ )(\\w+)', made)).toBe(
    '<already-wrapped>',
  );
  expect(replaced('u = "?q=" + q;', '(?<=\\+ )(\\w+)', made)).toBe('u = "?q=" + encodeURIComponent(q);');
});

describe('a segment of an address', () => {
  const segment = (text: string) =>
    mend({
      text,
      pattern: /(?<=\$\{)(?<v>\w+)(?=\})/,
      fix: { strategy: 'wrap', template: 'encodeURIComponent(${MATCH})', target: { kind: 'group', name: 'v' } },
    });

  test.each(['path', 'filePath', 'filepath', 'baseUrl', 'hostname', 'dir'])('may not be one: %s', (name) => {
    expect(segment(`get(\`/a/\${${name}}\`);`)).toBe('<same-result>');
  });

  test.each(['/a/${profile}', '/a/${database}', '/a?next=${redirectUrl}', '/a?b=1&from=${path}'])(
    'is one: %s',
    (text) => {
      const mended = text.replace(/\$\{(\w+)\}/, '${encodeURIComponent($1)}');
      expect(segment(`get(\`${text}\`);`)).toBe(`get(\`${mended}\`);`);
    },
  );
});
