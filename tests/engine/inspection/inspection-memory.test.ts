import fc from 'fast-check';
import { expect, it } from 'vitest';
import { enforce } from '../../../src/enforce.js';
import { inspectionMemory } from '../../../src/engine/inspection/inspection-memory.js';
import { DEFAULT_CONFIG } from '../../../src/model/config.js';
import type { Rule } from '../../../src/model/contract.js';
import { forbidden, makeRule, required } from '../../support/make-rule.js';
import { makeTree } from '../../support/make-tree.js';

const RULES: readonly Rule[] = [
  makeRule({ id: 'A' }, forbidden(/bad/)),
  makeRule({ id: 'B' }, required(/login/)),
  makeRule({ id: 'C', scope: ['src/**'] }, required(/head/, { require: 'every' }), required(/exit/)),
];
const CONTRACT = {
  id: 'test',
  file: 'contracts/test.yml',
  version: null,
  owner: null,
  rules: RULES,
  advice: [],
  waivers: [],
};

type Files = Readonly<Record<string, string>>;

function check(files: Files, remember?: Parameters<typeof enforce>[0]['remember']) {
  return enforce({
    tree: makeTree(files),
    contracts: { contracts: [CONTRACT], problems: [], findings: [], files: [] },
    config: DEFAULT_CONFIG,
    today: '2026-01-01',
    remember,
  });
}

const path = fc.constantFrom('src/a.ts', 'src/b.ts', 'src/c.ts', 'lib/d.ts');
const text = fc
  .array(fc.constantFrom('bad', 'login', 'head', 'exit', 'x'), { maxLength: 4 })
  .map((words) => words.join('\n'));
const change = fc.record({ path, text: fc.option(text) });

it('gives after any changes what a check without memory gives', () => {
  fc.assert(
    fc.property(fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { maxLength: 6 }), (rounds) => {
      const memory = inspectionMemory();
      let files: Files = { 'src/a.ts': 'login\nexit\nhead', 'src/b.ts': 'head', 'src/c.ts': 'bad' };
      expect(check(files, memory.through)).toEqual(check(files));
      for (const round of rounds) {
        const next = { ...files };
        for (const each of round) {
          if (each.text === null) delete next[each.path];
          else next[each.path] = each.text;
        }
        files = next;
        memory.forget(round.map((each) => each.path));
        expect(check(files, memory.through)).toEqual(check(files));
      }
    }),
  );
});

it('reads a file again only once it is forgotten, by itself or with its folder', () => {
  const memory = inspectionMemory();
  const files = { 'src/a.ts': 'head\nexit\nlogin', 'src/deep/b.ts': 'head', 'lib/c.ts': '' };
  const readBy = (): readonly string[] => {
    const read: string[] = [];
    check(files, (look) =>
      memory.through((asked, ...rest) => {
        read.push(asked);
        return look(asked, ...rest);
      }),
    );
    return read;
  };
  expect(readBy()).toHaveLength(3);
  expect(readBy()).toEqual([]);
  memory.forget(['lib/c.ts']);
  expect(readBy()).toEqual(['lib/c.ts']);
  memory.forget(['src']);
  expect(readBy()).toEqual(['src/a.ts', 'src/deep/b.ts']);
});
