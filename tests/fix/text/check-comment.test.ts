import { describe, expect, test } from 'vitest';
import { checkComment } from '../../../src/fix/text/check-comment.js';

describe('a comment that is inserted', () => {
  test.each([
    ['a.py', '# Acme'],
    ['a.py', 'import os'],
    ['a.go', '/* Acme */'],
    ['a.c', '#include <a.h>'],
    ['a.rs', '#[derive(Debug)]'],
    ['a.php', '# Acme'],
    ['a.css', '/* Acme */'],
    ['a.css', '--main: red;'],
    ['a.scss', '// Acme'],
    ['a.sql', '/* Acme */'],
    ['a.sql', '-- Acme'],
    ['a.md', '# Acme'],
    ['a.yml', '---'],
    ['a.txt', '/* Acme */'],
  ])('is one in %s: %s', (path, text) => {
    expect(checkComment(path, text)).toBeNull();
  });

  test.each([
    ['a.py', '/* Acme */'],
    ['a.yml', '// Acme'],
    ['Dockerfile', '\n// Acme'],
    ['a.go', '# Acme'],
    ['a.css', '// Acme'],
    ['a.csv', '# Acme'],
    ['a.sass', '# Acme'],
    ['a.lua', '/* Acme */'],
    ['a.sql', '// Acme'],
    ['a.svg', '// Acme'],
    ['a.md', '/* Acme */'],
    ['a.kt', '<!-- Acme -->'],
  ])('is none in %s: %s', (path, text) => {
    expect(checkComment(path, text)).toMatchObject({ condition: 'result-parses' });
  });
});
