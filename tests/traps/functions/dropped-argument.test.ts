import { expect, test } from 'vitest';
import { mend } from '../../fix/mend.js';

const run = (text: string, pattern: RegExp, template: string) =>
  mend({ text, pattern, fix: { template, target: { kind: 'match' } }, path: 'a.ts' });

test.each([
  ['the list of dependencies', 'useEffect(() => { f(); }, []);', /\}, \[\]\)/, '})'],
  ['the first value', 'a.reduce((list, b) => { return list; }, []);', /\}, \[\]\)/, '})'],
  ['the first value, behind a call', 'a.reduce((sum, b) => sum + f(b), 0);', /, 0\)/, ')'],
  ['what is compared', 'Math.max(a, 0);', /, 0\)/, ')'],
  ['what is looked for', 'a.includes(0);', /\(0\)/, '()'],
  ['an argument of what is constructed', 'new Token("text", 0);', /, 0\)/, ')'],
])('a rule about something else takes %s along', (_, text, pattern, template) => {
  expect(run(text, pattern, template)).toBe('<same-arguments>');
});

test.each([
  ['where it is looked from', 'a.includes(b, 0);', /, 0\)/, ')', 'a.includes(b);'],
  ['what stands for itself', 'setTimeout(f, 0);', /, 0\)/, ')', 'setTimeout(f);'],
  ['what only the rule can mean', 'get(a, { cache: true });', /, \{ cache: true \}\)/, ')', 'get(a);'],
  ['what the rule names', 'draw(a, 0);', /draw\(a, 0\)/, 'draw(a)', 'draw(a);'],
])('%s may go', (_, text, pattern, template, mended) => {
  expect(run(text, pattern, template)).toBe(mended);
});

test('memory without dependencies is none, whoever asks', () => {
  expect(run('const a = useMemo(f, [b]);', /useMemo\(f, \[b\]\)/, 'useMemo(f)')).toBe('<same-arguments>');
});

test('a function that takes any number of arguments may count them, one that it is given need not', () => {
  const whole = 'function each(...all) { }\neach(a, undefined);';
  expect(run(whole, /each\(a, undefined\)/, 'each(a)')).toBe('<same-arguments>');
  const handed = 'function each(f, ...all) { f(a, undefined); }';
  expect(run(handed, /f\(a, undefined\)/, 'f(a)')).toBe('function each(f, ...all) { f(a); }');
});
