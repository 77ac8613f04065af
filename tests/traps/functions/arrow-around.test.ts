import { expect, test } from 'vitest';
import { mend } from '../../fix/mend.js';

const run = (text: string) =>
  mend({
    text,
    pattern: /onClick=\{(?<f>[\w.]+)\}/,
    fix: { strategy: 'replace', template: '() => ${f}()', target: { kind: 'group', name: 'f' } },
    path: 'a.tsx',
  });

test.each([
  'const f = (e) => e.stop();\na = <b onClick={f} />;',
  'const A = ({ f }) => <b onClick={f} />;',
  'a = <b onClick={props.f} />;',
  'function f() { stop(arguments[0]); }\na = <b onClick={f} />;',
])('a function keeps what it is given: %s', (text) => {
  expect(run(text)).toBe('<same-arguments>');
});

test.each(['const f = () => stop();\na = <b onClick={f} />;', 'function f() { stop(); }\na = <b onClick={f} />;'])(
  'one that takes nothing may be called without: %s',
  (text) => {
    expect(run(text)).toBe(text.replace('{f}', '{() => f()}'));
  },
);

test.each([
  ['setTimeout(f, 10);', 'setTimeout(() => f(), 10);'],
  ['setTimeout(f, 10, a);', '<same-arguments>'],
  ['list.forEach(f);', '<same-arguments>'],
  [
    'class A { f() { g(); } h() { setInterval(this.f, 10); } }',
    'class A { f() { g(); } h() { setInterval(() => this.f(), 10); } }',
  ],
  ['class A { f() { g(); } h() { a.on(b, this.f); } }', 'class A { f() { g(); } h() { a.on(b, () => this.f()); } }'],
  ['class A { f(e) { g(e); } h() { a.on(b, this.f); } }', '<same-arguments>'],
])('timers give a function nothing, and methods may take nothing: %s', (text, mended) => {
  const pattern = /(?<=[(] ?|, )(?<f>(?:this\.)?f)(?=[,)])/;
  expect(
    mend({
      text,
      pattern,
      fix: { strategy: 'replace', template: '() => ${f}()', target: { kind: 'group', name: 'f' } },
    }),
  ).toBe(mended);
});
