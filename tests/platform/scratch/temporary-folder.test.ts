import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { withTemporaryFolder } from '../../../src/platform/scratch/temporary-folder.js';
import { makeFolder } from '../../support/make-folder.js';

it('is there for the work, with its files and links, and gone afterwards; what a link leads to stays', async () => {
  const elsewhere = makeFolder({ 'kept.txt': 'kept' });
  const content = { files: { 'deep/a.txt': 'a' }, links: { there: elsewhere } };
  const work = async (folder: string): Promise<string> => {
    expect(readFileSync(join(folder, 'deep/a.txt'), 'utf8')).toBe('a');
    expect(readFileSync(join(folder, 'there/kept.txt'), 'utf8')).toBe('kept');
    return folder;
  };
  expect(existsSync(await withTemporaryFolder(content, work))).toBe(false);

  let lent = '';
  const failing = withTemporaryFolder(content, async (folder) => {
    lent = folder;
    throw new Error('the work failed');
  });
  await expect(failing).rejects.toThrow('the work failed');
  expect(existsSync(lent)).toBe(false);
  expect(readFileSync(join(elsewhere, 'kept.txt'), 'utf8')).toBe('kept');
});
