import { expect, test } from 'vitest';
import { mend, replaced } from '../../fix/mend.js';

const run = (text: string, template: string) =>
  mend({
    text,
    pattern: /PORT = (?<num>\d+)/,
    fix: { strategy: 'replace', target: { kind: 'group', name: 'num' }, template },
  });

test.each(['Number(process.env.PORT)', 'process.env.PORT', '(() => 1)()'])('%s is no constant', (template) => {
  expect(run("enum E { HOST = 'a', PORT = 80 }", template)).toBe('<slot-is-enum-member>');
});

test.each(['443', '1 << 4', 'Base.PORT'])('%s is one', (template) => {
  const text = 'enum Base { PORT = 80 }\nenum E { A, PORT = 80 }';
  const fix = { strategy: 'replace', target: { kind: 'group', name: 'num' }, template } as const;
  expect(mend({ text, pattern: /PORT = (?<num>\d+)/, nth: 1, fix })).toBe(
    text.replace('A, PORT = 80', `A, PORT = ${template}`),
  );
});

test('what was calculated may be calculated otherwise', () => {
  expect(replaced('enum E { A = read(1) }', 'read\\((\\d)\\)', 'read($1, 2)')).toBe('enum E { A = read(1, 2) }');
});
