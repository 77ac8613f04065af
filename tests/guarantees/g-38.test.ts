import { linkSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { makeFolder } from '../support/make-folder.js';
import { guarantee } from './harness/guarantee.js';
import { contractOf, healFolder } from './harness/heal-in.js';

const CONTRACT = contractOf([
  { id: 'R-1', scope: ['src/**'], forbidden: '/bad/', fix: { strategy: 'replace', find: 'bad', replace: 'good' } },
]);

guarantee({
  id: 'G-38',
  async holds(subject) {
    const outside = makeFolder({ 'shared.txt': 'bad\n' });
    const folder = makeFolder({
      'contracts/plain.yml': CONTRACT,
      'src/alone.txt': 'bad\n',
      'src/one.txt': 'bad\n',
      'lib/other.txt': 'bad\n',
    });
    linkSync(join(folder, 'src/one.txt'), join(folder, 'src/two.txt'));
    linkSync(join(folder, 'lib/other.txt'), join(folder, 'src/third.txt'));
    linkSync(join(outside, 'shared.txt'), join(folder, 'src/shared.txt'));
    const { code, report, read } = await healFolder(subject, folder);

    expect(read('src/alone.txt')).toBe('good\n');
    for (const file of ['src/one.txt', 'src/two.txt', 'src/third.txt', 'lib/other.txt', 'src/shared.txt']) {
      expect(read(file), file).toBe('bad\n');
      // Nor has one of the names come to mean another file.
      expect(statSync(join(folder, file)).nlink, file).toBe(2);
    }
    expect(readFileSync(join(outside, 'shared.txt'), 'utf8')).toBe('bad\n');
    for (const file of ['src/one.txt', 'src/two.txt', 'src/third.txt', 'src/shared.txt']) {
      const entry = report.results.find((each) => each.file === file);
      expect(entry, file).toMatchObject({ status: 'escalated', reason: expect.stringContaining('hard link') });
    }
    expect(code).not.toBe(0);
  },
  bug: { file: 'src/platform/files/write-file.ts', find: 'if (stat.nlink > 1)', replace: 'if (stat.nlink > 99)' },
});
