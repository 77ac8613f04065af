import { describe, expect, it } from 'vitest';
import { refusePath } from '../../src/platform/safe-path.js';

describe('refusePath', () => {
  it.each([
    'src/a.ts',
    '.specflow/config.json',
    '.gitignore',
    '.github/x.yml',
    'git~x',
    'a b/c.ts',
    '-rf.ts',
    '$(id).ts',
    '...',
  ])('lets %s pass', (path) => expect(refusePath(path)).toBeNull());

  it.each([
    '',
    '/etc/passwd',
    'C:/x',
    'C:x',
    '../x',
    'src/../../x',
    'src/..',
    './x',
    'a//b',
    'a/',
    'a\\..\\b',
    'a\0b',
    '.git/config',
    '.GIT/config',
    'sub/.Git/hooks/x',
    'git~1/config',
    'GIT~2/config',
    '.git./config',
    '.git /config',
    '.git::$INDEX_ALLOCATION/config',
    '.g\u200cit/config',
    '.git',
  ])('refuses %j', (path) => expect(refusePath(path)).not.toBeNull());
});
