import { expect } from 'vitest';
import { allEnded } from './harness/all-ended.js';
import { guarantee } from './harness/guarantee.js';
import { contractOf } from './harness/heal-in.js';
import { type HookedRepository, makeHookedRepository } from './harness/hooked-repository.js';

const RULES = [
  { id: 'R-1', scope: ['src/**'], forbidden: '/bad/' },
  { id: 'R-2', scope: ['src/licensed/**'], required: '/LICENCE/' },
];
const FILES = {
  'contracts/plain.yml': contractOf(RULES).replaceAll('"soft"', '"non_negotiable"'),
  'src/a.txt': 'good\n',
  'src/licensed/b.txt': 'LICENCE\n',
};

interface Case {
  readonly name: string;
  readonly prepare: (at: HookedRepository) => Promise<unknown>;
  /** What is committed beside what is staged; nothing when left out. */
  readonly commit?: readonly string[];
  readonly passes: boolean;
}

const CASES: readonly Case[] = [
  {
    name: 'bad staged, good in the folder',
    async prepare(at) {
      at.write('src/a.txt', 'bad\n');
      await at.git(['add', 'src/a.txt']);
      at.write('src/a.txt', 'good\n');
    },
    passes: false,
  },
  {
    name: 'good staged, bad in the folder',
    async prepare(at) {
      at.write('src/a.txt', 'better\n');
      await at.git(['add', 'src/a.txt']);
      at.write('src/a.txt', 'bad\n');
    },
    passes: true,
  },
  {
    name: 'bad staged, gone from the folder',
    async prepare(at) {
      at.write('src/new.txt', 'bad\n');
      await at.git(['add', 'src/new.txt']);
      await at.git(['rm', '--cached', '--quiet', 'src/a.txt']);
    },
    passes: false,
  },
  {
    name: 'what is required taken out of the index only',
    async prepare(at) {
      at.write('src/licensed/b.txt', 'nothing\n');
      await at.git(['add', 'src/licensed/b.txt']);
      at.write('src/licensed/b.txt', 'LICENCE\n');
    },
    passes: false,
  },
  {
    name: 'the contract weakened in the folder only',
    async prepare(at) {
      at.write('src/a.txt', 'bad\n');
      await at.git(['add', 'src/a.txt']);
      at.write('contracts/plain.yml', contractOf([]));
    },
    passes: false,
  },
  {
    name: 'bad in the folder, named by the commit',
    async prepare(at) {
      at.write('src/a.txt', 'bad\n');
    },
    commit: ['--', 'src/a.txt'],
    passes: false,
  },
  {
    name: 'bad in the folder, taken along by commit -a',
    async prepare(at) {
      at.write('src/a.txt', 'bad\n');
    },
    commit: ['--all'],
    passes: false,
  },
  {
    name: 'bad staged, but another file named by the commit',
    async prepare(at) {
      at.write('src/a.txt', 'bad\n');
      await at.git(['add', 'src/a.txt']);
      at.write('src/c.txt', 'fine\n');
      await at.git(['add', 'src/c.txt']);
    },
    commit: ['--', 'src/c.txt'],
    passes: true,
  },
];

guarantee({
  id: 'G-35',
  async holds(subject) {
    const tried = async ({ name, prepare, commit = [], passes }: Case): Promise<void> => {
      const at = await makeHookedRepository(subject, FILES);
      const head = async (): Promise<string> => (await at.git(['rev-parse', 'HEAD'])).stdout;
      await prepare(at);
      const before = await head();
      const { code, stdout, stderr } = await at.git(['commit', '--quiet', '--message', name, ...commit]);
      expect(code === 0, `${name}\n${stdout}${stderr}`).toBe(passes);
      expect((await head()) !== before, name).toBe(passes);
      expect(at.hookRuns(), name).toBe(1);
    };
    await allEnded(CASES.map(tried));
  },
  bug: [
    {
      file: 'src/platform/git/index-tree.ts',
      find: "import { decodeSource } from '../files/decode-source.js';",
      replace:
        "import { decodeSource } from '../files/decode-source.js';\nimport { readSource } from '../files/read-source.js';",
    },
    {
      file: 'src/platform/git/index-tree.ts',
      find: "return blob === null ? { kind: 'gone' } : reader.read(blob);",
      replace: "return blob === null ? { kind: 'gone' } : readSource(path, reader.read(blob).kind.length * 1e6);",
    },
  ],
});
