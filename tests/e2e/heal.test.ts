import { describe, expect, it } from 'vitest';
import { makeProject } from '../support/run-cli.js';
import { SECURITY_CONTRACT, storeWith, USER_PROFILE } from '../support/sample-contract.js';

const base = {
  'contracts/security.yml': SECURITY_CONTRACT,
  '.specflow/fix-patterns.json': storeWith('0.95', 'platinum'),
  'src/components/UserProfile.tsx': USER_PROFILE,
};

describe('heal', () => {
  it('mends the worked example in one iteration and leaves 1.00', () => {
    const project = makeProject(base);
    const { code, stdout } = project.specflow(['heal', '--format', 'json']);
    const report = JSON.parse(stdout);
    expect(report.summary).toEqual({
      found: 1,
      healed: 1,
      suggested: 0,
      escalated: 0,
      filesChanged: 1,
      linesTouched: 1,
    });
    expect(report.results[0]).toMatchObject({
      ruleId: 'SEC-003',
      file: 'src/components/UserProfile.tsx',
      line: 28,
      status: 'healed',
      iterations: 1,
      source: 'pattern:fix-sec-003-innerhtml',
      confidence: { before: 0.95, after: 1 },
    });
    expect(code).toBe(0);
    expect(project.read('src/components/UserProfile.tsx')).toBe(USER_PROFILE.replace('.innerHTML =', '.textContent ='));
    expect(project.read('.specflow/fix-patterns.json')).toContain('"confidence": 1.00,\n      "tier": "platinum",');
    expect(JSON.parse(project.read(`.specflow/runs/${report.run.id}/report.json`)).run.id).toBe(report.run.id);
    expect(project.read(`.specflow/runs/${report.run.id}/report.md`)).toContain('## Healed (1)');
    expect(project.read('.specflow/runs/.gitignore')).toBe('*\n');

    const healed = project.snapshot();
    expect(project.specflow(['heal']).code).toBe(0);
    expect(project.snapshot()).toEqual(healed);
  });

  it('takes secrets out where that is sound, and leaves the rest byte-identical', () => {
    const escalated = 'export type Key = { api_key: "abc12345" }\nexport function f(secret = "abc12345") {}\n';
    const project = makeProject({
      'contracts/security.yml': SECURITY_CONTRACT,
      'src/a.ts':
        'const api_key = "abc12345"\r\nexport const o = { apiSecret: "abc12345" }\r\nclass C { secret = "abc12345" }\r\no.secret = "abc12345"',
      'src/b.ts': escalated,
    });
    const { code, stdout } = project.specflow(['heal']);
    expect(project.read('src/a.ts')).toBe(
      'const api_key = process.env.API_KEY\r\nexport const o = { apiSecret: process.env.API_SECRET }\r\nclass C { secret = process.env.SECRET }\r\no.secret = process.env.SECRET',
    );
    expect(project.read('src/b.ts')).toBe(escalated);
    expect(stdout).toContain('4 healed, 0 suggested, 2 escalated of 6 violations (1 file changed)');
    expect(stdout).toContain('secret/rotate');
    expect(code).toBe(1);
    const report = Object.entries(project.snapshot()).find(([file]) => file.endsWith('report.md'))?.[1];
    expect(report).toContain('## Escalated (2)');
    expect(report).not.toContain('abc12345');
  });

  it('prints in a dry run the diff it would apply, and writes nothing', () => {
    const project = makeProject(base, { git: true });
    const before = project.snapshot();
    const dry = project.specflow(['heal', '--dry-run'], { env: { CI: 'true' } });
    expect(project.snapshot()).toEqual(before);
    expect(dry.stderr).toContain('nothing was written');
    project.specflow(['heal']);
    const changed = project.git('diff', '--no-color', '--', 'src').stdout;
    expect(dry.stdout.split('\n').slice(2)).toEqual(
      changed
        .replace(/^@@ (.*) @@.*$/m, '@@ $1 @@')
        .split('\n')
        .slice(4),
    );
    project.git('checkout', '--quiet', '--', 'src');
    project.write('dry.diff', dry.stdout);
    expect(project.git('apply', 'dry.diff').code).toBe(0);
    expect(project.read('src/components/UserProfile.tsx')).toContain('element.textContent = userData.bio');
  });

  it('prints diffs with secrets only when asked, and then they apply', () => {
    const files = {
      'contracts/security.yml': SECURITY_CONTRACT,
      'src/a.ts': 'const api_key = "canary-12345"\r\nconst secret = "canary-67890"',
    };
    const project = makeProject(files, { git: true });
    expect(project.specflow(['heal', '--dry-run']).stdout).not.toContain('canary');
    const { stdout } = project.specflow(['heal', '--dry-run', '--show-secrets', '-o', 'diff=whole.diff']);
    expect(project.read('whole.diff')).toBe(stdout);
    expect(project.git('apply', 'whole.diff').code).toBe(0);
    const applied = project.read('src/a.ts');
    project.git('checkout', '--quiet', '--', 'src');
    project.specflow(['heal', '--show-secrets']);
    expect(project.read('src/a.ts')).toBe(applied);
    const kept = Object.entries(project.snapshot()).filter(([file]) => /runs\/[^/]+\/report\./.test(file));
    expect(kept).toHaveLength(2);
    expect(kept.join('')).not.toContain('canary');
  });

  it('changes nothing in CI unless asked', () => {
    const project = makeProject(base);
    const before = project.snapshot();
    const refused = project.specflow(['heal'], { env: { CI: 'true' } });
    expect(refused).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('--allow-ci') });
    expect(project.snapshot()).toEqual(before);
    expect(project.specflow(['heal', '--allow-ci'], { env: { CI: 'true' } }).code).toBe(0);
  });

  it('touches nothing while any contract is broken', () => {
    const project = makeProject({ ...base, 'contracts/broken.yml': 'rules: [' });
    const before = project.snapshot();
    const { code, stdout } = project.specflow(['heal']);
    expect(stdout).toContain('nothing was healed');
    expect(code).toBe(2);
    expect(project.snapshot()).toEqual(before);
  });

  it('puts everything back when a verify command says no', () => {
    const config = { heal_loop: { verify: [[process.execPath, '-e', 'process.exit(1)']] } };
    const project = makeProject({ ...base, '.specflow/config.json': JSON.stringify(config) });
    const { code, stdout } = project.specflow(['heal']);
    expect(project.read('src/components/UserProfile.tsx')).toBe(USER_PROFILE);
    expect(stdout).toContain('escalated  src/components/UserProfile.tsx:28:10');
    expect(code).not.toBe(0);
  });

  it('puts everything back when it is interrupted while a verify command runs', () => {
    const script = 'process.kill(process.ppid, "SIGINT"); setTimeout(() => {}, 60_000)';
    const config = { heal_loop: { verify: [[process.execPath, '-e', script]] } };
    const project = makeProject({ ...base, '.specflow/config.json': JSON.stringify(config) });
    expect(project.specflow(['heal']).code).toBe(130);
    expect(project.read('src/components/UserProfile.tsx')).toBe(USER_PROFILE);
    expect(project.read('.specflow/fix-patterns.json')).toBe(storeWith('0.95', 'platinum'));
  });
});
