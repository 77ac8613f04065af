import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

test.each(['function', 'object'])("typeof a === '%s' → instanceof", (type) => {
  const find = `typeof (\\w) === '${type}'`;
  expect(replaced(`if (typeof a === '${type}') b();`, find, '$1 instanceof Object')).toBe('<typeof-guard>');
  expect(replaced(`if (typeof a === '${type}') b();`, find, 'isIt($1)')).toBe('<name-unbound>');
});
