import { describe, expect, test } from 'vitest';
import { mend } from '../../fix/mend.js';

describe('filter(f)[0] to find(f)', () => {
  const run = (text: string) =>
    mend({
      text,
      pattern: /\.filter\(\w+\)\[0\]/,
      fix: { findReplace: { find: /\.filter\((\w+)\)\[0\]/g, replace: '.find($1)' } },
    });

  test.each([
    ['a list', 'x = list.filter(f)[0];', 'x = list.find(f);'],
    ['a list behind a call', 'x = all().filter(f)[0];', 'x = all().find(f);'],
    ['what is looked up', "x = $('a').filter(f)[0];", '<same-result>'],
    ['by another name', "x = jQuery('a').children().filter(f)[0];", '<same-result>'],
    ['what was looked up', "const links = $('a');\nx = links.filter(f)[0];", '<same-result>'],
    ['what is called so', 'x = $links.filter(f)[0];', '<same-result>'],
  ])('%s', (_, text, after) => {
    expect(run(text)).toBe(after);
  });
});
