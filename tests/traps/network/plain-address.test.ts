import { describe, expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

describe('http to https', () => {
  const find = /\bhttp\./g;
  const run = (call: string) =>
    replaced(`import http from 'http'; import https from 'https'; ${call}`, find, 'https.').replace(
      /^import.*'https'; /,
      '',
    );

  test.each([
    ["http.get('https://a.b/c', f);", "https.get('https://a.b/c', f);"],
    ['http.get(`https://a.b/${c}`, f);', 'https.get(`https://a.b/${c}`, f);'],
    ["http.request({ host: 'a.b', path }, f);", "https.request({ host: 'a.b', path }, f);"],
    ["http.get(new URL('https://a.b'), f);", "https.get(new URL('https://a.b'), f);"],
    ["const u = 'https://a.b'; http.get(u, f);", "const u = 'https://a.b'; https.get(u, f);"],
  ])('%s', (call, after) => {
    expect(run(call)).toBe(after);
  });

  test.each([
    ["http.get('http://a.b/c', f);"],
    ['http.get(`${base}/c`, f);'],
    ["http.request({ host: 'a.b', port: 80 }, f);"],
    ["http.request({ 'protocol': 'http:' }, f);"],
    ['http.request({ ...o }, f);'],
    ['http.get(new URL(path, base), f);'],
    ['http.get(url, f);'],
    ["const u = 'http://a.b'; http.get(u, f);"],
    ['http.createServer(app);'],
  ])('but not %s', (call) => {
    expect(run(call)).toBe('<same-arguments>');
  });
});
