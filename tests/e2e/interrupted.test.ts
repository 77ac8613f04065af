import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLI, makeProject, type TestProject } from '../support/run-cli.js';
import { SECURITY_CONTRACT, storeWith } from '../support/sample-contract.js';

const SHIM = path.resolve(import.meta.dirname, '../faults/fs-shim.cjs');
const BAD = 'export function show(element: HTMLElement, bio: string): void {\n  element.innerHTML = bio\n}\n';
const GOOD = BAD.replace('.innerHTML', '.textContent');

function project(verify: readonly (readonly string[])[]): TestProject {
  return makeProject(
    {
      'contracts/security.yml': SECURITY_CONTRACT,
      '.specflow/fix-patterns.json': storeWith('0.95', 'platinum'),
      '.specflow/config.json': JSON.stringify({ heal_loop: { verify } }),
      'src/a.ts': BAD,
      'src/b.ts': BAD,
      'src/c.ts': 'export const api_key = "abc12345"\n',
    },
    { git: true },
  );
}

interface Call {
  readonly name: string;
  readonly changes: boolean;
  readonly path: string;
  readonly to: string | null;
}

function runWith(kind: string, call: number, root: string, args: readonly string[], trace = ''): void {
  spawnSync(process.execPath, ['--require', SHIM, CLI, 'heal', ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, FAULT_ROOT: root, FAULT_KIND: kind, FAULT_AT: String(call), FAULT_TRACE: trace },
    encoding: 'utf8',
  });
}

const copyOf = (at: TestProject): TestProject =>
  makeProject(Object.fromEntries(Object.entries(at.snapshot())), { git: true });

/** What a heal that nothing happens to asks of the file system. */
function callsOf(at: TestProject, args: readonly string[]): readonly Call[] {
  const trace = path.join(at.root, '../', `${path.basename(at.root)}.trace`);
  runWith('count', 0, copyOf(at).root, args, trace);
  const calls = readFileSync(trace, 'utf8').trimEnd().split('\n');
  rmSync(trace);
  return calls.map((line) => JSON.parse(line));
}

/** Kills a heal at the first moment its journal says that this file is about to be written, or has been. */
function killAt(at: TestProject, args: readonly string[], moment: 'writing' | 'written'): void {
  const renamed = callsOf(at, args).findIndex(({ name, to }) => name === 'renameSync' && to === 'src/a.ts');
  expect(renamed).toBeGreaterThan(0);
  runWith(moment === 'writing' ? 'kill-before' : 'kill-after', renamed + 1, at.root, args);
}

const litter = (at: TestProject) => Object.keys(at.snapshot()).filter((file) => file.endsWith('.tmp'));

