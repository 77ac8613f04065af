import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EMPTY_BASELINE } from '../../src/exemptions/baseline.js';
import { BASELINE_FILE, readBaselineFile, writeBaselineFile } from '../../src/exemptions/baseline-file.js';
import { printBaseline } from '../../src/exemptions/print-baseline.js';
import type { SourceTree } from '../../src/platform/files/source-tree.js';
import { makeFolder } from '../support/make-folder.js';
import { makeTree } from '../support/make-tree.js';

const ENTRY = { ruleId: 'SEC-001', file: 'src/a.ts', anchors: ['0123456789abcdef'], count: 2 };
const PRINTED = printBaseline({ entries: [ENTRY] });
const NOT_STAGED = {
  code: 'baseline/not-staged',
  ruleId: null,
  file: '.specflow/baseline.json',
  line: null,
  message: 'The baseline is not in the git index, so it excuses nothing that is staged.',
  help: 'git add it, so that everybody knows what it knows.',
};

/** The git index, whose files may be looked at beside those on disk, or alone. */
const index = (files: Readonly<Record<string, string>>, standsAlone = false): SourceTree => {
  const tree = makeTree(files);
  return standsAlone ? { ...tree, standsAlone } : tree;
};

describe('the baseline of a project', () => {
  it('is read as it was written', () => {
    const root = makeFolder();
    expect(writeBaselineFile(root, { entries: [ENTRY] })).toMatchObject({ kind: 'written' });
    expect(readFileSync(join(root, '.specflow/baseline.json'), 'utf8')).toBe(PRINTED);
    expect(readBaselineFile(root)).toEqual({
      baseline: { entries: [ENTRY] },
      problems: [],
      exists: true,
      findings: [],
    });
  });

  it('is empty where there is none', () => {
    const none = { baseline: EMPTY_BASELINE, problems: [], exists: false, findings: [] };
    expect(readBaselineFile(makeFolder())).toEqual(none);
    expect(readBaselineFile(makeFolder(), index({}))).toEqual(none);
  });

  it('excuses nothing when it is no baseline or cannot be read', () => {
    const invalid = readBaselineFile(makeFolder({ [BASELINE_FILE]: '[]' }));
    expect(invalid).toMatchObject({ baseline: null, problems: [{ code: 'baseline/invalid' }], exists: true });
    const binary = readBaselineFile(makeFolder({ [BASELINE_FILE]: Uint8Array.of(0xff, 0xfe, 0x80) }));
    expect(binary).toMatchObject({
      baseline: null,
      problems: [
        {
          severity: 'invalid',
          file: '.specflow/baseline.json',
          line: null,
          message: expect.stringContaining('The baseline cannot be read: '),
          help: 'Make it a readable UTF-8 file, or restore it from version control.',
        },
      ],
      exists: true,
      findings: [],
    });
  });

  it('is the staged one where what is staged is checked', () => {
    const root = makeFolder({ [BASELINE_FILE]: printBaseline(EMPTY_BASELINE) });
    expect(readBaselineFile(root, index({ [BASELINE_FILE]: PRINTED })).baseline).toEqual({ entries: [ENTRY] });
  });

  it('that is on disk alone excuses nothing that is staged, and this is said', () => {
    const root = makeFolder({ [BASELINE_FILE]: PRINTED });
    const expected = { baseline: EMPTY_BASELINE, problems: [], exists: false };
    expect(readBaselineFile(root, index({}))).toEqual({ ...expected, findings: [NOT_STAGED] });
    expect(readBaselineFile(root, index({}, true))).toEqual({ ...expected, findings: [] });
  });
});
