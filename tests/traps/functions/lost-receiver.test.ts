import { describe, expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

describe('bind that goes', () => {
  const run = (text: string, find = /\.bind\(this\)/g, replace = '') => replaced(text, find, replace);

  test.each([
    ['a method', 'class A { f() { on(this.g.bind(this)); } }'],
    ['a name of another file', 'class A { f() { on(g.bind(this)); } }'],
    ['one in what is bound itself', 'class A { f() { on(h(g.bind(this)).bind(that)); } }'],
    ['one beside another', 'class A { f() { on(g.bind(this), h.bind(that)); } }'],
    ['a function that says this', 'class A { f() { on(function () { this.g(); }.bind(this)); } }'],
    ['one of that kind by its name', 'function g() { this.h(); } class A { f() { on(g.bind(this)); } }'],
    ['a variable that may be set', 'let g = () => 1; class A { f() { on(g.bind(this)); } }'],
  ])('%s is refused', (_, text) => {
    expect(run(text)).toBe('<keeps-context>');
  });

  test.each([
    ['an arrow', 'on((() => this.g()).bind(this));'],
    ['an arrow by its name', 'const g = () => this.h(); on(g.bind(this));'],
    ['a function without this', 'on(function () { h(); }.bind(this));'],
    ['one by its name', 'function g() { h(); } on(g.bind(this));'],
  ])('%s is not', (_, text) => {
    expect(run(text)).toBe(text.replace('.bind(this)', ''));
  });

  test('arguments that are bound as well do not go', () => {
    const find = /\.bind\(this, 1\)/g;
    expect(run('on((() => 1).bind(this, 1));', find)).toBe('<keeps-context>');
  });

  test('what binds it in another place is as good', () => {
    const find = /(this\.\w+)\.bind\(this\)/g;
    const text = 'class A { f() { on(this.g.bind(this)); } }';
    expect(run(`const once = f; ${text}`, find, 'once($1.bind(this))')).toContain('on(once(this.g.bind(this)))');
    expect(run(text, find, '() => $1()')).toBe('<keeps-context>');
  });
});
