import { describe, expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

describe('as any to as unknown', () => {
  const find = /as any/g;
  const run = (text: string) => replaced(text, find, 'as unknown');

  test.each([
    ['a member is read', 'a = (x as any).y;'],
    ['it is called', '(x as any)();'],
    ['it is given to a function', 'save(x as any);'],
    ['it is given back', 'f = (): A => x as any;'],
    ['it is given to what has a type', 'const a: A = x as any;'],
    ['it is used by another name', 'const a = x as any; a.b();'],
    ['it is given to a tag', 'a = sql`${x as any}`;'],
    ['it is reckoned with', 'a = (x as any) + 1;'],
  ])('where %s, it is refused', (_, text) => {
    expect(run(text)).toBe('<same-operand-types>');
  });

  test.each([
    ['it is asserted further', 'a = x as any as A;'],
    ['it is compared', 'if ((x as any) === y) go();'],
    ['it is tested', 'if (x as any) go();'],
    ['it is shown', 'console.log(x as any);'],
    ['it is put into a text', 'a = `${x as any}`;'],
    ['it may be anything', 'const a: unknown = x as any;'],
  ])('but not where %s', (_, text) => {
    expect(run(text)).toBe(text.replace('as any', 'as unknown'));
  });
});
