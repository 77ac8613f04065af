import { describe, expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

describe('methods of jQuery', () => {
  const on = (text: string) => replaced(text, /\.(click|load|live)\(/, ".on('$1', ");
  const size = (text: string) => replaced(text, /\.size\(\)/, '.length');

  test.each([
    ["$('a').click(1);", '<same-arguments>'],
    ["$('a').load('/b');", '<same-arguments>'],
    ['db.load(b);', '<same-operand-types>'],
  ])('«%s» does something else than to listen', (text, refusal) => {
    expect(on(text)).toBe(refusal);
  });

  test('live listens to elements that are yet to come', () => {
    expect(replaced("$('a').live('click', b);", /\.live\(/, '.on(')).toBe('<same-result>');
  });

  test('a listener is one', () => {
    expect(on("$('a').click(b);")).toBe("$('a').on('click', b);");
  });

  test('a cache has a size of its own', () => {
    expect(size('b(cache.size());')).toBe('<same-operand-types>');
    expect(size("b($('a').size());")).toBe("b($('a').length);");
  });
});
