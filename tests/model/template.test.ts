import { describe, expect, test } from 'vitest';
import { parseTemplate } from '../../src/model/template.js';

describe('a template', () => {
  const run = (text: string) => {
    const read = parseTemplate(text, ['key'], 1);
    return 'unknown' in read
      ? `unknown ${read.unknown}`
      : read.template.map((part) => (part.kind === 'literal' ? part.text : `<${part.kind}>`)).join('|');
  };

  test.each([
    ['a placeholder among text', 'a ${VALUE} b', 'a |<value>| b'],
    ['groups', '${1}${key}', '<group>|<group>'],
    ['an unknown placeholder', 'a ${other}', 'unknown other'],
    ['a group that is none', '${2}', 'unknown 2'],
    ['code', '`$${user.name}`', '`|${user.name}`'],
    ['code beside a placeholder', '`${VALUE}: $${a}$${b}`', '`|<value>|: |${a}|${b}`'],
    ['a dollar in front of a placeholder', '$${VALUE}', '$|<value>'],
    ['code around a placeholder', '`a$${${VALUE}}`', '`a|${|<value>|}`'],
    ['no braces', '$& $1 {x} $', '$& $1 {x} $'],
  ])('%s', (_, text, parts) => {
    expect(run(text)).toBe(parts);
  });
});
