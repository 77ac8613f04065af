import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/commands/index.js';
import { CLI, makeProject, type TestProject } from '../support/run-cli.js';
import { SECURITY_CONTRACT } from '../support/sample-contract.js';

const has = (program: string): boolean => spawnSync(program, ['--version']).status === 0;

/** What must be offered for each line typed, and what must not. */
const TYPED: readonly (readonly [typed: string, offered: readonly string[], not: readonly string[]])[] = [
  ['specflow ', COMMANDS.map(({ name }) => name), ['list']],
  ['specflow ch', ['check'], ['heal']],
  ['specflow patterns ', ['list', 'show', 'accept'], ['check']],
  ['specflow check --sta', ['--staged', '--stats'], ['--since', '--stdin']],
  ['specflow check --rule ', ['SEC-001', 'SEC-003', 'STYLE-1'], ['evil', '$(touch']],
  ['specflow check --contract s', ['security'], []],
  ['specflow check -f js', ['json', 'jsonl'], ['sarif']],
  ['specflow check -o js', ['json=', 'jsonl='], ['sarif=']],
  ['specflow explain SEC', ['SEC-001', 'SEC-003'], ['STYLE-1']],
  ['specflow schema c', ['contract', 'config'], ['fix-patterns']],
  ['specflow init --hooks h', ['husky'], ['git']],
  ['specflow check s', ['src'], ['schema']],
];

/** A rule whose id would run if a shell read it as code. */
const HOSTILE = `contract_meta: { id: hostile, version: 1 }
rules:
  non_negotiable:
    - id: "$(touch evil)"
      scope: ["src/**"]
      behavior: { forbidden_patterns: [{ pattern: /nowhere/, message: no }] }
`;

function project(): TestProject {
  const at = makeProject({
    'contracts/security.yml': SECURITY_CONTRACT,
    'contracts/hostile.yml': HOSTILE,
    'src/a.ts': 'export {}\n',
  });
  mkdirSync(path.join(at.root, 'bin'));
  chmodSync(CLI, 0o755);
  symlinkSync(CLI, path.join(at.root, 'bin/specflow'));
  for (const shell of ['bash', 'zsh', 'fish']) at.write(`${shell}.script`, at.specflow(['completions', shell]).stdout);
  return at;
}

function offers(shell: string, at: TestProject, script: string): string[] {
  const run = spawnSync(shell, ['-c', script], {
    cwd: at.root,
    encoding: 'utf8',
    env: { PATH: `${at.root}/bin:${process.env.PATH}`, HOME: at.root, LC_ALL: 'C.UTF-8' },
  });
  expect(run.stderr).toBe('');
  return run.stdout.split('\n').map((line) => line.split('\t')[0]?.replace(/\/$/, '') ?? '');
}

const SCRIPTS: Readonly<Record<string, (typed: string) => string>> = {
  bash: (typed) => {
    const words = typed.split(' ');
    const quoted = words.map((word) => `'${word}'`).join(' ');
    return `source ./bash.script; COMP_WORDS=(${quoted}); COMP_CWORD=${words.length - 1}
      _specflow 2>/dev/null; printf '%s\\n' "\${COMPREPLY[@]}"`;
  },
  // The widgets that draw are replaced by ones that print; what is offered is decided before them.
  zsh: (typed) => {
    const words = typed.split(' ');
    return `compdef() { :; }; _files() { print -l src; }; compset() { return 1; }
      compadd() { local -a all; [[ $1 == -a ]] && all=("\${(@P)2}") || { while [[ $1 != -- ]]; do shift; done; shift; all=("$@"); }
        print -l -- "\${(@M)all:#\${words[CURRENT]}*}"; }
      _describe() { local name="\${@[-1]}"; local -a all; all=("\${(@)\${(@P)name}%%:*}"); print -l -- "\${(@M)all:#\${words[CURRENT]}*}"; }
      source ./zsh.script; words=(${words.map((word) => `'${word}'`).join(' ')}); CURRENT=${words.length}; _specflow`;
  },
  fish: (typed) => `source ./fish.script; complete -C '${typed}'`,
};

describe.each(Object.keys(SCRIPTS))('completions in a real %s', (shell) => {
  it.skipIf(!has(shell))(`offers what the command line takes (skipped where there is no ${shell})`, () => {
    const at = project();
    for (const [typed, offered, not] of TYPED) {
      const found = offers(shell, at, SCRIPTS[shell]?.(typed) ?? '');
      expect(found, typed).toEqual(expect.arrayContaining([...offered]));
      for (const word of not) expect(found, typed).not.toContain(word);
    }
    expect(existsSync(path.join(at.root, 'evil'))).toBe(false);
  });
});

it.skipIf(!has('fish'))('tells each rule by its title in fish (skipped where there is none)', () => {
  const at = project();
  const script = `source ./fish.script; complete -C 'specflow check --rule SEC-001'`;
  const env = { PATH: `${at.root}/bin:${process.env.PATH}`, HOME: at.root, LC_ALL: 'C.UTF-8' };
  const { stdout } = spawnSync('fish', ['-c', script], { cwd: at.root, encoding: 'utf8', env });
  expect(stdout).toBe('SEC-001\tNo hardcoded secrets\n');
});

describe('completions', () => {
  it('needs the name of a shell', () => {
    const at = makeProject({});
    expect(at.specflow(['completions'])).toMatchObject({ code: 2, stderr: expect.stringContaining('usage/shell') });
    expect(at.specflow(['completions', 'tcsh'])).toMatchObject({ code: 2, stdout: '' });
  });

  it('lists nothing, quietly, where there is no project', () => {
    expect(makeProject({}).specflow(['completions', '--list', 'rules'])).toEqual({ code: 0, stdout: '', stderr: '' });
  });
});
