import { describe, expect, it } from 'vitest';
import { CLI, makeProject, type TestProject } from '../support/run-cli.js';
import { SECURITY_CONTRACT, storeWith, USER_PROFILE } from '../support/sample-contract.js';

const FILE = 'src/components/UserProfile.tsx';
const ID = 'fix-sec-003-innerhtml';
const STORE = '.specflow/fix-patterns.json';
const EVIDENCE = '.specflow/evidence.jsonl';

function goldProject(files: Readonly<Record<string, string>> = {}): TestProject {
  return makeProject({
    'contracts/security.yml': SECURITY_CONTRACT,
    [STORE]: storeWith('0.75', 'gold'),
    [FILE]: USER_PROFILE,
    ...files,
  });
}

const figures = (project: TestProject) => JSON.parse(project.read(STORE)).patterns[0];
const kinds = (project: TestProject): unknown[] =>
  project
    .read(EVIDENCE)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).kind);
const findings = (project: TestProject, ...more: readonly string[]) =>
  JSON.parse(project.specflow(['findings', 'list', '--json', ...more]).stdout).findings;

describe('the life of a pattern', () => {
  it('leaves evidence that its figures add up to', () => {
    const project = goldProject();
    project.specflow(['heal']);
    expect(kinds(project)).toEqual(['state', 'success']);
    const stats = JSON.parse(project.specflow(['patterns', 'stats', '--json']).stdout);
    expect(stats.patterns).toMatchObject([
      { id: ID, confidence: 0.8, tier: 'gold', trend: 'up', agreesWithEvidence: true, files: 1 },
    ]);
    expect(stats.waiting).toBe(1);
    project.write(STORE, project.read(STORE).replace('0.80', '0.99'));
    expect(project.specflow(['patterns', 'stats'])).toMatchObject({ code: 1 });
  });

  it('does not apply a rejected fix at the same place again, also where the place moved', () => {
    const project = goldProject();
    project.specflow(['heal']);
    project.specflow(['patterns', 'reject', ID]);
    expect(project.read(FILE)).toBe(USER_PROFILE);
    project.write(FILE, `// moved down\n${USER_PROFILE}`);
    const again = project.specflow(['heal', '--format', 'json']);
    expect(JSON.parse(again.stdout).results).toMatchObject([{ status: 'suggested' }]);
    expect(again.stdout).toContain('a person rejected a fix at this place');
    expect(project.read(FILE)).toBe(`// moved down\n${USER_PROFILE}`);
    project.specflow(['patterns', 'accept', ID]);
    expect(project.specflow(['heal']).code).toBe(0);
    expect(project.read(FILE)).toContain('.textContent =');
  });

  it('is proposed again once restored', () => {
    const project = goldProject();
    project.specflow(['patterns', 'retire', ID]);
    expect(project.specflow(['heal']).code).toBe(1);
    expect(project.specflow(['patterns', 'restore', ID])).toMatchObject({ code: 0, stdout: `restored ${ID}\n` });
    expect(project.specflow(['heal']).code).toBe(0);
    expect(kinds(project)).toEqual(['state', 'retired', 'restored', 'success']);
  });

  it('travels with its evidence, twice as well as once', () => {
    const project = goldProject();
    project.specflow(['heal']);
    const exported = project.specflow(['patterns', 'export', ID]).stdout;
    const other = makeProject({ 'contracts/security.yml': SECURITY_CONTRACT, 'their.json': exported });
    for (const said of [
      'Imported 1 pattern; 2 lines of evidence came along.\n',
      /^Imported 0 patterns; 1 .* as they are\.\n$/,
    ]) {
      expect(other.specflow(['patterns', 'import', 'their.json']).stdout.split('\n').slice(1).join('\n')).toMatch(said);
      expect(figures(other)).toMatchObject({ confidence: 0.8, success_count: 13 });
    }
    expect(other.specflow(['patterns', 'stats']).code).toBe(0);
  });

  it('tells what a change does to trust', () => {
    const project = goldProject();
    project.git('init', '-q');
    project.git('add', '.');
    project.git('commit', '-qm', 'start');
    expect(project.specflow(['patterns', 'diff', 'HEAD']).stdout).toBe(
      'Nothing about fix patterns changed since HEAD.\n',
    );
    project.write(STORE, project.read(STORE).replace('0.75', '0.95'));
    const diff = project.specflow(['patterns', 'diff', 'HEAD', '--fail-on-more']);
    expect(diff).toMatchObject({ code: 1 });
    expect(diff.stdout).toMatch(/^trust \+ {2}fix-sec-003-innerhtml {2}SEC-003\n {9}confidence 0\.75 → 0\.95\n/);
    expect(project.specflow(['patterns', 'diff', 'no-such-ref'])).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('merging', () => {
  it('loses nothing when two branches both healed and decided, with git calling us', () => {
    const project = goldProject({
      '.gitattributes': `${STORE} merge=specflow\n.specflow/reviews.json merge=specflow\n${EVIDENCE} merge=union\n.specflow/findings/*.json merge=specflow\n`,
      'src/other.ts': USER_PROFILE,
      'src/stuck.ts': 'const a = 1; // FIXME\n',
      '.gitignore': '.specflow/runs/\n',
    });
    const git = (...args: readonly string[]) => {
      const run = project.git(...args);
      expect(run, run.stderr).toMatchObject({ code: 0 });
    };
    git('init', '-q', '-b', 'main');
    git('config', 'merge.specflow.driver', `"${process.execPath}" "${CLI}" patterns merge %O %A %B`);
    git('add', '.');
    git('commit', '-qm', 'start');
    git('checkout', '-qb', 'theirs');
    project.specflow(['heal', 'src/other.ts', 'src/stuck.ts']);
    git('add', '.');
    git('commit', '-qm', 'theirs');
    git('checkout', '-q', 'main');
    project.specflow(['heal', FILE, 'src/stuck.ts']);
    const [stuck] = findings(project).filter(({ code }: { code: string }) => code === 'heal/escalated');
    project.specflow(['findings', 'decide', stuck.id, '--dismiss', '--reason', 'known']);
    git('add', '.');
    git('commit', '-qm', 'ours');
    git('merge', '-q', '-m', 'both', 'theirs');
    expect(kinds(project).sort()).toEqual(['state', 'success', 'success']);
    const [pattern] = JSON.parse(project.specflow(['patterns', 'stats', '--json']).stdout).patterns;
    expect(pattern).toMatchObject({ successes: 14, confidence: 0.85, agreesWithEvidence: true });
    // A dismissed finding stays dismissed across branches, and nobody raises it again.
    expect(findings(project, '--status', 'dismissed')).toMatchObject([{ id: stuck.id }]);
    project.specflow(['heal', 'src/stuck.ts']);
    expect(findings(project).map(({ code }: { code: string }) => code)).toEqual(['review/gold', 'review/gold']);
  });

  it('is set up by init: what it writes and prints is all that git needs', () => {
    const project = goldProject();
    project.git('init', '-q', '-b', 'main');
    const offered = project.specflow(['init', '--dry-run']);
    expect(offered.code).toBe(0);
    const init = project.specflow(['init', '--merge-driver']);
    expect(init).toMatchObject({ code: 0 });
    expect(project.read('.gitattributes').trim().split('\n')).toEqual([
      `${STORE} merge=specflow`,
      '.specflow/reviews.json merge=specflow',
      '.specflow/findings/*.json merge=specflow',
      `${EVIDENCE} merge=union`,
    ]);
    const [, driver] = /git config merge\.specflow\.driver "([^"]+)"/.exec(init.stdout) ?? [];
    expect(driver).toBe('npx --no-install specflow patterns merge %O %A %B');
    const again = project.specflow(['init', '--merge-driver']);
    expect(again.code).toBe(0);
    expect(project.read('.gitattributes').match(/merge=specflow/g)).toHaveLength(3);
  });

  it('forecasts by what the evidence of both sides makes of a pattern, before anything is written', () => {
    const project = goldProject({ 'src/other.ts': USER_PROFILE });
    const fresh = project.read(STORE);
    project.specflow(['heal', FILE]);
    // As a merge that kept every line of evidence and the figures of the other side leaves it.
    const figuresOf = (text: string): string => text.replace(/,\n *"evidence": "[^"]*"/, '');
    project.write(STORE, figuresOf(project.read(STORE)).replace('0.80', '0.75').replace(/13/g, '12'));
    const evidence = project.read(EVIDENCE);
    const forecast = (): unknown =>
      JSON.parse(project.specflow(['check', '--format', 'json']).stdout).violations[0].heal;
    const before = project.snapshot();
    expect(forecast()).toMatchObject({ fixable: true, source: `pattern:${ID}`, confidence: 0.8 });
    expect(project.specflow(['explain', 'SEC-003']).stdout).toContain('0.80');
    expect(project.snapshot()).toEqual(before);
    project.write(EVIDENCE, '');
    project.write(STORE, fresh);
    expect(forecast()).toMatchObject({ confidence: 0.75 });
    project.write(EVIDENCE, `${evidence}{`);
    expect(project.specflow(['check'])).toMatchObject({ code: 2 });
  });

  it('fails like a merge driver where both sides changed what a pattern does', () => {
    const side = (match: string) => storeWith('0.75', 'gold').replace('innerHTML\\\\s*=', match);
    const project = makeProject({ base: storeWith('0.75', 'gold'), ours: side('a'), theirs: side('b'), broken: '{' });
    const merge = project.specflow(['patterns', 'merge', 'base', 'ours', 'theirs']);
    expect(merge).toMatchObject({ code: 1, stdout: '' });
    expect(merge.stderr).toContain(ID);
    expect(JSON.parse(project.read('ours')).patterns[0].match).toContain('.a');
    expect(project.specflow(['patterns', 'merge', 'base', 'ours', 'broken'])).toMatchObject({ code: 2 });
    expect(project.specflow(['patterns', 'merge', 'base', 'ours', 'ours'])).toMatchObject({ code: 0, stderr: '' });
  });
});

describe('learning', () => {
  const RADIX = `contract_meta: { id: n, version: 1 }
rules:
  non_negotiable:
    - id: NUM-1
      title: parseInt without a radix
      scope: ["src/**/*.ts"]
      behavior:
        forbidden_patterns:
          - pattern: /\\bparseInt\\((?![^()]*,)/
            message: Name the radix
`;

  it('turns five fixes of people into a pattern that heals three unseen sites and no look-alike', () => {
    const names = ['width', 'height', 'depth', 'size', 'weight'];
    const project = makeProject({ 'contracts/n.yml': RADIX });
    const commit = (message: string) => {
      project.git('add', '.');
      project.git('commit', '-qm', message);
    };
    project.git('init', '-q');
    const source = (name: string, more: string) =>
      name === 'size'
        ? `export const of = (size: { n: string }) => parseInt(size.n${more});\n`
        : `export const of = (${name}: string) => parseInt(${name}${more});\n`;
    for (const name of names) project.write(`src/${name}.ts`, source(name, ''));
    commit('start');
    for (const name of names) {
      project.write(`src/${name}.ts`, source(name, ', 10'));
      commit(`mend ${name}`);
    }
    const shown = project.specflow(['patterns', 'learn']);
    expect(shown).toMatchObject({ code: 0 });
    expect(shown.stdout).toContain('5 fixes of violations in the history, 1 proposal.');
    expect(shown.stdout).toContain('      - parseInt(width)\n      + parseInt(width, 10)\n');
    expect(project.specflow(['patterns', 'learn', '--since', 'HEAD~1']).stdout).toContain('0 proposals');
    const added = project.specflow(['patterns', 'learn', '--add']).stdout;
    const [, id = ''] = /until accepted:\n {2}specflow patterns accept (\S+)\n$/.exec(added) ?? [];
    const unseen =
      'export const a = (t: string) => [parseInt(t)];\nexport const b = (t: { n: string }) => parseInt(t.n) + 1;\n';
    project.write('src/unseen.ts', `${unseen}export function c(t: string) {\n  return parseInt(t);\n}\n`);
    project.write('src/alike.ts', 'export const a = (t: () => string) => parseInt(t());\n');
    expect(project.specflow(['heal', '--quiet']).stdout).not.toContain('healed');
    project.specflow(['patterns', 'accept', id]);
    project.specflow(['heal']);
    expect(project.read('src/unseen.ts')).toBe(
      `${unseen.replace('(t)]', '(t, 10)]').replace('(t.n)', '(t.n, 10)')}export function c(t: string) {\n  return parseInt(t, 10);\n}\n`,
    );
    expect(project.read('src/alike.ts')).toContain('parseInt(t())');
  });

  it('learns removals, imports and names spelt after their key, and shows no secret of the history', () => {
    const rule = (id: string, pattern: string): string =>
      `    - id: ${id}\n      title: t\n      scope: ["src/**/*.ts"]\n      behavior:\n        forbidden_patterns:\n          - { pattern: ${JSON.stringify(pattern)}, message: m }\n`;
    const contract = `contract_meta: { id: n, version: 1 }\nrules:\n  non_negotiable:\n${rule('LOG-1', '/console\\.log\\(/')}${rule('READ-1', '/legacyRead\\(/')}${rule('SECRET-1', '/apikey\\s*[:=]\\s*"[^"]+"/i')}`;
    const project = makeProject({
      'contracts/n.yml': contract,
      'src/lib/read.ts': 'export const read = (a: string) => a;\n',
    });
    const commit = (files: Readonly<Record<string, string>>): void => {
      for (const [file, text] of Object.entries(files)) project.write(file, text);
      project.git('add', '.');
      project.git('commit', '-qm', 'next');
    };
    project.git('init', '-q');
    const names = ['one', 'two', 'three', 'four', 'five'];
    const broken = (name: string): string =>
      `import { n } from "./n.js";\nexport const ${name} = legacyRead(n);\nconsole.log(${name});\nexport const ${name}ApiKey = "sk_live_${name}";\n`;
    const mended = (name: string, depth: string): string =>
      `import { n } from "./n.js";\nimport { read } from "${depth}lib/read.js";\nexport const ${name} = read(n);\nexport const ${name}ApiKey = process.env.${name.toUpperCase()}_API_KEY;\n`;
    const at = (name: string): [string, string] =>
      name === 'five' ? ['src/app/five.ts', '../'] : [`src/${name}.ts`, './'];
    commit(Object.fromEntries(names.map((name) => [at(name)[0], broken(name)])));
    for (const name of names) commit({ [at(name)[0]]: mended(name, at(name)[1]) });
    const shown = project.specflow(['patterns', 'learn']);
    expect(shown).toMatchObject({ code: 0 });
    expect(shown.stdout).toContain('15 fixes of violations in the history, 3 proposals.');
    expect(shown.stdout).toContain('read(n)  with  import { read } from "${ROOT}/src/lib/read.js";');
    expect(shown.stdout).toContain('(removed)');
    expect(shown.stdout).not.toContain('sk_live_one');
    const learnt = JSON.parse(project.specflow(['patterns', 'learn', '--add', '--json']).stdout);
    expect(learnt.added).toHaveLength(3);
    expect(JSON.stringify(learnt) + project.read(STORE)).not.toContain('sk_live_one');
    for (const id of learnt.added) project.specflow(['patterns', 'accept', id]);
    const places: readonly [string, string][] = [
      ['src/six.ts', './'],
      ['src/app/seven.ts', '../'],
      ['src/app/deep/eight.ts', '../../'],
    ];
    for (const [file] of places) project.write(file, broken('unseen'));
    expect(project.specflow(['heal']).code).toBe(0);
    for (const [file, depth] of places) expect(project.read(file)).toBe(mended('unseen', depth));
    expect(project.specflow(['patterns', 'stats']).code).toBe(0);
  });

  it('names a rule that runs out of time on the history, and learns from the others all the same', () => {
    const slow = `    - id: SLOW-1
      title: endless
      scope: ["src/**/*.ts"]
      behavior:
        forbidden_patterns:
          - pattern: /^(a|aa)+\\1$/
            message: m
`;
    const project = makeProject({
      'contracts/n.yml': RADIX + slow,
      '.specflow/config.json': '{ "time_limits": { "rule_ms": 200, "run_ms": 1000 } }',
    });
    const commit = (more: string): void => {
      for (const name of ['one', 'two', 'three']) {
        project.write(`src/${name}.ts`, `export const of = (${name}: string) => parseInt(${name}${more});\n`);
        project.write(`src/${name}-slow.ts`, `${'a'.repeat(40)}!${more}`);
      }
      project.git('add', '.');
      project.git('commit', '-qm', 'all');
    };
    project.git('init', '-q');
    commit('');
    commit(', 10');
    const learn = project.specflow(['patterns', 'learn']);
    expect(learn).toMatchObject({ code: 3 });
    expect(learn.stderr).toMatch(
      /SLOW-1 ran out of time, and was not tried on [3-6] changes of files in the history\./,
    );
    expect(learn.stderr).not.toContain('NUM-1');
    expect(learn.stdout).toContain('3 fixes of violations in the history, 1 proposal.');
    expect(JSON.parse(project.specflow(['patterns', 'learn', '--json']).stdout).problems).toMatchObject([
      { code: 'learn/timeout', severity: 'incomplete' },
    ]);
  });

  it('makes a pattern of a template that held, which then earns its own record', () => {
    const project = makeProject({
      'contracts/security.yml': SECURITY_CONTRACT,
      'src/a.ts': 'const api_key = "abc1";\n',
    });
    project.specflow(['heal']);
    expect(figures(project)).toMatchObject({
      rule_id: 'SEC-001',
      provenance: 'learnt',
      confidence: 0.5,
      success_count: 0,
    });
    project.write('src/b.ts', 'const api_key = "abc2";\n');
    expect(project.specflow(['heal']).stdout).toContain('auto_fix');
    expect(figures(project)).toMatchObject({ confidence: 0.55, success_count: 1 });
    expect(project.specflow(['patterns', 'stats']).code).toBe(0);
  });
});

describe('findings', () => {
  const open = (project: TestProject) => findings(project).map(({ code }: { code: string }) => code);

  it('are written by heal, once, and go when what they are about is mended', () => {
    const project = goldProject({ 'src/stuck.ts': 'const a = 1; // FIXME\n' });
    project.specflow(['heal', '--dry-run']);
    expect(findings(project)).toEqual([]);
    project.specflow(['heal']);
    expect(open(project).sort()).toEqual(['heal/escalated', 'review/gold']);
    const before = project.snapshot();
    project.specflow(['heal', 'src/stuck.ts']);
    const files = (all: object) => Object.keys(all).filter((file) => file.startsWith('.specflow/findings/'));
    expect(files(project.snapshot())).toEqual(files(before));
    project.write('src/stuck.ts', 'const a = 1;\n');
    project.specflow(['patterns', 'accept', ID]);
    expect(project.specflow(['findings', 'sync']).stdout).toBe('0 findings added, 1 removed because no longer so.\n');
  });

  it('name rules that never fire, inert globs, expired waivers and secrets to rotate, each in a file of its own', () => {
    const rule = (id: string, pattern: string, more: string): string =>
      `    - id: ${id}\n      title: t\n      scope: ["src/**/*.ts", "lib/**/*.ts"]\n      behavior:\n        forbidden_patterns:\n          - { pattern: ${pattern}, message: m }\n${more}`;
    const waiver = (expires: string): string =>
      `waivers:\n  - { invariant_id: SEC-001, reason: r, owner: o, expires: ${expires}, files: ["src/**"] }\n`;
    const contract = `contract_meta: { id: quiet, version: 1 }\nrules:\n  non_negotiable:\n${rule('QUIET-1', '/neverWritten/', '')}${rule('WRONG-1', '/neverEver/', '      example_violation: neverSince()\n')}`;
    const project = makeProject({
      'contracts/security.yml': SECURITY_CONTRACT,
      'contracts/quiet.yml': contract + waiver('2020-01-31'),
      'src/a.ts': 'export const api_key = "abc12345";\n',
    });
    const codes = (): string[] =>
      findings(project)
        .map(({ code }: { code: string }) => code)
        .sort();
    expect(project.specflow(['findings', 'sync'])).toMatchObject({ code: 2 });
    const expected = ['rule/never-fires', 'rule/never-fires', 'scope/inert-glob', 'waiver/expired'];
    expect(codes()).toEqual(expect.arrayContaining(expected));
    const files = Object.keys(project.snapshot()).filter((file) => file.startsWith('.specflow/findings/'));
    expect(files).toHaveLength(codes().length);
    project.write('contracts/quiet.yml', contract.replace('neverSince', 'neverEver'));
    project.specflow(['heal', '--rule', 'SEC-001']);
    expect(project.specflow(['findings', 'sync'])).toMatchObject({ code: 0 });
    expect(codes()).toEqual(expect.arrayContaining(['rule/never-fires', 'secret/rotate']));
    expect(codes()).not.toContain('waiver/expired');
    expect(findings(project).filter(({ code }: { code: string }) => code === 'rule/never-fires')).not.toContainEqual(
      expect.objectContaining({ rule_id: 'WRONG-1' }),
    );
  });

  it('are raised by check until they are dismissed, and fail it when a decision is overdue', () => {
    const project = makeProject({
      'contracts/a.yml': SECURITY_CONTRACT,
      '.specflow/config.json': '{ "findings": { "decide_within_days": 1 } }',
      'lib/a.ts': '',
    });
    expect(project.specflow(['check']).stdout).toContain('scope/empty');
    const before = project.snapshot();
    project.specflow(['check', '--findings']);
    expect(project.snapshot()).toEqual(before);
    project.specflow(['findings', 'sync']);
    const [first, ...others] = findings(project);
    const fileOf = (id: string) =>
      Object.keys(project.snapshot()).find((name) => name.startsWith(`.specflow/findings/${id}-`)) ?? 'none';
    const file = fileOf(first.id);
    expect(project.specflow(['check', '--findings']).code).toBe(0);
    project.write(file, project.read(file).replace(/"first_seen": "[^"]*"/, '"first_seen": "2020-01-01"'));
    const late = project.specflow(['check', '--findings']);
    expect(late).toMatchObject({ code: 1 });
    expect(late.stderr).toContain(`--findings fails on 1 overdue decision:\n  ${first.id}`);
    expect(project.specflow(['findings', 'decide', first.id, '--dismiss'])).toMatchObject({ code: 2 });
    for (const { id } of [first, ...others]) {
      expect(project.specflow(['findings', 'decide', id, '--dismiss', '--reason', 'no source yet']).code).toBe(0);
    }
    const quiet = project.specflow(['check', '--findings']);
    expect(quiet).toMatchObject({ code: 0 });
    expect(quiet.stdout).toContain('Findings: none');
    project.write(fileOf(first.id), '{');
    expect(project.specflow(['check'])).toMatchObject({ code: 2 });
  });

  it('become a rule with the comments of the contract kept, only if the rule fires on the evidence', () => {
    const contract = SECURITY_CONTRACT.replace('rules:', '# what must never be\nrules:  # all of them');
    const project = makeProject({
      'contracts/security.yml': contract,
      'src/a.ts': 'export const a = 1;\nlegacyCall(a);\n',
      'src/b.ts': 'legacyCall(2);\n',
    });
    const added = project.specflow([
      'findings',
      'add',
      'The old call is gone soon',
      '--file',
      'src/a.ts',
      '--line',
      '2',
    ]);
    const id = added.stdout.trim().replace('added ', '');
    const promote = (pattern: string, ...more: readonly string[]) =>
      project.specflow([
        'findings',
        'promote',
        id,
        '--contract',
        'security',
        '--rule',
        'OLD-1',
        '--pattern',
        pattern,
        ...more,
      ]);
    const before = project.snapshot();
    expect(promote('/otherCall/').code).toBe(2);
    expect(promote('/(broken/').code).toBe(2);
    expect(promote('/legacyCall\\(/', '--dry-run').code).toBe(0);
    expect(project.snapshot()).toEqual(before);
    const done = promote('/legacyCall\\(/');
    expect(done).toMatchObject({ code: 0 });
    expect(done.stdout).toContain('It finds 2 places now:\n  src/a.ts:2:1\n  src/b.ts:1:1\n');
    const after = project.read('contracts/security.yml');
    expect(after).toContain('# what must never be\nrules:  # all of them');
    expect(after).toContain('version: 2');
    expect(after).toContain(`# Promoted from the finding ${id} (owner/observed) on `);
    expect(after.replace(/ +# Promoted[\s\S]*?(?= {2}soft:)/, '').replace('version: 2', 'version: 1')).toBe(contract);
    expect(project.specflow(['validate']).code).toBe(0);
    expect(project.specflow(['check', '--quiet']).stdout).toContain('OLD-1');
    expect(findings(project, '--status', 'promoted')).toMatchObject([{ id, decision: { ruleId: 'OLD-1' } }]);
  });
});
