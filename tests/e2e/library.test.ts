import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { installedProject } from '../support/installed-project.js';

const README = path.resolve(import.meta.dirname, '../../README.md');
const CONTRACT = `contract_meta: { id: app, version: 1 }
rules:
  non_negotiable:
    - id: EVAL-1
      title: No eval
      scope: ["src/**"]
      match: code
      behavior:
        forbidden_patterns: [{ pattern: /eval/, message: No eval }]
  soft:
    - id: TODO-1
      title: No todo
      scope: ["src/**"]
      behavior:
        forbidden_patterns: [{ pattern: /todo\\(/, message: No todo }]
waivers:
  - { invariant_id: EVAL-1, reason: old, owner: "@a", expires: 2999-01-01, files: [src/waived.js] }
`;

it('the program of the README finds what check finds, and counts out the same', () => {
  const at = installedProject({
    'contracts/app.yml': CONTRACT,
    'src/known.js': 'eval(1);\n',
    'src/waived.js': 'eval(2);\n',
    'package.json': '{ "type": "module" }',
  });
  expect(at.specflow(['baseline', 'create']).code).toBe(0);
  const text = '// eval is no code here\n// specflow-ignore-next-line TODO-1 -- later\ntodo();\neval(3);\n';
  writeFileSync(path.join(at.root, 'src/new.js'), text);
  const program = /```js\n(import \{ enforce,.*?)```/s.exec(readFileSync(README, 'utf8'))?.[1] ?? '';
  const told = 'violations.map(({ rule, file, exemption }) => [rule.id, file, exemption?.kind ?? null])';
  const script = `${program}console.log(JSON.stringify(${told}));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: at.root,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  const checked: { ruleId: string; file: string; exempt: { kind: string } | null }[] = JSON.parse(
    at.specflow(['check', '--format', 'json']).stdout,
  ).violations;
  expect(JSON.parse(stdout)).toEqual(checked.map(({ ruleId, file, exempt }) => [ruleId, file, exempt?.kind ?? null]));
  expect(JSON.parse(stdout).map(([, file, kind]: string[]) => `${file} ${kind}`)).toEqual([
    'src/known.js baseline',
    'src/new.js suppression',
    'src/new.js null',
    'src/waived.js waiver',
  ]);
});
