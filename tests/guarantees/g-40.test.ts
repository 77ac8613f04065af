import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { makeFolder, writeFiles } from '../support/make-folder.js';
import { git } from '../support/make-repository.js';
import { contractText, parseCheck } from './harness/contract-text.js';
import { guarantee } from './harness/guarantee.js';

const store = (confidence: number, match = 'evil') =>
  JSON.stringify({
    version: 1,
    patterns: [
      {
        id: 'p',
        rule_id: 'A-1',
        description: 'd',
        match,
        replacement_template: 'good',
        confidence,
        tier: confidence < 0.7 ? 'silver' : 'platinum',
        applied_count: 0,
        success_count: 0,
        failure_count: 0,
        last_used: null,
        created: '2026-01-01',
      },
    ],
  });

const waived = (expires: string) =>
  contractText([
    { id: 'A-1', pattern: '/evil/' },
    { id: 'A-2', pattern: '/bad/' },
  ]).replace(/}$/, `,"waivers":[{"invariant_id":"A-2","reason":"r","owner":"o","expires":"${expires}"}]}`);

const BASE = {
  'contracts/c.yml': waived('2099-01-01'),
  '.specflow/config.json': '{}',
  '.specflow/fix-patterns.json': store(0.5),
  'src/a.ts': 'fine\n',
};

/** One change each, and the finding that must name it. */
const CHANGES: readonly (readonly [string, string | null, string])[] = [
  ['contracts/c.yml', null, 'policy/rule-removed'],
  ['contracts/c.yml', waived('2099-01-01').replace('/evil/', '/evil evil/'), 'policy/check-removed'],
  [
    'contracts/c.yml',
    waived('2099-01-01').replace('"title"', '"severity":"warning","title"'),
    'policy/severity-lowered',
  ],
  ['contracts/c.yml', waived('2099-01-01').replace('src/**', 'src/b/**'), 'policy/scope-narrowed'],
  ['contracts/c.yml', waived('2099-12-31'), 'policy/waiver-extended'],
  [
    'contracts/c.yml',
    waived('2099-01-01').replace('"invariant_id":"A-2"', '"invariant_id":"A-1"'),
    'policy/waiver-added',
  ],
  ['.specflow/config.json', '{ "exclude": ["src/**"] }', 'policy/exclude-widened'],
  ['.specflow/config.json', '{ "contracts": ["nowhere/**"] }', 'policy/contracts-moved'],
  ['.specflow/config.json', '{ "suppressions": { "allow_non_negotiable": true } }', 'policy/suppressions-allowed'],
  ['.specflow/config.json', '{ "heal_loop": { "verify": [["sh"]] } }', 'policy/command-added'],
  ['.specflow/config.json', '{ broken', 'policy/config-unusable'],
  ['.specflow/fix-patterns.json', store(0.95), 'policy/confidence-raised'],
  ['.specflow/fix-patterns.json', store(0.5, 'e'), 'policy/fix-pattern-changed'],
  ['src/b.ts', '// specflow-ignore-next-line A-1 -- why not\nevil\n', 'policy/suppression-added'],
  ['.specflow/baseline.json', JSON.stringify({ version: 1, violations: [] }), ''],
];

guarantee({
  id: 'G-40',
  async holds(subject) {
    const folder = makeFolder(BASE);
    git(folder, 'init', '--quiet', '--initial-branch=main');
    git(folder, 'add', '.');
    git(folder, 'commit', '--quiet', '-m', 'x');
    const judge = async () => {
      const { code, stdout } = await subject.run(['check', '--policy-from', 'main', '--format', 'json'], {
        cwd: folder,
      });
      return { code, ...parseCheck(stdout) };
    };
    const quiet = await judge();
    expect([quiet.code, quiet.findings.filter(({ code }) => code.startsWith('policy/'))]).toEqual([0, []]);

    for (const [file, content, expected] of CHANGES) {
      if (content === null) rmSync(join(folder, file));
      else writeFiles(folder, { [file]: content });
      if (file !== 'src/b.ts') writeFiles(folder, { 'src/a.ts': 'evil\n' });
      const { code, findings, violations } = await judge();
      // Whatever was changed, the code is judged as before.
      expect([expected, code]).toEqual([expected, 1]);
      expect(violations, expected).toMatchObject([{ ruleId: 'A-1', exempt: null }]);
      if (expected !== '')
        expect(
          findings.map((each) => each.code),
          expected,
        ).toContain(expected);
      git(folder, 'checkout', '--quiet', '--', '.');
      git(folder, 'clean', '--quiet', '--force', '-d');
    }

    // Violations taken into the baseline by the change itself count all the same.
    writeFiles(folder, { 'src/a.ts': 'evil\n' });
    expect((await subject.run(['baseline', 'create'], { cwd: folder })).code).toBe(0);
    expect((await subject.run(['check'], { cwd: folder })).code).toBe(0);
    const based = await judge();
    expect([based.code, based.findings.map(({ code }) => code)]).toEqual([
      1,
      expect.arrayContaining(['policy/baseline-grown']),
    ]);
    expect((await subject.run(['check', '--policy-from', 'nowhere'], { cwd: folder })).code).toBe(2);
  },
  bug: {
    file: 'src/commands/check/policy-source.ts',
    find: '    tree: {\n',
    replace: "    tree: { list: () => [], read: () => ({ kind: 'gone' }) },\n    unused: {\n",
  },
});
