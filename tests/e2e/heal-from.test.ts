import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeProject, type TestProject } from '../support/run-cli.js';
import { SECURITY_CONTRACT } from '../support/sample-contract.js';

const SECRET = 'const api_key = "abc12345"\n';
const HEALED = 'const api_key = process.env.API_KEY\n';

function projectWith(files: Readonly<Record<string, string>> = {}): TestProject {
  return makeProject({ 'contracts/security.yml': SECURITY_CONTRACT, 'src/a.ts': SECRET, 'src/b.ts': SECRET, ...files });
}

/** Every file but those that runs leave behind. */
function sources(at: TestProject): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(at.snapshot()).filter(([file]) => !file.startsWith('.specflow/runs/')));
}

describe('heal --from', () => {
  it('heals exactly what the output names, and tells what is fine by now', () => {
    const at = projectWith();
    at.write('out.txt', 'CONTRACT VIOLATION: SEC-001 in src/b.ts:1\nCONTRACT VIOLATION: SEC-003 in src/a.ts:1\n');
    const run = at.specflow(['heal', '--from', 'out.txt']);
    expect(run.stdout).toContain('from/not-violated');
    expect([at.read('src/a.ts'), at.read('src/b.ts')]).toEqual([SECRET, HEALED]);
    expect(run.code).toBe(0);
  });

  it.each(['json', 'jsonl', 'sarif', 'junit', 'contract-test', 'github'])(
    'closes the loop with check --format %s',
    (format) => {
      const at = projectWith();
      const report = at.specflow(['check', '--format', format, 'src/b.ts']);
      expect(report.code).toBe(1);
      const run = at.specflow(['heal', '--from', '-'], { input: report.stdout });
      if (format === 'github') {
        expect(run).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('from/not-understood') });
        return;
      }
      expect([at.read('src/a.ts'), at.read('src/b.ts'), run.code]).toEqual([SECRET, HEALED, 0]);
    },
  );

  it('hides the secrets around what it mends too', () => {
    const lines = ['canary-1111', 'canary-2222', 'canary-3333'].map((text) => `f({ api_key: "${text}" })\n`);
    const at = projectWith({ 'src/b.ts': lines.join('') });
    const input = 'CONTRACT VIOLATION: SEC-001 in src/b.ts:2';
    for (const format of ['pretty', 'diff', 'json', 'markdown']) {
      const run = at.specflow(['heal', '--from', '-', '--dry-run', '--format', format], { input });
      expect(run.stdout).toContain('process.env.API_KEY');
      expect(run.stdout + run.stderr).not.toContain('canary-');
    }
    at.specflow(['heal', '--from', '-'], { input });
    const reports = Object.entries(at.snapshot()).filter(([file]) => file.includes('/report.'));
    expect(reports).toHaveLength(2);
    for (const [, text] of reports) expect(text).not.toContain('canary-');
  });

  it('judges for itself: what output claims is written only where the rule says so', () => {
    const at = projectWith({ 'src/clean.ts': 'export {}\n' });
    const before = sources(at);
    const claims = [
      'CONTRACT VIOLATION: SEC-001 in src/clean.ts:1',
      'CONTRACT VIOLATION: SEC-001 in ../outside.ts:1',
      'CONTRACT VIOLATION: SEC-001 in contracts/security.yml:1',
      'CONTRACT VIOLATION: MADE-UP in src/a.ts:1',
    ];
    const run = at.specflow(['heal', '--from', '-'], { input: claims.join('\n') });
    // What could not be looked for is no success.
    expect(run.code).toBe(3);
    expect(run.stdout).toContain('MADE-UP');
    expect(sources(at)).toEqual(before);
  });

  it('finds files that the output names from the current folder, or from another machine', () => {
    for (const [name, from] of [
      ['b.ts:1', 'src'],
      ['/builds/shop/src/b.ts:1', ''],
    ] as const) {
      const at = projectWith();
      const run = at.specflow(['heal', '--from', '-'], { from, input: `CONTRACT VIOLATION: SEC-001 in ${name}` });
      expect([at.read('src/a.ts'), at.read('src/b.ts'), run.code]).toEqual([SECRET, HEALED, 0]);
    }
  });

  it('writes nothing with --dry-run, and where all is well says so', () => {
    const at = projectWith();
    const before = sources(at);
    const run = at.specflow(['heal', '--from', '-', '--dry-run'], { input: 'CONTRACT VIOLATION: SEC-001 in src/b.ts' });
    expect(run.stdout).toContain('+++ b/src/b.ts');
    expect(run.stdout).not.toContain('src/a.ts');
    expect(at.specflow(['heal', '--from', '-'], { input: '1 passed in 0.05s\n' }).code).toBe(0);
    expect(sources(at)).toEqual(before);
  });

  it.each([
    ['an empty input', ['--from', '-'], '', 'from/not-understood'],
    ['something else', ['--from', '-'], 'lots of prose', 'from/not-understood'],
    ['no such file', ['--from', 'none.txt'], '', 'there is no such file'],
    ['a folder', ['--from', 'src'], '', 'not a regular file'],
    ['paths besides', ['--from', '-', 'src'], '', 'usage/from'],
    ['rules besides', ['--from', '-', '--rule', 'SEC-001'], '', 'usage/from'],
  ])('refuses %s', (_, args, input, text) => {
    const at = projectWith();
    const before = sources(at);
    expect(at.specflow(['heal', ...args], { input })).toMatchObject({ code: 2, stderr: expect.stringContaining(text) });
    expect(sources(at)).toEqual(before);
  });
});

describe('heal and the baseline', () => {
  it('leaves alone what is known, says so, and mends it on request', () => {
    const at = projectWith();
    expect(at.specflow(['baseline', 'create']).code).toBe(0);
    at.write('src/new.ts', SECRET);
    const run = at.specflow(['heal']);
    expect(run.stdout).toContain('2 known violations were left alone');
    expect([at.read('src/a.ts'), at.read('src/new.ts'), run.code]).toEqual([SECRET, HEALED, 0]);

    expect(at.specflow(['heal', '--include-baseline']).code).toBe(0);
    expect([at.read('src/a.ts'), at.read('src/b.ts')]).toEqual([HEALED, HEALED]);
    expect(at.specflow(['baseline', 'prune']).stdout).toContain('2 gone');
    expect(JSON.parse(at.read(path.join('.specflow', 'baseline.json'))).entries ?? []).toEqual([]);
  });

  it('heals nothing by a baseline it cannot read', () => {
    const at = projectWith({ '.specflow/baseline.json': '{' });
    const before = sources(at);
    expect(at.specflow(['heal', '--dry-run']).code).toBe(2);
    expect(sources(at)).toEqual(before);
  });
});
