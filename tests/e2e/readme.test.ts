import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { installInto } from '../support/installed-project.js';
import { CLI, makeProject, type TestProject } from '../support/run-cli.js';

const root = path.resolve(import.meta.dirname, '../..');
const readme = readFileSync(path.join(root, 'README.md'), 'utf8');

/** Every line of every `sh` block, and how it ends in the sample shop. A line without a row fails. */
const ENDS: Readonly<Record<string, number>> = {
  'npm ci && npm run demo': 0,
  'npm ci && npm run check': 0,
  'npm install --save-dev specflow': 0,
  'npx specflow init': 0,
  'npx specflow check': 1,
  'npx specflow heal --dry-run': 1,
  'npx specflow heal': 1,
  'npx specflow init --hooks git': 0,
  'npx vitest run 2>&1 | npx specflow heal --from -': 0,
  'npx specflow heal --from junit.xml': 0,
};

/** Programs that would take the network or the clone of a repository: what they do is tested elsewhere. */
const SHIMS: Readonly<Record<string, string>> = {
  npm: '#!/bin/sh\nexit 0\n',
  npx: '#!/bin/sh\n[ "$1" = --no-install ] && shift\nprogram=$1; shift\nexec "$program" "$@"\n',
  vitest: `#!/bin/sh\nprintf 'CONTRACT VIOLATION: SEC-001 - secret\\n  File: src/services/payments.ts\\n  Line: 1\\n'\nexit 1\n`,
};

const JUNIT = `<testsuites><testsuite name="contracts"><testcase name="SEC-001" classname="c"><failure>CONTRACT VIOLATION: SEC-001 - secret
  File: src/services/payments.ts
  Line: 1
</failure></testcase></testsuite></testsuites>
`;

function shellLines(): readonly string[] {
  const blocks = [...readme.matchAll(/^ *```(?:sh|bash|console|shell)\n([\s\S]*?)^ *```/gm)];
  return blocks
    .flatMap(([, body = '']) => body.split('\n'))
    .map((line) =>
      line
        .replace(/^\$ /, '')
        .replace(/\s+#.*$/, '')
        .trim(),
    )
    .filter((line) => line !== '' && !line.startsWith('#'));
}

function shop(): TestProject {
  const at = makeProject({});
  cpSync(path.join(root, 'tests/fixtures/sample-project'), at.root, { recursive: true });
  at.write('.gitignore', 'node_modules\n.bin\n');
  at.write('junit.xml', JUNIT);
  at.git('init', '--quiet');
  at.git('add', '--all');
  at.git('commit', '--quiet', '--message', 'start');
  installInto(at);
  // The shop runs on Node, and has its types.
  symlinkSync(path.join(root, 'node_modules/@types'), path.join(at.root, 'node_modules/@types'), 'junction');
  mkdirSync(path.join(at.root, '.bin'));
  symlinkSync(CLI, path.join(at.root, '.bin/specflow'));
  for (const [name, script] of Object.entries(SHIMS)) {
    at.write(`.bin/${name}`, script);
    chmodSync(path.join(at.root, '.bin', name), 0o755);
  }
  return at;
}

describe('the commands that README shows', () => {
  const lines = [...new Set(shellLines())];

  it('each have a row here', () => {
    expect(lines.filter((line) => !Object.hasOwn(ENDS, line))).toEqual([]);
    expect(Object.keys(ENDS).filter((line) => !lines.includes(line))).toEqual([]);
  });

  it.each(lines)('%s', (line) => {
    const at = shop();
    const run = spawnSync('bash', ['-c', line], {
      cwd: at.root,
      encoding: 'utf8',
      env: {
        PATH: `${at.root}/.bin:${process.env.PATH}`,
        HOME: at.root,
        NO_COLOR: '1',
        GIT_CONFIG_GLOBAL: '/dev/null',
      },
    });
    expect(run.stderr).not.toContain('error[usage');
    expect({ line, code: run.status, told: run.stdout + run.stderr }).toEqual({
      line,
      code: ENDS[line],
      told: expect.any(String),
    });
  });
});

describe('what README names in passing', () => {
  /** `specflow check --strict` and the like, also without the program's name where a command is plain from its options. */
  const named = [...readme.matchAll(/`(?:npx )?(specflow [a-z][^`]*)`/g)].map(([, text = '']) => text);

  it('is found', () => {
    expect(named.length).toBeGreaterThan(15);
  });

  it('exists, with every option', () => {
    const at = makeProject({});
    const helps = new Map<string, string>();
    const help = (...words: readonly string[]): string => {
      const key = words.join(' ');
      const text = helps.get(key) ?? at.specflow([...words, '--help']).stdout;
      helps.set(key, text);
      return text;
    };
    const unknown = named.flatMap((text) => {
      const [, verb = '', second = ''] = text.split(/[\s)]+/);
      const top = help(verb);
      const isNested =
        new RegExp(`^ {2}${second.replace(/[^\w-]/g, '')}\\b`, 'm').test(top) && /^[a-z][a-z-]*$/.test(second);
      const page = isNested ? help(verb, second) : top;
      const options = [...text.matchAll(/(?:^|\s)(--?[a-z][\w-]*)/g)].map(([, option = '']) => option);
      const missing = options.filter((option) => !new RegExp(`(?:^|[\\s,])${option}\\b`, 'm').test(page));
      return page === '' || missing.length > 0 ? [`${text}: ${missing.join(' ')}`] : [];
    });
    expect(unknown).toEqual([]);
  });
});
