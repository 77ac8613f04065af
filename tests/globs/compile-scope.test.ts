import fc from 'fast-check';
import fastGlob from 'fast-glob';
import micromatch from 'micromatch';
import { describe, expect, it } from 'vitest';
import { checkGlob } from '../../src/globs/check-glob.js';
import { compileScope } from '../../src/globs/compile-scope.js';
import { GLOB_OPTIONS } from '../../src/globs/glob-options.js';

const FILES = [
  '.env',
  '.github/workflows/ci.yml',
  'README.md',
  'app/[slug]/page.tsx',
  'app/[[...all]]/page.tsx',
  'app/blog/page.tsx',
  'app/s/page.tsx',
  'src/a.test.ts',
  'src/a.ts',
  'src/b.tsx',
  'src/legacy/c.ts',
  'src/legacy/keep.ts',
];

function selected(...globs: string[]): readonly string[] {
  return compileScope(globs).select(FILES);
}

describe('compileScope', () => {
  it.each([
    ['one glob', ['src/*.ts'], ['src/a.test.ts', 'src/a.ts']],
    ['an exclusion', ['src/*.ts', '!**/*.test.*'], ['src/a.ts']],
    [
      'the last glob that matches decides',
      ['src/**', '!src/legacy/**', 'src/legacy/keep.ts'],
      ['src/a.test.ts', 'src/a.ts', 'src/b.tsx', 'src/legacy/keep.ts'],
    ],
    ['an exclusion before what it excludes does nothing', ['!src/a.ts', 'src/a.ts'], ['src/a.ts']],
    ['a folder', ['src/legacy/'], ['src/legacy/c.ts', 'src/legacy/keep.ts']],
    ['an excluded folder', ['src/**/*.ts', '!src/legacy/'], ['src/a.test.ts', 'src/a.ts']],
    ['a leading ./', ['./src/a.ts', '././README.md'], ['README.md', 'src/a.ts']],
    ['doubled slashes', ['src//legacy//c.ts'], ['src/legacy/c.ts']],
    ['everything', ['./'], FILES],
    ['dot files', ['**/*.yml', '.*'], ['.env', '.github/workflows/ci.yml']],
    ['dot folders under **', ['**/ci.yml'], ['.github/workflows/ci.yml']],
    ['braces', ['src/*.{ts,tsx}', '!**/*.test.*'], ['src/a.ts', 'src/b.tsx']],
    ['a class', ['src/[ab].ts*'], ['src/a.ts', 'src/b.tsx']],
    ['a route folder', ['app/[slug]/page.tsx', '!app/s/**'], ['app/[slug]/page.tsx']],
    ['a catch-all route folder', ['app/[[...all]]/*'], ['app/[[...all]]/page.tsx']],
    ['a class where no folder is called so', ['app/[st]/page.tsx'], ['app/s/page.tsx']],
    ['a negated group is not an exclusion', ['!(src|app)/*/*'], ['.github/workflows/ci.yml']],
    ['nothing', ['nowhere/**'], []],
    ['no globs', [], []],
  ])('%s', (_name, globs, expected) => {
    expect(selected(...globs)).toEqual(expected);
  });

  it.each([
    ['a class, and what is called so', 'app/[slug]/x', ['app/s/x', 'app/[slug]/x'], ['app/slug/x', 'app/[s]/x']],
    ['two of them', '[a]/[b].ts', ['a/b.ts', '[a]/[b].ts', '[a]/b.ts', 'a/[b].ts'], ['ab/b.ts']],
    ['a range', 'src/[a-z].ts', ['src/q.ts', 'src/[a-z].ts'], ['src/-.ts', 'src/Q.ts']],
    ['a range that runs backwards', 'app/[user-id]/x', ['app/[user-id]/x'], ['app/u/x']],
    ['what is not in a class', 'src/[!a].ts', ['src/b.ts', 'src/!.ts'], ['src/a.ts', 'src/bb.ts']],
    ['a range of what is not', 'src/[^a-c]x', ['src/dx'], ['src/bx', 'src/x']],
    ['a rest parameter', 'app/[...path]/x', ['app/[...path]/x'], ['app/p/x', 'app/./x']],
    ['an optional one', 'app/[[...all]]/x', ['app/[[...all]]/x'], ['app/a]/x']],
    ['an optional parameter', 'app/[[lang]]/x', ['app/[[lang]]/x'], ['app/l]/x']],
    ['a group of routes', 'app/(shop)/x', ['app/(shop)/x', 'app/shop/x'], ['app/s/x']],
    ['an intercepting route', 'app/(.)photo/x', ['app/(.)photo/x'], ['app/photo/x']],
    ['alternatives', 'app/(a|b)/x', ['app/a/x', 'app/b/x'], ['app/(a|b)/x']],
    ['among alternatives', '{lib,app/[...id]}/x', ['lib/x', 'app/[...id]/x'], ['app/i/x']],
    ['in a group', 'app/@([id]|a)/x', ['app/[id]/x', 'app/i/x', 'app/a/x'], ['app/id/x']],
    ['in a group that negates', 'app/!([id])/x', ['app/k/x'], ['app/[id]/x', 'app/i/x']],
    ['a named class', '[[:digit:]].ts', ['7.ts'], ['d.ts', ':.ts']],
    ['a bracket that is never closed', 'app/[id/x', ['app/[id/x'], ['app/i/x']],
    [
      'behind a parenthesis that is never closed',
      'app/([id]/x',
      ['app/([id]/x', 'app/(i/x'],
      ['app/(d', 'app/?:[id]/x'],
    ],
    ['one behind another that is', '[ab/x[c]', ['[ab/xc', '[ab/x[c]'], ['a', 'a/xc']],
    ['an opening bracket', 'app/[[]id]/x', ['app/[id]/x'], ['app/i/x']],
    ['a class of a closing one', 'a[]b]c', ['a]c', 'abc', 'a[]b]c'], ['a[c']],
    ['what is not a closing one', 'a[!]b]{c,d}/x', ['aac/x', 'a[d/x'], ['a]c/x', 'abc/x', 'a']],
    ['what is no dash', 'a[!b-]', ['ac'], ['a-', 'ab', 'a/']],
    ['a range over the slash', 'a[+-9]b', ['a.b', 'a7b'], ['a/b']],
    ['a named class beside a group', '@(a|b)[[:digit:]]', ['a1', 'b1'], ['1', 'ab']],
    ['a class that holds nothing', 'a[!]', ['a[!]'], ['ab', 'a!']],
    ['what is not in a named class', 'a[![:digit:]_]', ['ab'], ['a1', 'a_', 'a/', 'a!1']],
  ])('reads brackets the same, whatever files there are: %s', (_name, glob, inside, outside) => {
    expect(compileScope([glob]).select([...inside, ...outside])).toEqual(inside);
    for (const file of inside) expect(compileScope([glob]).select([file])).toEqual([file]);
    for (const file of outside) expect(compileScope([glob]).select([file])).toEqual([]);
  });

  it.each([
    ['a folder', 'src/!(test)/**', ['src/a/x', 'src/testing/x', 'src/contest/y/x'], ['src/test/x', 'src/test/y/x']],
    ['a file', 'src/!(test).ts', ['src/testing.ts', 'src/.ts'], ['src/test.ts', 'src/a/test.ts']],
    ['an ending', 'src/!(*.test).ts', ['src/a.ts', 'src/a.test.tsx.ts'], ['src/a.test.ts']],
    [
      'several endings',
      '**/!(*.test|*.spec).{ts,tsx}',
      ['a.ts', 'b/a.tsx', 'a.test.js.ts'],
      ['a.test.ts', 'b/a.spec.tsx'],
    ],
    ['endings of which one ends in the other', '!(a).{ts,d.ts}', ['a.d.ts', 'b.d.ts', 'b.ts'], ['a.ts']],
    ['the end of a name', 'a!(b|c)', ['a', 'ad', 'abc'], ['ab', 'ac']],
    ['behind folders', 'src/**/!(x)', ['src/xx', 'src/a/b'], ['src', 'src/x', 'src/x/x']],
    ['behind a star', 'src/*.!(ts|js)', ['src/a.md', 'src/a.b.ts'], ['src/a.ts', 'src/a']],
    ['a name in brackets', 'app/!([id])/x', ['app/idx/x', 'app/[id]x/x'], ['app/[id]/x', 'app/i/x']],
    ['among alternatives', '{lib,!(src)}/x', ['lib/x', 'srcs/x'], ['src/x']],
    ['before a bracket', 'a!(b)]', ['a]', 'ac]'], ['ab]']],
    ['behind one', 'a[!(b)', ['a[', 'a[c'], ['a[b', 'ac']],
    ['in a class it is none', 'a[!(b)]', ['ac'], ['a(', 'ab']],
  ])('a group that negates leaves out whole names: %s', (_name, glob, inside, outside) => {
    expect(checkGlob(glob)).toBeNull();
    expect(compileScope([glob]).select([...inside, ...outside])).toEqual(inside);
  });

  it('keeps all alternatives of a group beside a range', () => {
    expect(compileScope(['@(src|lib)/v{1..2}/x']).select(['src/v1/x', 'lib/v2/x', 'v1/x', '/v1/x'])).toEqual([
      'src/v1/x',
      'lib/v2/x',
    ]);
  });

  const part = fc.constantFrom(
    'a',
    'b',
    '.c',
    '*',
    '**',
    '*.ts',
    'a*',
    '{a,b}',
    '?',
    'x.ts',
    '[ab]',
    '*.{ts,js}',
    '.*',
  );
  const glob = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
  const name = fc.constantFrom('a', 'b', '.c', 'ab', 'x.ts', 'y.js', '.ts');
  const file = fc.array(name, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));

  it('agrees with asking the library for each file and glob in turn', () => {
    const step = fc.record({ exclude: fc.boolean(), glob });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 4 }), fc.uniqueArray(file, { maxLength: 8 }), (steps, files) => {
        const expected = files.filter((path) => {
          let isIn = false;
          for (const { exclude, glob: positive } of steps)
            if (micromatch.isMatch(path, positive, { dot: true })) isIn = !exclude;
          return isIn;
        });
        const globs = steps.map(({ exclude, glob: positive }) => (exclude ? `!${positive}` : positive));
        expect(compileScope(globs).select(files)).toEqual(expected);
      }),
      { numRuns: 1500 },
    );
  });

  it('asks for a name behind `**`', () => {
    expect(compileScope(['a/**/*']).select(['a', 'a/b', 'a/b/c'])).toEqual(['a/b', 'a/b/c']);
  });

  it('selects what a search of the disk with the same options finds', () => {
    const root = `${import.meta.dirname}/../fixtures/corpus`;
    const all = fastGlob.sync('**', { ...GLOB_OPTIONS, cwd: root }).sort();
    for (const pattern of [
      '**/*.yml',
      'contracts/**/templates/**',
      '**/.specflow/**',
      'LICENSE*',
      '**/feature_*@*.yml',
      '*/*/*.{yml,md}',
    ]) {
      const found = fastGlob.sync(pattern, { ...GLOB_OPTIONS, cwd: root }).sort();
      expect(found.length, pattern).toBeGreaterThan(0);
      expect(compileScope([pattern]).select(all), pattern).toEqual(found);
    }
  });

  it('never throws on a glob that was checked', () => {
    const dense = fc.string({ unit: fc.constantFrom(...'a*?!/.[](){}|,@+-\\ ') });
    fc.assert(
      fc.property(fc.oneof(fc.string(), dense), (written) => {
        if (checkGlob(written) === null) compileScope([written]).select(['a', 'a/b.ts', '[a]/b']);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('globs against hostile names', () => {
  it.each(['src/**', 'src/', '**', 'src/*.ts', '**/*.ts', 'src/**/*.ts'])(
    '%s selects names with ends of lines',
    (glob) => {
      const names = ['src/a\nb.ts', 'src/a\rb.ts', 'src/a\u2028b.ts'];
      expect(compileScope([glob]).select(names)).toEqual(names);
    },
  );

  const piece = fc.constantFrom('a', 'b', '.', '*', '**', '/', '?', '[ab]', '{a,b}', '?(a)', '*(a)', '@(a|b)', '-');
  const glob = fc
    .array(piece, { minLength: 1, maxLength: 7 })
    .map((pieces) => pieces.join(''))
    .filter((written) => checkGlob(written) === null && written === written.replace(/^(\.\/+)+/, ''))
    .filter((written) => !/\/\/|\/$|^\.?$/.test(written));
  const name = fc.string({ unit: fc.constantFrom('a', 'b', '.', '-', 'é'), minLength: 1, maxLength: 4 });
  const path = fc
    .array(
      name.filter((each) => !/^\.{1,2}$/.test(each)),
      { minLength: 1, maxLength: 4 },
    )
    .map((names) => names.join('/'));

  it('without their guards, they select what the library selects', () => {
    fc.assert(
      fc.property(glob, fc.array(path, { maxLength: 8 }), (written, paths) => {
        // But for `*.*`: to the library `a.` is none, to a shell it is.
        const regex = new RegExp(micromatch.makeRe(written, GLOB_OPTIONS).source.replaceAll('\\.(?=.)', '\\.'));
        expect(compileScope([written.startsWith('!') ? `./${written}` : written]).select(paths)).toEqual(
          paths.filter((each) => regex.test(each)),
        );
      }),
      { numRuns: 3000 },
    );
  });
});
