import { expect, test } from 'vitest';
import { mend } from '../../fix/mend.js';

const run = (text: string) => mend({ text, pattern: /(?:sleep|timers\.setTimeout)\(/, fix: { strategy: 'remove' } });

test.each([
  'while (!done()) {\n  look();\n  await sleep(5);\n}\n',
  'for (const each of all) {\n  await send(each);\n  await timers.setTimeout(5);\n}\n',
  'for (;;) {\n  try {\n    await run();\n  } catch {\n    warn();\n    await sleep(5);\n  }\n}\n',
  'async function poll() {\n  await look();\n  await sleep(5);\n  return poll();\n}\n',
  'class A {\n  async poll() {\n    await look();\n    await sleep(5);\n    return this.poll();\n  }\n}\n',
])('a loop keeps its pause: %s', (text) => {
  expect(run(text)).toBe('<same-result>');
});

test.each([
  'async function go() {\n  await open();\n  await sleep(5);\n  await api.go();\n}\n',
  'while (more()) {\n  all.push(async () => {\n    await open();\n    await sleep(5);\n    await close();\n  });\n}\n',
])('elsewhere it may go: %s', (text) => {
  expect(run(text)).toBe(text.replace(/ *await sleep\(5\);\n/, ''));
});
