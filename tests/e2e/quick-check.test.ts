import { expect, it } from 'vitest';
import { makeProject } from '../support/run-cli.js';
import { SECURITY_CONTRACT } from '../support/sample-contract.js';

const BAD = 'element.innerHTML = bio\n';

// What is mostly asked is answered without the parser of command lines; it must be told apart by nothing but its speed.
it.each<[number, readonly string[]]>([
  [1, []],
  [1, ['src']],
  [1, ['src/a.ts', 'src/b.ts', '--quiet']],
  [0, ['-q', 'src/b.ts']],
  [1, ['--since', 'HEAD~1', '--quiet']],
  [0, ['--since', 'HEAD', '--quiet']],
  [1, ['--since', 'HEAD~1', 'src/a.ts']],
  [2, ['src/none.ts']],
  [2, ['']],
  [2, ['--since']],
  [2, ['--since', '']],
  [2, ['--since', '--quiet']],
  [2, ['--since', 'nowhere']],
  [2, ['--since', 'HEAD', '--since', 'nowhere']],
  [2, ['--since', 'HEAD', '--dirty']],
  [2, ['--since', 'HEAD', '--staged']],
  [2, ['--staged', '--dirty']],
  [2, ['--stagd']],
  [1, ['--', 'src/a.ts']],
])('ends with %i and the words of the whole parser: check %j', (code, argv) => {
  const at = makeProject(
    { 'contracts/security.yml': SECURITY_CONTRACT, 'src/a.ts': 'element.textContent = bio\n', 'src/b.ts': 'b()\n' },
    { git: true },
  );
  at.write('src/a.ts', BAD);
  at.git('commit', '-qam', 'Break it');
  const plain = at.specflow(['check', ...argv]);
  expect(plain).toEqual(at.specflow(['check', '--threads', '1', ...argv]));
  expect(plain.code).toBe(code);
});
