import { describe, expect, it } from 'vitest';
import { mountsBelow } from '../../../src/platform/paths/mounts-below.js';
import { makeFolder } from '../../support/make-folder.js';

describe('mountsBelow', () => {
  const line = (point: string): string => `36 35 98:0 / ${point} rw,noatime master:1 - ext4 /dev/root rw\n`;

  it('finds the folders in which another file system begins', () => {
    const root = makeFolder();
    const table = ['/', root, `${root}/a`, `${root}/b/with\\040blank\\134`, `${root}-other/c`].map(line).join('');
    expect(mountsBelow(root, table)).toEqual(['a', 'b/with blank\\']);
    expect(mountsBelow(root, '')).toEqual([]);
  });

  it.skipIf(process.platform !== 'linux')('asks the system', () => {
    expect(mountsBelow('/')).toContain('proc');
  });
});
