import { expect, it } from 'vitest';
import { requireWritten } from '../../../src/commands/output/require-written.js';
import { failed, refused, type WriteResult } from '../../../src/platform/files/write-result.js';

const systemSaid = (code: string): WriteResult => failed(Object.assign(new Error(code), { code }));

it.each([
  [systemSaid('EACCES'), 'Make the file and its folder writable for this user and run the command again.'],
  [systemSaid('ENOSPC'), 'Make room on the disk and run the command again.'],
  [systemSaid('ENOTDIR'), 'Move the file away that stands where a folder has to be and run the command again.'],
  [systemSaid('EIO'), 'Put that right and run the command again.'],
  [refused('it is a symbolic link'), 'Put that right and run the command again.'],
])('%j has a remedy', (result, help) => {
  expect(() => requireWritten('a.json', result)).toThrow(
    expect.objectContaining({ problem: expect.objectContaining({ code: 'file/not-written', help }) }),
  );
});
