import { expect } from 'vitest';
import { makeFolder } from '../support/make-folder.js';
import { contractText } from './harness/contract-text.js';
import { guarantee } from './harness/guarantee.js';

const FILES: readonly (readonly [string, string])[] = ['b', 'a', 'Z', 'ä', 'é', 'z', 'A1', 'a2', 'a10', 'ß'].map(
  (name) => [`src/${name}/${name}.ts`, 'x y\nx\n'],
);
const CONTRACT = contractText([
  { id: 'B-1', pattern: '/y|x/' },
  { id: 'A-1', pattern: '/x/' },
  { id: 'C-1', pattern: '/never/', scope: ['src/nowhere/**', 'src/**'] },
]);

/** A program that believes it is another day; what is waived until a day is not part of this. */
function clockAt(year: number): string {
  const offset = Date.UTC(year, 0, 1) - Date.now();
  const script = `const now=Date.now;const D=Date;globalThis.Date=class extends D{constructor(...a){a.length?super(...a):super(now()+${offset})}static now(){return now()+${offset}}}`;
  return `--import=data:text/javascript,${encodeURIComponent(script)}`;
}

const WORLDS: readonly Readonly<Record<string, string>>[] = [
  {},
  { TZ: 'Pacific/Kiritimati', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' },
  { TZ: 'America/Adak', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
  { TZ: 'UTC', LANG: 'C', LC_ALL: 'POSIX' },
  { NODE_OPTIONS: clockAt(2016) },
  { NODE_OPTIONS: clockAt(2036) },
];

guarantee({
  id: 'G-14',
  async holds(subject) {
    for (const format of ['json', 'sarif', 'pretty']) {
      const outputs = new Set<string>();
      for (const [n, env] of WORLDS.entries()) {
        // Made in another order, the folder lists its files in another one.
        const turned = [...FILES.slice(n), ...FILES.slice(0, n)];
        const folder = makeFolder({
          ...Object.fromEntries(n % 2 ? turned.reverse() : turned),
          'contracts/c.yml': CONTRACT,
        });
        const { code, stdout } = await subject.run(['check', '--format', format], { cwd: folder, env });
        expect([format, n, code]).toEqual([format, n, 1]);
        outputs.add(stdout);
      }
      expect([format, outputs.size]).toEqual([format, 1]);
    }
  },
  bug: {
    file: 'src/model/compare-text.ts',
    find: 'return a < b ? -1 : a > b ? 1 : 0;',
    replace: 'return a.localeCompare(b) * (new Date().getFullYear() > 2030 ? -1 : 1);',
  },
});
