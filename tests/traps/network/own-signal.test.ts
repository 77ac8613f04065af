import { expect, test } from 'vitest';
import { mend, replaced } from '../../fix/mend.js';

const LIMIT = ', { signal: AbortSignal.timeout(5000) }';

/** With a limit of time beside what is fetched. */
const limited = (text: string) =>
  mend({
    text,
    pattern: /fetch\((?<url>\w[\w.]*)\)/,
    fix: { strategy: 'wrap', template: `\${MATCH}${LIMIT}`, target: { kind: 'group', name: 'url' } },
  });

test.each([
  'const f = (r: Request) => fetch(r);',
  'const r = new Request(url);\nfetch(r);',
  'self.onfetch = (event) => event.respondWith(fetch(event.request));',
  'const f = (request) => fetch(request);',
  'const again = old.clone();\nfetch(again);',
])('a request keeps its own signal: %s', (text) => {
  expect(limited(text)).toBe('<same-arguments>');
});

test.each([
  'const r = await fetch(url);\nconst reader = r.body.getReader();',
  'const { body } = await fetch(url);',
  'async function open() {\n  return await fetch(url);\n}\nconst r = await open();\nfor await (const each of r.body) use(each);',
  'fetch(url).then((r) => r.body.pipeTo(file));',
])('what is read piece by piece takes its time: %s', (text) => {
  expect(limited(text)).toBe('<same-result>');
});

test.each([
  'const r = await fetch(url);\nconst data = await r.json();',
  'const f = (request: string) => fetch(request);',
  'fetch(url).then((r) => r.text());',
  'const r = await fetch(url);\nsave(other.body);',
])('else a request may end: %s', (text) => {
  expect(limited(text)).toBe(text.replace(/fetch\((\w+)\)/, `fetch($1${LIMIT})`));
});

test('a signal that tells of no time leaves a stream alone', () => {
  const text = 'const abort = new AbortController();\nconst r = await fetch(url);\nuse(r.body);';
  const mended = text.replace('fetch(url)', 'fetch(url, { signal: abort.signal })');
  expect(replaced(text, 'fetch\\(url\\)', 'fetch(url, { signal: abort.signal })')).toBe(mended);
});
