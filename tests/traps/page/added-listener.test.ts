import { describe, expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

describe('on… becomes addEventListener', () => {
  const find = /(\w+)\.on(click|error|message) = ([^;]+);/;
  const run = (text: string) => replaced(text, find, "$1.addEventListener('$2', $3);");

  test.each([
    ['null', 'a.onclick = null;'],
    ['a listener that is taken away elsewhere', 'a.onclick = go;\nconst stop = () => { a.onclick = null; };'],
    ['one that answers false', 'a.onclick = () => false;'],
    ['one that answers false by its name', 'function go() { return false; }\na.onclick = go;'],
    ['errors of a window', 'window.onerror = go;'],
    ['a port that is opened so', 'port1.onmessage = go;'],
    ['what is set again and again', 'function render(a) { a.onclick = go; }'],
    ['an element that is looked for again', 'function show() { const a = find(); a.onclick = go; }'],
  ])('%s is refused', (_, text) => {
    expect(run(text)).toBe('<same-result>');
  });

  test.each([
    ['at the top', 'a.onclick = go;'],
    ['one that answers true', 'a.onclick = () => true;'],
    ['what is made there', "function show() { const a = document.createElement('a'); a.onclick = go; }"],
    ['once the page is there', "addEventListener('load', () => { a.onclick = go; });"],
    ['in a function that is called where it stands', '(() => { a.onclick = go; })();'],
    ['one that a caller gives', 'function setUp(go) { a.onclick = go; return false; }'],
    ['in what starts the page', 'const setUp = () => { a.onclick = go; };'],
  ])('%s is not', (_, text) => {
    expect(run(text)).toBe(text.replace(/a\.onclick = (.+?);/, "a.addEventListener('click', $1);"));
  });
});
