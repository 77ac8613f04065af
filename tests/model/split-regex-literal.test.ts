import { expect, it } from 'vitest';
import { splitRegexLiteral } from '../../src/model/split-regex-literal.js';

it.each([
  ['/a/', { source: 'a', flags: '' }],
  ['/a/im', { source: 'a', flags: 'im' }],
  ['/a/Q', { source: 'a', flags: 'Q' }],
  ['/a\\/b/', { source: 'a\\/b', flags: '' }],
  ['/a\\\\/', { source: 'a\\\\', flags: '' }],
  ['/a\nb/s', { source: 'a\nb', flags: 's' }],
  ['//', { source: '', flags: '' }],
  ['a', null],
  ['/a', null],
  ['/a\\/', null],
  ['/api/v1', null],
  ['', null],
])('%j', (written, expected) => expect(splitRegexLiteral(written)).toEqual(expected));
