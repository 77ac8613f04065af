import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { makeFolder } from '../support/make-folder.js';
import { amount } from './harness/amount.js';
import { guarantee } from './harness/guarantee.js';
import { bytesOf, contractOf, healFolder, modeOf } from './harness/heal-in.js';

const CONTRACT = contractOf([
  {
    id: 'R-1',
    scope: ['src/**/*.ts'],
    forbidden: '/"bad"/',
    fix: { strategy: 'replace', wrap_pattern: 'env.GOOD', import_line: "import { env } from './env'" },
  },
  {
    id: 'R-2',
    scope: ['src/**/*.txt'],
    required: '/^LICENCE$/m',
    fix: { strategy: 'insert', anchor: 'top', text: 'LICENCE\nof two lines\n' },
  },
  {
    id: 'R-3',
    scope: ['src/**/*.ini'],
    required: '/^end=1/m',
    fix: { strategy: 'insert', anchor: 'end', text: 'more=0\nend=1' },
  },
]);

const LINE_ENDS = { lf: '\n', crlf: '\r\n', cr: '\r' } as const;
const ALL_MODES = [0o644, 0o755, 0o600, 0o664, 0o4755];

/** In a sample each combination has one of the modes, in turn. */
const modesOf = (turn: number): readonly number[] => amount([ALL_MODES[turn % ALL_MODES.length] ?? 0], ALL_MODES);

interface Case {
  readonly file: string;
  readonly before: string;
  readonly after: string;
  readonly mode: number;
}

/** Line ends in text written with `\n`. */
const cases = Object.entries(LINE_ENDS).flatMap(([name, lineEnd], n) =>
  [false, true].flatMap((bom) =>
    [false, true].flatMap((isEnded) =>
      modesOf(4 * n + 2 * Number(bom) + Number(isEnded)).flatMap((mode): Case[] => {
        const as = (text: string): string => (bom ? '\ufeff' : '') + text.replaceAll('\n', lineEnd);
        const last = isEnded ? '\n' : '';
        const stem = `src/${name}${bom ? '-bom' : ''}${isEnded ? '-ended' : ''}-${mode.toString(8)}`;
        const ts = "import { x } from './x'\n\nexport const a = ";
        return [
          {
            file: `${stem}.txt`,
            before: as(`one\ntwo${last}`),
            after: as(`LICENCE\nof two lines\none\ntwo${last}`),
            mode,
          },
          { file: `${stem}.ini`, before: as(`a=1\nb=2${last}`), after: as(`a=1\nb=2\nmore=0\nend=1${last}`), mode },
          {
            file: `${stem}.ts`,
            before: as(`${ts}"bad"\nx(a)${last}`),
            after: as(`${ts.replace('\n', "\nimport { env } from './env'\n")}env.GOOD\nx(a)${last}`),
            mode,
          },
        ];
      }),
    ),
  ),
);

guarantee({
  id: 'G-17',
  async holds(subject) {
    const folder = makeFolder({
      'contracts/plain.yml': CONTRACT,
      // A file with both line ends keeps each where it is.
      'src/mixed.ts': 'export const a = "bad"\r\nexport const b = 1\nexport const c = "bad"\r\n',
      ...Object.fromEntries(cases.map(({ file, before }) => [file, before])),
    });
    for (const { file, mode } of cases) chmodSync(join(folder, file), mode);
    const { report, read } = await healFolder(subject, folder);
    expect(report.problems).toEqual([]);
    for (const { file, after, mode } of cases) {
      expect(read(file), file).toBe(bytesOf(after));
      expect(modeOf(folder, file), file).toBe(mode.toString(8));
    }
    expect(read('src/mixed.ts')).toContain('env.GOOD\r\nexport const b = 1\nexport const c = env.GOOD\r\n');
  },
  bug: { file: 'src/fix/layout/file-style.ts', find: "if (crlf > 0 && crlf >= lf) return '\\r\\n';", replace: '' },
});
