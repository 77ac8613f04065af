import { describe, expect, it } from 'vitest';
import { isHarmless, reportSkipped, type SkippedFile } from '../../../src/engine/blind-spots/report-skipped.js';

const skipped = (path: string, reason: SkippedFile['reason'], rules = 1): SkippedFile => ({
  path,
  reason,
  detail: 'it holds NUL bytes',
  rules,
});

describe('files that could not be looked at', () => {
  it.each<[string, SkippedFile['reason'], boolean]>([
    ['a.png', 'binary', true],
    ['a.png', 'not-utf8', true],
    ['a.png', 'too-big', true],
    ['a.png', 'unreadable', false],
    ['a.png', 'not-a-file', true],
    ['a.ts', 'binary', false],
    ['a.ts', 'not-utf8', false],
    ['a.ts', 'too-big', false],
    ['a.ts', 'unreadable', false],
    ['a.ts', 'not-a-file', true],
  ])('%s that is %s: harmless %s', (path, reason, expected) => {
    expect(isHarmless(skipped(path, reason))).toBe(expected);
    const { problems, findings } = reportSkipped([skipped(path, reason)]);
    expect([problems.length, findings.length]).toEqual(expected ? [0, 1] : [1, 0]);
  });

  it('each have a problem that says who wanted to look and why it could not', () => {
    const { problems } = reportSkipped([skipped('a.ts', 'binary'), skipped('b.ts', 'too-big', 3)]);
    expect(problems).toEqual([
      {
        code: 'file/binary',
        severity: 'incomplete',
        file: 'a.ts',
        line: null,
        column: null,
        message: 'One rule wants to look at this file, but it holds NUL bytes.',
        help: 'Take it out of the scopes with a `!` glob, or add it to `exclude` in .specflow/config.json.',
      },
      expect.objectContaining({
        code: 'file/too-big',
        file: 'b.ts',
        message: '3 rules want to look at this file, but it holds NUL bytes.',
        help: 'Raise `max_file_bytes` in .specflow/config.json, or add it to `exclude` there.',
      }),
    ]);
  });

  it('that nobody meant to be read are told together, each kind once', () => {
    const files = [skipped('a.png', 'binary'), skipped('pipe', 'not-a-file'), skipped('b.gif', 'binary')];
    expect(reportSkipped(files).findings).toEqual([
      {
        code: 'file/binary',
        ruleId: null,
        file: null,
        line: null,
        message: '2 files in scope not looked at, binary by content and by name: a.png and b.gif',
        help: null,
        files: ['a.png', 'b.gif'],
      },
      {
        code: 'file/not-a-file',
        ruleId: null,
        file: 'pipe',
        line: null,
        message: '1 file in scope not looked at, no regular files (links, pipes, submodules): pipe',
        help: null,
      },
    ]);
    expect(reportSkipped([]).findings).toEqual([]);
  });

  it('are all in the data where their sentence names a few', () => {
    const files = ['a', 'b', 'c', 'd'];
    const [finding] = reportSkipped(files.map((file) => skipped(file, 'not-a-file'))).findings;
    expect(finding).toMatchObject({ files, message: expect.stringMatching(/: a, b and 2 more$/) });
    expect(finding?.help).toBe('`specflow check --format json` names each of them.');
  });
});

it('says to rename what cannot be opened by its name', () => {
  const [helped, other] = ['src/caf\ufffd.ts', 'src/a.ts'].map(
    (path) => reportSkipped([{ path, reason: 'unreadable', detail: 'x', rules: 1 }]).problems[0]?.help,
  );
  expect(helped).toBe('Rename the file, or the folder it is in: only names that are UTF-8 can be opened.');
  expect(other).toContain('Make it readable');
});
