import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const run = (text: string) => replaced(text, /path\.join\(/, 'path.resolve(');

test.each(['b(path.join(root, url));', 'b(path.join(__dirname, name));', "b(path.join('a', 'b'));"])(
  '«%s» may be another path',
  (text) => {
    expect(run(text)).toBe('<same-arguments>');
  },
);

test('below the folder of the file it is the same', () => {
  expect(run("b(path.join(__dirname, 'a'));")).toBe("b(path.resolve(__dirname, 'a'));");
});
