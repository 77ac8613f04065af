import { describe, expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

describe('a listener becomes passive', () => {
  const run = (text: string) =>
    replaced(text, /'wheel', (.+?)\);/, "'wheel', $1, { passive: true });", { path: 'a.ts' });

  test.each([
    ['one that prevents', "a.addEventListener('wheel', (event) => event.preventDefault());"],
    ['one that prevents by its name', "function go(e) { e.preventDefault(); }\na.addEventListener('wheel', go);"],
    ['one of old', "const go = (e) => { e.returnValue = false; };\na.addEventListener('wheel', go);"],
    ['one that is bound', "function go(e) { e.preventDefault(); }\na.addEventListener('wheel', go.bind(a));"],
    [
      'one that has another prevent',
      "const go = (e) => stop(e);\nfunction stop(e) { e.preventDefault(); }\na.addEventListener('wheel', go);",
    ],
    ['a method', "class A { go(e) { e.preventDefault(); } on() { a.addEventListener('wheel', this.go); } }"],
  ])('%s is refused', (_, text) => {
    expect(run(text)).toBe('<same-result>');
  });

  test.each([
    ['one that only looks', "a.addEventListener('wheel', (event) => go(event));"],
    ['one of another file', "import { go } from './go';\na.addEventListener('wheel', go);"],
    [
      'one that a caller gives, beside what prevents',
      "function on(go) { a.addEventListener('wheel', go); b.onclick = (e) => e.preventDefault(); }",
    ],
    ['one that calls itself', "function go(e) { go(e); }\na.addEventListener('wheel', go);"],
  ])('%s is not', (_, text) => {
    expect(run(text)).toContain('{ passive: true }');
  });
});
