import { expect } from 'vitest';
import { makeFolder } from '../support/make-folder.js';
import { contractText, parseCheck } from './harness/contract-text.js';
import { guarantee } from './harness/guarantee.js';

guarantee({
  id: 'G-06',
  async holds(subject) {
    const nothing = makeFolder({
      'contracts/c.yml': contractText([
        { id: 'LIVE', pattern: '/x/' },
        { id: 'IDLE', pattern: '/x/', scope: ['scr/**'] },
        { id: 'HALF', pattern: '/x/', scope: ['src/**', 'lbi/**'] },
        { id: 'LIST', pattern: '/x/', scope: ['src/a.ts, src/b.ts'] },
        { id: 'TAKEN', pattern: '/x/', scope: ['src/**', '!src/**'] },
      ]),
      'src/a.ts': 'y\n',
    });
    const checked = await subject.run(['check', '--format', 'json'], { cwd: nothing });
    const { findings } = parseCheck(checked.stdout);
    const told = (code: string): string =>
      findings.flatMap((each) => (each.code === code ? [each.message] : [])).join('\n');
    for (const id of ['IDLE', 'LIST', 'TAKEN']) expect(told('scope/empty')).toContain(id);
    expect(told('scope/empty')).not.toContain('LIVE');
    expect(told('scope/inert-glob')).toContain('lbi/**');
    expect((await subject.run(['check', '--strict'], { cwd: nothing })).code).toBe(1);

    for (const scope of [[''], [], ['!src/**'], ['  ']]) {
      const folder = makeFolder({
        'contracts/c.yml': contractText([{ id: 'A-1', pattern: '/x/', scope }]),
        'src/a.ts': 'x\n',
      });
      expect([scope, (await subject.run(['check'], { cwd: folder })).code]).toEqual([scope, 2]);
    }
  },
  bug: {
    file: 'src/engine/conclude.ts',
    find: 'findings: emptyScopes(coverages)',
    replace: 'findings: []',
  },
});
