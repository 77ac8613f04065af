import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeFolder } from '../../support/make-folder.js';
import { runIn } from '../../support/run-in-process.js';

const rule = (id: string, pattern: string, find: string, replace: string): string => `
    - id: ${id}
      title: ${id}
      scope: ["src/**/*.js"]
      behavior:
        forbidden_patterns:
          - { pattern: '${pattern}', message: m, auto_fix: { strategy: replace, find: '${find}', replace: '${replace}' } }`;

const CONTRACT = `contract_meta: { id: app, version: 1 }
rules:
  non_negotiable:${rule('NO-WARN', '/\\bwarn\\(/', 'warn(', 'info(')}${rule('RADIX', '/\\bparseInt\\([^,)]*\\)/', '/\\)$/', ', 10)')}
`;

it('mends what interacts by the commands that its escalation names, in their order', async () => {
  const root = makeFolder({ 'contracts/app.yml': CONTRACT, 'src/a.js': 'console.warn(parseInt(x));\n' });
  const { err } = await runIn(root, ['heal', '--dry-run']);
  const [, order = ''] = /in the proposed order: specflow heal ([^.]*)\./.exec(err.replace(/\s+/g, ' ')) ?? [];
  const steps = order.split(', then ').map((step) => step.split(' '));
  expect(steps).toEqual([
    ['--rule', 'RADIX'],
    ['--rule', 'NO-WARN'],
  ]);
  for (const step of steps) await runIn(root, ['heal', ...step]);
  expect(readFileSync(join(root, 'src/a.js'), 'utf8')).toBe('console.info(parseInt(x, 10));\n');
});
