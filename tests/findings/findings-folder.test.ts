import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FINDINGS_FOLDER, readFindings } from '../../src/findings/findings-folder.js';
import { makeFolder } from '../support/make-folder.js';

const readIn = (root: string) => readFindings(root).problems.map(({ code, message }) => `${code}: ${message}`);

describe('the folder of findings', () => {
  it.each<[string, Readonly<Record<string, string>>]>([
    ['is not there', {}],
    ['is not there, nor the one around it', { '.specflow': 'a file' }],
  ])('%s: there are none', (_, files) => {
    expect(readIn(makeFolder(files))).toEqual([]);
  });

  it('is a file: what was decided is not known', () => {
    const told = ['finding/closed-folder: The findings cannot be read: it is no folder.'];
    expect(readIn(makeFolder({ [FINDINGS_FOLDER]: 'a file' }))).toEqual(told);
  });

  it('lies behind a link: what was decided is not known', () => {
    const root = makeFolder({ 'elsewhere/x.json': '{}', '.specflow/config.json': '{}' });
    symlinkSync('../elsewhere', join(root, FINDINGS_FOLDER));
    expect(readIn(root)).toEqual([expect.stringContaining('finding/closed-folder')]);
  });

  it.skipIf(process.getuid?.() === 0)('may not be opened: what was decided is not known', () => {
    const root = makeFolder();
    mkdirSync(join(root, FINDINGS_FOLDER), { recursive: true });
    chmodSync(join(root, FINDINGS_FOLDER), 0);
    expect(readIn(root)).toEqual(['finding/closed-folder: The findings cannot be read: permission was denied.']);
  });
});
