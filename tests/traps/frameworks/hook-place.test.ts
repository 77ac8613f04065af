import { describe, expect, test } from 'vitest';
import { mend } from '../../fix/mend.js';

describe('a hook around a call', () => {
  const run = (text: string, template = 'useMemo(() => ${MATCH}, [])') =>
    mend({
      text: `import { useMemo, useRef, useState } from 'react';\n${text}`,
      pattern: /\bcost\(\w*\)/,
      fix: { strategy: 'wrap', template },
      path: 'a.tsx',
    });

  test.each([
    ['behind a return', 'function A(p) { if (!p) return null; const x = cost(1); return x; }'],
    ['in a branch', 'function A(p) { let x; if (p) { x = cost(1); } return x; }'],
    ['in a choice', 'function A(p) { return p ? cost(1) : 0; }'],
    ['behind a condition', 'function A(p) { return p && cost(1); }'],
    ['in a loop', 'function A(p) { for (const i of p) f(cost(1)); }'],
    ['in a handler', 'function A() { return <b onClick={() => f(cost(1))} />; }'],
    ['in a plain function', 'function total() { return cost(1); }'],
    ['in a class', 'class A extends B { render() { return cost(1); } }'],
    ['nowhere', 'const x = cost(1);'],
    ['where it depends on a value', 'function A({ n }) { return cost(n); }'],
  ])('%s is refused', (_, text) => {
    expect(run(text)).toBe('<hook-order>');
  });

  test.each([
    ['a component', 'function A() { const x = cost(1); return x; }'],
    ['an arrow', 'const A = () => { const x = cost(1); return x; };'],
    ['a wrapped one', 'const A = memo(() => cost(1));'],
    ['a hook', 'const useTotal = () => cost(1);'],
    ['what a test asks', 'function A(p) { if (cost(1)) return null; return p; }'],
    ['a function beside it', 'function A(p) { const f = () => { return p; }; return cost(1) + f(); }'],
    ['what stays the same', 'function A() { const [x, setX] = useState(1); return cost(setX); }'],
    ['a ref', 'function A() { const box = useRef(1); return cost(box); }'],
    ['a name of the module', 'const n = 1; function A() { return cost(n); }'],
  ])('in %s it is not', (_, text) => {
    expect(run(text)).toContain('useMemo(() => cost(');
  });

  test('a value may be a dependency', () => {
    const template = 'useMemo(() => ${MATCH}, [n])';
    expect(run('function A({ n }) { return cost(n); }', template)).toContain('return useMemo(() => cost(n), [n]);');
  });
});

describe('a function around a hook that is there', () => {
  const run = (text: string) =>
    mend({
      text: `import { useId, useState } from 'react';\n${text}`,
      pattern: /useState\((?<init>\w+\(\w*\))\)/,
      fix: { strategy: 'wrap', template: '() => ${MATCH}', target: { kind: 'group', name: 'init' } },
      path: 'a.tsx',
    });

  test('would call it at another time', () => {
    expect(run('function A() { const [id] = useState(useId()); return id; }')).toBe('<hook-order>');
  });

  test('is no matter where it holds none', () => {
    expect(run('function A() { const [id] = useState(make()); return id; }')).toContain('useState(() => make())');
  });
});
