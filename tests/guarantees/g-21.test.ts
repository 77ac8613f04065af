import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { readCategories } from '../bench/heal/read-cases.js';
import { guarantee } from './harness/guarantee.js';
import { contractOf, healFiles, healFolder, patternOf, storeOf } from './harness/heal-in.js';

const IN_MEMORY = 'tests/bench/heal/heal-in-memory.ts';

/** Bytes and time of each file but the records of runs: a file that was written again has another time. */
function stateOf(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes('/.specflow/runs/'));
  return Object.fromEntries(
    paths.sort().map((path) => {
      const { mtimeNs, ino } = statSync(path, { bigint: true });
      return [path, `${ino} ${mtimeNs} ${readFileSync(path, 'latin1')}`];
    }),
  );
}

const CONTRACT = contractOf([
  {
    id: 'R-1',
    scope: ['src/*.ts'],
    forbidden: '/"bad"/',
    fix: { strategy: 'replace', wrap_pattern: 'process.env.GOOD' },
  },
  // Whatever is inserted, this is never content.
  {
    id: 'R-2',
    scope: ['src/never.txt'],
    required: '/never there/',
    fix: { strategy: 'insert', anchor: 'top', text: 'here' },
  },
  { id: 'R-3', scope: ['src/grow.txt'], forbidden: '/a+/', fix: { strategy: 'replace', find: '/a+/', replace: 'aaa' } },
  { id: 'R-4', scope: ['src/html.ts'], forbidden: '/\\.innerHTML =/' },
]);

guarantee({
  id: 'G-21',
  async holds(subject) {
    const first = await healFiles(subject, {
      'contracts/plain.yml': CONTRACT,
      '.specflow/fix-patterns.json': storeOf(
        patternOf({ rule_id: 'R-4', match: '\\.innerHTML =', replacement_template: '.textContent =', confidence: 0.5 }),
      ),
      'src/a.ts': 'export const a = "bad"\nexport const b = "bad"\n',
      'src/never.txt': 'text\n',
      'src/grow.txt': 'aa b\n',
      'src/html.ts': 'declare const el: HTMLElement\nel.innerHTML = "text"\n',
    });
    expect(first.report.summary.filesChanged).toBe(2);
    const state = stateOf(first.folder);
    const second = await healFolder(subject, first.folder);
    expect(second.report.summary).toMatchObject({ healed: 0, filesChanged: 0 });
    expect(stateOf(first.folder)).toEqual(state);

    const { loadRemedy, healInMemory } =
      await subject.load<typeof import('../bench/heal/heal-in-memory.js')>(IN_MEMORY);
    for (const { name, contract, store, cases } of readCategories()) {
      const remedy = loadRemedy(contract, store);
      for (const { title, before } of cases) {
        const once = await healInMemory(before, remedy);
        const twice = await healInMemory(once.files, remedy);
        expect([...twice.files], `${name}: ${title}`).toEqual([...once.files]);
      }
    }
  },
  bug: {
    file: 'src/heal/gates/still-fixed.ts',
    find: 'if (objection !== null) return objection;',
    replace: 'void objection;',
  },
});
