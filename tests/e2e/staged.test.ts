import { describe, expect, it } from 'vitest';
import { makeProject, type TestProject } from '../support/run-cli.js';
import { SECURITY_CONTRACT } from '../support/sample-contract.js';

const BAD = 'element.innerHTML = bio\n';
const GOOD = 'element.textContent = bio\n';

function project(): TestProject {
  return makeProject(
    { 'contracts/security.yml': SECURITY_CONTRACT, 'src/a.ts': GOOD, 'src/old.ts': BAD },
    { git: true },
  );
}

/** The check, with proof that it changed neither the tree nor the index. */
function staged(at: TestProject): { code: number | null; stdout: string; stderr: string } {
  const index = (): string => at.git('ls-files', '--stage').stdout + at.git('status', '--porcelain').stdout;
  const before = [index(), at.snapshot()];
  const run = at.specflow(['check', '--staged', '--quiet']);
  expect([index(), at.snapshot()]).toEqual(before);
  return run;
}

describe('check --staged', () => {
  it('fails on bad staged text, however clean the working copy', () => {
    const at = project();
    at.write('src/a.ts', BAD);
    at.git('add', 'src/a.ts');
    at.write('src/a.ts', GOOD);
    expect(staged(at)).toMatchObject({ code: 1, stdout: expect.stringContaining('src/a.ts:1:8') });
  });

  it('passes clean staged text, however bad the working copy', () => {
    const at = project();
    at.write('src/a.ts', '// touched\n');
    at.git('add', 'src/a.ts');
    at.write('src/a.ts', BAD);
    expect(staged(at)).toMatchObject({ code: 0, stdout: '' });
  });

  it('judges a partly staged file by its staged part', () => {
    const at = project();
    at.write('src/a.ts', `// one\n${BAD}`);
    at.git('add', 'src/a.ts');
    at.write('src/a.ts', `// one\n${BAD}${BAD}`);
    expect(staged(at)).toMatchObject({
      code: 1,
      stdout: 'src/a.ts:2:8  error  SEC-003  Direct innerHTML assignment\n',
    });
  });

  it('says so, and passes, when nothing in scope is staged', () => {
    const at = project();
    at.write('README.md', 'hello\n');
    at.git('add', 'README.md');
    expect(staged(at)).toMatchObject({
      code: 0,
      stdout: '',
      stderr: expect.stringContaining('Nothing that is staged'),
    });
  });
});
