import { describe, expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

describe('&& to ?.', () => {
  const run = (text: string) =>
    replaced(text, /(\w+) && \1(?:\.(\w+)|(\(\)))/, '$1?.$2$3', {
      pattern: /(\w+) && \1[.(]/,
      path: 'src/file.tsx',
      types: {
        typesAt: (_, code, { start }) =>
          new Set(code.startsWith('maybe', start) ? ['object', 'undefined'] : ['unknown']),
        targetLib: () => null,
        forbidsUnused: () => false,
        lacksInterop: () => false,
      },
    });

  test.each([
    ['a value', 'x = a && a.b;', '<nullish-only>'],
    ['a value that is an object or undefined', 'x = maybe && maybe.b;', 'x = maybe?.b;'],
    ['a test', 'if (a && a.b) f();', 'if (a?.b) f();'],
    ['negated', 'if (!(a && a.b)) f();', 'if (!(a?.b)) f();'],
    ['part of a test', 'if ((a && a.b) || c) f();', 'if ((a?.b) || c) f();'],
    ['the left of && whose value is passed on', 'f(a && a.b && +a.b);', '<nullish-only>'],
    ['the left of && that is assigned', 'x = a && a.b && a.c;', '<nullish-only>'],
    ['the left of && in a test', 'while (a && a.b && c) f();', 'while (a?.b && c) f();'],
    ['the left of || that is assigned', 'x = a && a.b || c;', 'x = a?.b || c;'],
    ['the left of && on the left of ||', 'x = (a && a.b && c) || d;', 'x = (a?.b && c) || d;'],
    ['the right of ||', 'x = c || a && a.b;', '<nullish-only>'],
    ['the left of ??', 'x = (a && a.b) ?? c;', '<nullish-only>'],
    ['the left of && in a choice', 'x = a && a.b && c ? 1 : 2;', 'x = a?.b && c ? 1 : 2;'],
    ['shown by JSX', 'x = <p>{a && a.b && <b />}</p>;', 'x = <p>{a?.b && <b />}</p>;'],
    ['an attribute of JSX', 'x = <p id={a && a.b && c} />;', '<nullish-only>'],
    ['the chosen of a choice', 'x = c ? a && a.b : 1;', '<nullish-only>'],
    ['a chain in a test', 'if (a && a.b.c) f();', '<nullish-only>'],
  ])('%s', (_, text, after) => {
    expect(run(text)).toBe(after);
  });
});

describe('. to ?. within a chain', () => {
  const run = (text: string) => replaced(text, /user\.id/, 'user?.id');

  test.each([
    ['of a name', 'x = user.id;', 'x = user?.id;'],
    ['at its end', 'x = req.user.id;', 'x = req.user?.id;'],
    ['in its middle', 'x = req.user.id.trim();', '<edit-bounded>'],
    ['of a name that ends so', 'x = req.superuser.id;', '<position-is-code>'],
    ['that is assigned', 'req.user.id = 1;', '<result-parses>'],
  ])('%s', (_, text, after) => {
    expect(run(text)).toBe(after);
  });
});

describe('. to ?. where undefined cannot stand', () => {
  const run = (text: string) => replaced(text, /user\.id/, 'user?.id');

  test.each([
    'x = (req.user.id).trim();',
    'x = new (req.user.id)();',
    'x = [...req.user.id];',
    'for (const a of req.user.id) f(a);',
    'const { a } = req.user.id;',
    'class A extends req.user.id {}',
    'x = a in req.user.id;',
    'x = user.id + 1;',
    'x += user.id;',
    'x = req.user.id < 18;',
    'x = -req.user.id;',
    'x = `/users/${user.id}`;',
  ])('%s', (text) => {
    expect(run(text)).toBe('<same-operand-types>');
  });

  test.each(['f(req.user.id);', 'x = { ...req.user.id };', 'x = req.user.id === a;', 'x = req.user.id ?? a;'])(
    'and where it can: %s',
    (text) => {
      expect(run(text)).toBe(text.replace('user.', 'user?.'));
    },
  );
});