describe('an interrupted heal', () => {
  it('is told by every verb in one line, undone where it was not proven, and gone on with', () => {
    const at = project([['true']]);
    killAt(at, ['--rule', 'SEC-003'], 'written');
    expect(at.read('src/a.ts')).toBe(GOOD);
    for (const verb of [['check'], ['explain', 'SEC-001'], ['heal', '--dry-run'], ['baseline', 'create']]) {
      const { stderr } = at.specflow(verb);
      expect(stderr.match(/was interrupted/g), verb.join(' ')).toHaveLength(1);
      expect(stderr).toContain('specflow heal --resume');
    }
    at.git('clean', '--quiet', '--force', '.specflow/baseline.json');
    const report = JSON.parse(at.specflow(['check', '--format', 'json']).stdout);
    expect(report.findings).toContainEqual(expect.objectContaining({ code: 'heal/interrupted' }));

    const resumed = at.specflow(['heal', '--resume', '--format', 'json']);
    expect(resumed.stderr).toMatch(/^Heal run [\w-]+ was interrupted; bringing it to its end first\.\n$/);
    const { findings, summary } = JSON.parse(resumed.stdout);
    expect(findings[0]).toMatchObject({ code: 'heal/put-back', file: 'src/a.ts' });
    // As the interrupted run was asked: one rule.
    expect(summary).toMatchObject({ found: 2, healed: 2 });
    expect([at.read('src/a.ts'), at.read('src/b.ts')]).toEqual([GOOD, GOOD]);
    expect(at.read('src/c.ts')).toContain('abc12345');
    expect(at.specflow(['check']).stderr).toBe('');
    expect(readdirSync(path.join(at.root, '.specflow/runs/open'))).toEqual([]);
  });

  it('keeps what was proven before it was written, and its lesson', () => {
    const at = project([]);
    killAt(at, [], 'written');
    const { stdout, code } = at.specflow(['heal', '--format', 'json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).findings[0]).toMatchObject({ code: 'heal/recovered', file: 'src/a.ts' });
    expect(JSON.parse(stdout).summary).toMatchObject({ found: 2, healed: 2 });
    const { patterns } = JSON.parse(at.read('.specflow/fix-patterns.json'));
    expect(patterns[0].success_count).toBe(14);
  });

  it('has taught all of it or is gone on with, wherever it is killed once its files are written', () => {
    const at = project([]);
    const calls = callsOf(at, []);
    const last = calls.findLastIndex(({ name, to }) => name === 'renameSync' && to?.startsWith('src/'));
    const points = calls.flatMap(({ changes }, index) => (changes && index > last ? [index + 1] : []));
    const saving = points.filter((point) => calls[point - 1]?.path.startsWith('.specflow'));
    expect(saving.length).toBeGreaterThan(10);
    const isProven = calls.findIndex(({ name, path: file }, index) => {
      return index > last && name === 'fsyncSync' && file.startsWith('.specflow/runs/open/');
    });
    expect(isProven).toBeGreaterThan(last);
    // All of them take minutes.
    for (const point of saving.filter((_, index) => index % 4 === 1)) {
      const killed = copyOf(at);
      runWith('kill-before', point, killed.root, []);
      // Whoever asks before the next heal sees what was, or what is to be.
      expect([0, 2], `at call ${point}`).toContain(killed.specflow(['patterns', 'stats']).code);
      killed.specflow(['heal']);
      const { patterns } = JSON.parse(killed.specflow(['patterns', 'stats', '--json']).stdout);
      expect(patterns[0], `at call ${point}`).toMatchObject({ successes: 14, confidence: 1, agreesWithEvidence: true });
      // The template that held is a pattern, once the journal knew of it.
      if (point > isProven + 1) expect(patterns[1], `at call ${point}`).toMatchObject({ confidence: 0.5 });
      for (const each of patterns) expect(each.agreesWithEvidence, `at call ${point}`).not.toBe(false);
      expect(litter(killed)).toEqual([]);
    }
  }, 180_000);

  it('leaves a temporary file that nobody judges, that cannot be committed, and that the next run sweeps', () => {
    const at = project([]);
    killAt(at, [], 'writing');
    const [left = ''] = litter(at);
    expect(left).toMatch(/^src\/\.specflow-[0-9a-f]{16}\.tmp$/);
    at.write(`${left.slice(0, -4)}.ts.tmp`, 'not ours\n');
    at.write('src/.specflow-0123456789abcdef.tmp', 'looks like ours, and is in no journal\n');
    at.git('add', '--force', left);
    const check = at.specflow(['check', '--staged']);
    expect(check.code).toBe(2);
    expect(check.stderr).toContain(`git rm --cached ${left}`);
    at.git('rm', '--quiet', '--cached', left);
    at.specflow(['heal', '--resume']);
    expect(litter(at)).toHaveLength(2);
    expect(litter(at)).not.toContain(left);
  });

  it('is nothing to resume where there is none', () => {
    const at = project([]);
    const { code, stderr } = at.specflow(['heal', '--resume']);
    expect(code).toBe(2);
    expect(stderr).toContain('heal/nothing-to-resume');
    expect(at.specflow(['heal', '--resume', '--dry-run']).code).toBe(2);
    expect(at.read('src/a.ts')).toBe(BAD);
  });

  it('with a journal that makes no sense stops heal and is told', () => {
    const at = project([]);
    at.write('.specflow/runs/open/20260101-000000-abcdef.jsonl', 'nonsense\n');
    const { code, stderr } = at.specflow(['heal']);
    expect(code).toBe(3);
    expect(stderr).toContain('its journal cannot be read: line 1 makes no sense');
    expect(at.read('src/a.ts')).toBe(BAD);
    expect(at.specflow(['check']).code).toBe(1);
  });

  it('of a hostile journal writes to nothing but sources', () => {
    const at = project([]);
    const begin =
      '{"kind":"begin","run":"x","proof":"together","selection":{"paths":[],"rules":[],"contracts":[],"maxIterations":null,"minConfidence":null,"includesBaseline":false}}';
    const files = ['../outside', '.git/config', '.specflow/config.json', '/etc/hostname', 'src/../../x'];
    const lines = files.map((file) =>
      JSON.stringify({ kind: 'write', file, before: '1', after: '2', temporary: '../x' }),
    );
    at.write('.specflow/runs/open/20260101-000000-abcdef.jsonl', [begin, ...lines, ''].join('\n'));
    const config = at.read('.specflow/config.json');
    const git = at.read('.git/config');
    at.specflow(['heal']);
    expect([at.read('.specflow/config.json'), at.read('.git/config')]).toEqual([config, git]);
  });
});

describe('two heals at once', () => {
  it('are one after the other, and whoever has to wait too long says for whom', () => {
    const at = project([]);
    const start = spawnSync('cat', [`/proc/${process.pid}/stat`], { encoding: 'utf8' }).stdout;
    at.specflow(['check']);
    const host = spawnSync('hostname', { encoding: 'utf8' }).stdout.trim();
    const owner = {
      token: 'a'.repeat(32),
      purpose: 'specflow heal\u001b[31m',
      pid: process.pid,
      host,
      start: start.slice(start.lastIndexOf(')') + 2).split(' ')[19],
      boot: null,
      space: spawnSync('readlink', ['/proc/self/ns/pid'], { encoding: 'utf8' }).stdout.trim(),
    };
    at.write('.specflow/runs/heal.lock', JSON.stringify(owner));
    const { code, stderr } = at.specflow(['heal']);
    expect(code).toBe(3);
    expect(stderr).toContain(`process ${process.pid} on ${host} (specflow heal\\x1b[31m)`);
    expect(at.read('src/a.ts')).toBe(BAD);
    expect(at.specflow(['heal', '--dry-run']).code).toBe(0);
  });
});
