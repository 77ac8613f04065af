import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { makeFolder } from '../support/make-folder.js';
import { contractText, parseCheck } from './harness/contract-text.js';
import { guarantee } from './harness/guarantee.js';

const isRoot = process.getuid?.() === 0;

guarantee({
  id: 'G-08',
  async holds(subject) {
    const folder = makeFolder({
      'contracts/c.yml': contractText([{ id: 'A-1', pattern: '/evil/' }]),
      '.specflow/config.json': '{ "max_file_bytes": 1000 }',
      'src/fine.ts': 'x\n',
      'src/binary.ts': Buffer.from('evil\0evil'),
      'src/big.ts': `${'x'.repeat(1000)}evil`,
      'src/latin1.ts': Buffer.from('evil caf\xe9', 'latin1'),
      'src/utf16.ts': Buffer.from('\ufeffevil', 'utf16le'),
      'src/locked.ts': 'evil',
      'src/picture.png': Buffer.from([0x89, 0x50, 0, 1]),
      'lib/elsewhere.ts': Buffer.from('evil\0'),
    });
    chmodSync(join(folder, 'src/locked.ts'), 0);
    const { code, stdout } = await subject.run(['check', '--format', 'json'], { cwd: folder });
    const { problems, findings, violations } = parseCheck(stdout);
    expect(code).toBe(3);
    const expected = [
      ['file/too-big', 'src/big.ts'],
      ['file/binary', 'src/binary.ts'],
      ['file/not-utf8', 'src/latin1.ts'],
      ...(isRoot ? [] : [['file/unreadable', 'src/locked.ts']]),
      ['file/not-utf8', 'src/utf16.ts'],
    ];
    expect(problems.map((problem) => [problem.code, problem.file])).toEqual(expected);
    for (const { message } of problems) expect(message).toMatch(/, but it .+\.$/);
    expect(findings).toMatchObject([{ code: 'file/binary', file: 'src/picture.png' }]);
    expect(violations.map(({ file }) => file)).toEqual(isRoot ? ['src/locked.ts'] : []);

    const asked = await subject.run(['check', 'lib/elsewhere.ts', '--format', 'json'], { cwd: folder });
    expect(parseCheck(asked.stdout).findings).toMatchObject([{ code: 'path/ignored', file: 'lib/elsewhere.ts' }]);
  },
  bug: {
    file: 'src/engine/blind-spots/report-skipped.ts',
    find: 'problems: skipped.filter((file) => !isHarmless(file)).map(toProblem),',
    replace: 'problems: [],',
  },
});
