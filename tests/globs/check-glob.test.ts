import { describe, expect, it } from 'vitest';
import { checkGlob } from '../../src/globs/check-glob.js';

describe('checkGlob', () => {
  it.each([
    'src/**/*.ts',
    '!**/*.test.*',
    '.env',
    'app/[[...slug]]/page.tsx',
    '{a,b}/**',
    'a b/c.ts',
    '!(a|b)/*.ts',
    'src/*.!(ts|js)/!(x).{ts,tsx}',
    'src/',
    './x',
    'ünï/**',
    '@types/**',
    '**.ts',
    './**.ts',
    '**/**.ts',
    'src/**/**.spec.ts',
    'src/**/*.test.**',
    '**/*.stories.**',
    'src/**/**',
    '{src/**,lib/**}/*.ts',
    '{**/,}x.ts',
    'src/@(a|**)/x',
    'app/(group)/page.tsx',
    'src/a}.ts',
    '**/!(*.test|*.spec|*.stories).{js,ts}',
  ])('takes %s', (glob) => {
    expect(checkGlob(glob)).toBeNull();
  });

  it.each([
    ['', 'is empty'],
    ['!', 'is empty'],
    ['  ', 'is empty'],
    [' src/**', 'space'],
    ['src/** ', 'space'],
    ['src\\a.ts', "'src/a.ts'"],
    ['!src\\a.ts', "'!src/a.ts'"],
    ['src/**.ts', "'src/**/*.ts'"],
    ['!src/**.test.{ts,js}', "'!src/**/*.test.{ts,js}'"],
    ['src/**.test.**', "'src/**/*.test.*'"],
    ['src/**/lib**', "'src/**/lib*/**'"],
    ['src/.**', "'src/.*/**'"],
    ['src/lib**', "'src/lib*/**'"],
    ['src/lib**/x.ts', "'src/lib*/**/x.ts'"],
    ['/src/**', 'absolute'],
    ['C:/src/**', 'absolute'],
    ['~/src', 'absolute'],
    ['../other/**', 'leaves the project'],
    ['src/../../x', 'leaves the project'],
    ['!../x', 'leaves the project'],
    ['!!src', 'two'],
    ['**/'.repeat(11), 'more than 10'],
    ['*a'.repeat(41), 'more than 40'],
    ['+(a|+(b|+(c)))', 'nests'],
    ['src/{a,b', "'src/{a,b}'"],
    ['src/{a,{b,c}', 'never closed'],
    ['!src/{a', "'!src/{a}'"],
    ['src/@(a|b', "'src/@(a|b)'"],
    ['*a*a!(b*)*c*', 'more than 4 wildcards'],
    ['!(a)!(b)!(c)!(d)!(e)!(f)', 'more than 4 wildcards'],
    ['src/!(test)*', 'a wildcard behind `!(…)`'],
    ['!(a)b!(c)/x', 'a wildcard behind `!(…)`'],
    ['!(a|(b))+(c)', 'a wildcard behind `!(…)`'],
    ['{1..100000}', 'alternatives'],
    ['{a,b}'.repeat(12), 'alternatives'],
    ['x'.repeat(1025), 'longer'],
  ])('refuses %s', (glob, words) => {
    const mistake = checkGlob(glob);
    expect(`${mistake?.reason} ${mistake?.help}`).toContain(words);
  });
});
