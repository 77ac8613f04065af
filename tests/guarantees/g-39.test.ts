import { chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { makeFolder, writeFiles } from '../support/make-folder.js';
import { git } from '../support/make-repository.js';
import { guarantee } from './harness/guarantee.js';

/** A repository that tries to have a program run, by every setting of ours and of git that names one. */
function trap(): { readonly folder: string; readonly canary: string } {
  const folder = makeFolder();
  const canary = join(folder, 'canary');
  const spring = join(folder, 'spring.sh');
  const command = ['sh', spring];
  const contract = {
    contract_meta: { id: 'c', version: 1 },
    verify: [command],
    hooks: { before: command },
    rules: {
      non_negotiable: [
        {
          id: 'A-1',
          title: 't',
          scope: ['src/**'],
          command,
          verify: [command],
          behavior: {
            forbidden_patterns: [
              {
                pattern: '/evil/',
                message: '$(touch canary)',
                auto_fix: { strategy: 'replace', hint: `run ${spring}`, wrap_pattern: 'good' },
              },
            ],
          },
        },
      ],
    },
  };
  writeFiles(folder, {
    'spring.sh': `#!/bin/sh\necho sprung >> '${canary}'\ncat\n`,
    'contracts/c.yml': JSON.stringify(contract),
    '.specflow/config.json': JSON.stringify({ heal_loop: { verify: [command], agent: command } }),
    'package.json': JSON.stringify({
      scripts: Object.fromEntries(
        ['prepare', 'preinstall', 'test', 'specflow', 'precheck', 'check'].map((name) => [name, command.join(' ')]),
      ),
      specflow: { plugins: ['./plugin.cjs'], extends: './plugin.cjs' },
    }),
    'plugin.cjs': `require('fs').writeFileSync(${JSON.stringify(canary)}, 'x')`,
    'specflow.config.js': `import fs from 'fs'; fs.writeFileSync(${JSON.stringify(canary)}, 'x')`,
    'tsconfig.json': '{ "extends": "./plugin.cjs", "compilerOptions": { "plugins": [{ "name": "./plugin.cjs" }] } }',
    'node_modules/oxc-parser/index.js': `require('fs').writeFileSync(${JSON.stringify(canary)}, 'x')`,
    '.gitattributes': '* filter=spring diff=spring merge=spring\n',
    'src/a.ts': 'evil\n',
  });
  chmodSync(spring, 0o755);
  git(folder, 'init', '--quiet', '--initial-branch=main');
  git(folder, 'add', '.');
  git(folder, 'commit', '--quiet', '-m', 'x');
  const settings = [
    ['core.fsmonitor', spring],
    ['core.pager', spring],
    ['core.editor', spring],
    ['core.sshCommand', spring],
    ['core.hooksPath', folder],
    ['core.alternateRefsCommand', spring],
    ['diff.external', spring],
    ['diff.spring.command', spring],
    ['diff.spring.textconv', spring],
    ['filter.spring.clean', spring],
    ['filter.spring.smudge', spring],
    ['filter.spring.process', spring],
    ['filter.spring.required', 'true'],
    ['merge.spring.driver', spring],
    ['credential.helper', spring],
    ['gpg.program', spring],
    ['pager.ls-files', spring],
    ['alias.ls-files', `!${spring}`],
    ['remote.origin.url', `ext::${spring}`],
    ['remote.origin.promisor', 'true'],
    ['extensions.partialClone', 'origin'],
  ];
  for (const [key = '', value = ''] of settings) git(folder, 'config', key, value);
  for (const hook of ['post-index-change', 'pre-commit', 'fsmonitor-watchman', 'reference-transaction']) {
    writeFiles(folder, { [hook]: `#!/bin/sh\necho sprung >> '${canary}'\n` });
    chmodSync(join(folder, hook), 0o755);
  }
  writeFiles(folder, { 'src/a.ts': 'evil evil\n', 'src/new.ts': 'evil\n' });
  return { folder, canary };
}

const RUNS = [
  ['check'],
  ['check', '--dirty'],
  ['check', '--staged'],
  ['check', '--since', 'HEAD'],
  ['check', '--policy-from', 'HEAD'],
  ['check', '--format', 'sarif'],
  ['test'],
  ['validate'],
  ['explain', 'A-1'],
];

guarantee({
  id: 'G-39',
  needs: () => (process.platform === 'win32' ? 'the trap is a shell script' : null),
  async holds(subject) {
    for (const argv of RUNS) {
      const { folder, canary } = trap();
      const { code } = await subject.run(argv, { cwd: folder });
      expect([argv, code, existsSync(canary)]).toEqual([argv, expect.toBeOneOf([0, 1, 2]), false]);
    }
  },
  bug: {
    file: 'src/platform/git/run-git.ts',
    find: "'-c', 'core.fsmonitor=false', ",
    replace: '',
  },
});
