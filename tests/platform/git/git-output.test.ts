import { describe, expect, it } from 'vitest';
import { stagedChanges } from '../../../src/platform/git/git-changes.js';
import { splitNul, toIndexEntry, unlistedIn } from '../../../src/platform/git/git-output.js';

const BLOB = 'a'.repeat(40);

describe('git output', () => {
  it('splits at NUL and nowhere else', () => {
    expect(splitNul(Buffer.from('a b\0c\nd\0'))).toEqual(['a b', 'c\nd']);
    expect(splitNul(Buffer.alloc(0))).toEqual([]);
  });

  it('reads index entries, tabs in names included', () => {
    expect(toIndexEntry(`100644 ${BLOB} 2\ta\tb`)).toEqual({ path: 'a\tb', blob: BLOB, mode: '100644', stage: 2 });
  });

  it('throws on what it does not understand rather than skip it', () => {
    expect(() => toIndexEntry('100644')).toThrow();
    expect(() => stagedChanges(Buffer.from(`:100644 100644 ${BLOB} ${BLOB} R100\0a\0b\0`))).toThrow();
    expect(() => stagedChanges(Buffer.from(`:100644 100644 ${BLOB} ${BLOB} M\0`))).toThrow();
  });

  it('notes folders git could not open', () => {
    const stderr = "warning: something else\nwarning: could not open directory 'src/private/': Permission denied";
    expect(unlistedIn(stderr, '')).toEqual(['src/private']);
  });

  it.each([
    ['the end of a line', 'src/a\nb'],
    ['what follows a name', "src/a': b"],
  ])('notes folders git could not open with %s in their names', (_, name) => {
    const stderr = [name, 'other'].map((each) => `warning: could not open directory '${each}/': Permission denied`);
    expect(unlistedIn(stderr.join('\n'), '')).toEqual([name, 'other']);
  });

  it('names the folder above where git cut its warning short, as it does of a path too long to be opened', () => {
    const plain = "warning: could not open directory 'src/private/': Permission denied";
    const cut = `warning: could not open directory 'deep/${'d/'.repeat(2000)}ddd`;
    expect(unlistedIn(`${cut}\n${plain}\n`, '')).toEqual([`deep/${'d/'.repeat(2000)}`.slice(0, -1), 'src/private']);
  });

  it('tells folders from the root, where git tells them from the top', () => {
    const stderr = "warning: could not open directory 'pkg/src/private/': Permission denied";
    expect(unlistedIn(stderr, 'pkg/')).toEqual(['src/private']);
  });
});
