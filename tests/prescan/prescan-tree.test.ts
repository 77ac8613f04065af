import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { enforce } from '../../src/enforce.js';
import { inspectionMemory } from '../../src/engine/inspection/inspection-memory.js';
import { DEFAULT_CONFIG } from '../../src/model/config.js';
import { openWorkingTree } from '../../src/platform/files/working-tree.js';
import { prescanTree } from '../../src/prescan/prescan-tree.js';
import { makeFolder } from '../support/make-folder.js';
import { forbidden, makeRule } from '../support/make-rule.js';

const rules = [makeRule({ id: 'A-1', scope: ['**/*.ts'] }, forbidden(/\beval\(/))];
const contract = { id: 't', file: 'contracts/t.yml', version: null, owner: null, rules, advice: [], waivers: [] };
const contracts = { contracts: [contract], problems: [], findings: [], files: [] };

const guilty = (): string => {
  const texts = Array.from({ length: 100 }, (_, at) => [`src/${at}.ts`, at % 9 === 0 ? 'eval(1);\n' : 'a();\n']);
  return makeFolder(Object.fromEntries(texts));
};

it('finds what is found without it, and reads each file but the guilty once', () => {
  const root = guilty();
  const read: string[] = [];
  const own = openWorkingTree(root, DEFAULT_CONFIG, null);
  const tree = {
    ...own,
    read: (path: string) => {
      read.push(path);
      return own.read(path);
    },
  };
  const request = { tree, contracts, config: DEFAULT_CONFIG, today: '2026-01-01' };
  const plainly = enforce(request);
  expect(read).toHaveLength(100);
  expect(enforce({ ...request, prescan: prescanTree(tree, DEFAULT_CONFIG) })).toEqual(plainly);
  expect(plainly.violations).toHaveLength(12);
  expect(read).toHaveLength(100 + 12);
});

it('leaves what can be remembered', () => {
  const root = guilty();
  const tree = openWorkingTree(root, DEFAULT_CONFIG, null);
  const memory = inspectionMemory();
  const request = { tree, contracts, config: DEFAULT_CONFIG, today: '2026-01-01' };
  const remembering = { ...request, remember: memory.through };
  expect(memory.isEmpty()).toBe(true);
  expect(enforce({ ...remembering, prescan: prescanTree(tree, DEFAULT_CONFIG) })).toEqual(enforce(request));
  expect(memory.isEmpty()).toBe(false);
  expect(enforce(remembering)).toEqual(enforce(request));
  writeFileSync(join(root, 'src/9.ts'), 'a();\n');
  writeFileSync(join(root, 'src/10.ts'), 'eval(1);\n');
  memory.forget(['src/9.ts', 'src/10.ts']);
  const found = enforce(remembering);
  expect(found).toEqual(enforce(request));
  expect(found.violations.map(({ file }) => file)).toContain('src/10.ts');
});

it('does without where bytes cannot be had', () => {
  const { readBytes: _bytes, ...tree } = openWorkingTree(makeFolder({}), DEFAULT_CONFIG, null);
  expect(prescanTree(tree, DEFAULT_CONFIG)).toBeUndefined();
});
