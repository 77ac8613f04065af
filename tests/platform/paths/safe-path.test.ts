import { describe, expect, it } from 'vitest';
import { refusePath } from '../../../src/platform/paths/safe-path.js';

describe('refusePath', () => {
  it.each([
    'src/a.ts',
    '.specflow/config.json',
    '.gitignore',
    '.github/x.yml',
    'git~x',
    'my-git~1/x',
    'git~1x',
    'src/a:b.ts',
    'a b/c.ts',
    '-rf.ts',
    '$(id).ts',
    '...',
  ])('lets %s pass', (path) => expect(refusePath(path)).toBeNull());

  const NOT_A_PATH = 'it is not a path';
  const ABSOLUTE = 'it is absolute';
  const BACKSLASH = 'it holds a backslash, which some systems take for a folder separator';
  const GIT = 'it lies in the git folder';
  it.each([
    ['', NOT_A_PATH],
    ['a\0b', NOT_A_PATH],
    ['/etc/passwd', ABSOLUTE],
    ['C:/x', ABSOLUTE],
    ['C:x', ABSOLUTE],
    ['../x', 'it has the segment ".."'],
    ['src/../../x', 'it has the segment ".."'],
    ['src/..', 'it has the segment ".."'],
    ['./x', 'it has the segment "."'],
    ['a//b', 'it has the segment ""'],
    ['a/', 'it has the segment ""'],
    ['a\\..\\b', BACKSLASH],
    ['.git/config', GIT],
    ['.GIT/config', GIT],
    ['sub/.Git/hooks/x', GIT],
    ['git~1/config', GIT],
    ['git~10/config', GIT],
    ['GIT~2/config', GIT],
    ['.git./config', GIT],
    ['.git. ./config', GIT],
    ['.git /config', GIT],
    ['.git::$INDEX_ALLOCATION/config', GIT],
    ['.g\u200cit/config', GIT],
    ['.git', GIT],
  ])('refuses %j: %s', (path, reason) => expect(refusePath(path)).toBe(reason));
});
