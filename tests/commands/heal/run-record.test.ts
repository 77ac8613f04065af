import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openRunRecord, type RunRecord } from '../../../src/commands/heal/run-record.js';
import type { PlannedFile } from '../../../src/heal/ports.js';
import type { Selection } from '../../../src/runs/journal.js';
import { beforeImagePath, openJournalPath } from '../../../src/runs/run-files.js';
import { makeFolder } from '../../support/make-folder.js';

const ID = '20261121-000000-000-abcdef';
const EVERYTHING: Selection = {
  paths: [],
  rules: [],
  contracts: [],
  maxIterations: null,
  minConfidence: null,
  includesBaseline: false,
};
const planned = (file: string, before: string, after: string): PlannedFile => ({
  file,
  bom: false,
  before,
  after,
  evidence: [],
  reviews: [],
});

function openIn(files: Readonly<Record<string, string>>): { readonly root: string; readonly record: RunRecord } {
  const root = makeFolder(files);
  const options = { id: ID, day: '2026-11-21', writes: true, barred: null, isVerified: false, selection: EVERYTHING };
  return { root, record: openRunRecord(root, options) };
}

const journalOf = (root: string): readonly string[] =>
  readFileSync(path.join(root, openJournalPath(ID)), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line): { kind: string; file?: string } => JSON.parse(line))
    .map(({ kind, file }) => (file === undefined ? kind : `${kind} ${file}`));

describe('the record of a run', () => {
  it('tells the journal of all announced files before the first is written, and of none twice', () => {
    const { root, record } = openIn({ 'a.ts': 'a', 'b.ts': 'b' });
    record.announce([planned('a.ts', 'a', 'A'), planned('b.ts', 'b', 'B')]);
    expect(journalOf(root)).toEqual(['begin', 'write a.ts', 'write b.ts']);
    for (const file of ['a.ts', 'b.ts']) {
      expect(readFileSync(path.join(root, beforeImagePath(ID, file)), 'utf8')).toBe(file[0]);
    }
    expect(record.write('a.ts', 'a', false, 'A')).toEqual({ kind: 'written' });
    expect(record.write('b.ts', 'b', false, 'B')).toEqual({ kind: 'written' });
    expect(journalOf(root).slice(3)).toEqual(['written a.ts', 'written b.ts']);
    expect(readFileSync(path.join(root, 'b.ts'), 'utf8')).toBe('B');
  });

  it('tells it of what is written otherwise than announced, or once more', () => {
    const { root, record } = openIn({ 'a.ts': 'a' });
    record.announce([planned('a.ts', 'a', 'A')]);
    expect(record.write('a.ts', 'a', false, 'other').kind).toBe('written');
    expect(record.write('a.ts', 'other', false, 'a').kind).toBe('written');
    expect(record.write('a.ts', 'a', false, 'A').kind).toBe('written');
    const pair = ['write a.ts', 'written a.ts'];
    expect(journalOf(root)).toEqual(['begin', 'write a.ts', ...pair, ...pair, ...pair]);
  });

  it('writes also what it could not prepare', () => {
    const { root, record } = openIn({ 'a.ts': 'a', 'b.ts': 'b', [beforeImagePath(ID, 'b.ts/x')]: '' });
    record.announce([planned('a.ts', 'a', 'A'), planned('b.ts', 'b', 'B')]);
    expect(record.write('a.ts', 'a', false, 'A')).toEqual({ kind: 'written' });
    expect(record.write('b.ts', 'b', false, 'B').kind).toBe('refused');
    expect(readFileSync(path.join(root, 'b.ts'), 'utf8')).toBe('b');
    expect(journalOf(root)).toEqual(['begin', 'write a.ts', 'written a.ts']);
  });
});
