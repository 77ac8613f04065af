import { expect } from 'vitest';
import { makeFaultProject, readIn, removeFolder } from '../faults/fault-project.js';
import { sample } from '../faults/list-points.js';
import { callsOf, copyOf, healWith } from '../faults/run-point.js';
import { amount } from './harness/amount.js';
import { guarantee } from './harness/guarantee.js';

const FILE = 'src/b.ts';
const SAVED = '// saved by a person while heal was at work\n';

guarantee({
  id: 'G-33',
  async holds(subject) {
    const template = makeFaultProject('none');
    try {
      const calls = await callsOf(subject, template);
      const first = calls.findIndex(({ path }) => path === FILE);
      const replaced = calls.findIndex(({ to }) => to === FILE);
      // Between the last look and the rename there is nothing left to ask the system.
      const last = calls.slice(0, replaced).findLastIndex(({ name, path }) => name === 'readFileSync' && path === FILE);
      expect([first, last - first > 50, replaced - last < 6]).toEqual([first, true, true]);
      const moments = Array.from({ length: last - first + 1 }, (_, n) => first + 1 + n);
      const around = moments.slice(-amount(9, moments.length));
      for (const at of [...around, ...sample(moments.slice(0, -around.length), amount(5, moments.length))]) {
        const root = copyOf(template);
        try {
          const { code } = await healWith(subject, root, 'save', at, { FAULT_FILE: FILE, FAULT_TEXT: SAVED });
          expect(readIn(root, FILE), `a save before call ${at}`).toBe(SAVED);
          expect([0, 1]).toContain(code);
        } finally {
          removeFolder(root);
        }
      }
    } finally {
      removeFolder(template);
    }
  },
  // Looked at once, when it was read.
  bug: {
    file: 'src/platform/files/write-file.ts',
    find: "      if ('kind' in now) return now;\n      if (now.ino !== stat.ino || now.dev !== stat.dev) return CHANGED;\n",
    replace: '',
  },
});
