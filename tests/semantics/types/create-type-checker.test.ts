import { describe, expect, it } from 'vitest';
import { tsconfigsOf } from '../../../src/commands/heal/tsconfigs-of.js';
import { createTypeChecker } from '../../../src/semantics/types/create-type-checker.js';
import { typePrograms } from '../../../src/semantics/types/type-programs.js';
import { makeFolder } from '../../support/make-folder.js';

const ENV = 'declare const process: { env: Record<string, string | undefined> };\n';

/** A project on disk whose library is small, so that the compiler is quick. */
function checkerOf(
  files: Readonly<Record<string, string>>,
  { mode = 'auto', config = {}, tsconfig = true }: { mode?: 'auto' | 'on'; config?: object; tsconfig?: boolean } = {},
) {
  const options = {
    strict: true,
    lib: ['es5'],
    types: [],
    module: 'esnext',
    moduleResolution: 'bundler',
    ...config,
  };
  const json = JSON.stringify({ compilerOptions: options, include: ['src'] });
  const root = makeFolder({ ...files, ...(tsconfig ? { 'tsconfig.json': json } : {}) });
  return createTypeChecker(typePrograms({ tsconfigsOf: tsconfigsOf(root), root, mode }));
}

describe('what a change adds', () => {
  it.each([
    ['5.9.3', []],
    [null, []],
    ['6.0.2', ['TS2591']],
  ])('is judged by the defaults of TypeScript %s, whose types packages may come in by themselves', (version, codes) => {
    const manifest = version === null ? {} : { 'node_modules/typescript/package.json': JSON.stringify({ version }) };
    const before = 'export const key = "abc12345";\n';
    const checker = checkerOf(
      { 'src/a.ts': before, 'node_modules/@types/node/index.d.ts': ENV, ...manifest },
      { config: { types: undefined } },
    );
    const found = checker.added('src/a.ts', before, 'export const key = process.env.KEY;\n');
    expect(found.map(({ code }) => code)).toEqual(codes);
  });

  it('is judged in what imports it by a file that passes on what it exports', () => {
    const before = 'export const slash = (path?: string) => path + "/";\n';
    const checker = checkerOf({
      'src/path.ts': before,
      'src/parts.ts': "export { slash } from './path';\n",
      'src/index.ts': "export * from './parts';\n",
      'src/use.ts': "import { slash } from './index';\nexport const root = slash();\n",
    });
    const found = checker.added('src/path.ts', before, before.replace('path?: string', 'path: string | undefined'));
    expect(found.map(({ file, code }) => `${file} ${code}`)).toEqual(['src/use.ts TS2554']);
  });

  it('is judged in what a covered file imports, too', () => {
    const before = 'export const has = (thing: string) => thing.length;\n';
    const root = makeFolder({
      'src/entry.ts': "export * from './part';\n",
      'src/part.ts': before,
      'src/other.ts': before,
      'tsconfig.json': JSON.stringify({
        compilerOptions: { strict: true, lib: ['es5'], types: [], module: 'esnext', moduleResolution: 'bundler' },
        files: ['src/entry.ts'],
      }),
    });
    const checker = createTypeChecker(typePrograms({ tsconfigsOf: tsconfigsOf(root), root, mode: 'auto' }));
    const codesIn = (file: string) =>
      checker.added(file, before, before.replace('length', 'size')).map(({ code }) => code);
    expect(codesIn('src/part.ts')).toEqual(['TS2339']);
    expect(codesIn('src/other.ts')).toEqual([]);
  });

  it('names a value that may be undefined in a slot that takes none', () => {
    const before = `${ENV}export const key: string = "abc12345";\n`;
    const checker = checkerOf({ 'src/a.ts': before });
    const after = before.replace('"abc12345"', 'process.env.KEY');
    expect(checker.added('src/a.ts', before, after)).toEqual([
      { file: 'src/a.ts', line: 2, code: 'TS2322', message: expect.stringContaining('undefined') },
    ]);
    expect(checker.added('src/a.ts', before, before.replace('"abc12345"', '"x"'))).toEqual([]);
  });

  it('is not what was there before, however its lines have moved', () => {
    const before = 'export const a: string = 1;\nexport const b: string = 2;\n';
    const checker = checkerOf({ 'src/a.ts': before });
    expect(checker.added('src/a.ts', before, `\n\n${before}`)).toEqual([]);
    expect(checker.added('src/a.ts', before, `${before}export const c: string = 3;\n`)).toHaveLength(1);
    expect(checker.added('src/a.ts', before, 'export const b: string = 2;\n')).toEqual([]);
  });

  it('is looked for in the files that import the changed one, and only where its types changed', () => {
    const a = 'export const limit = (): number => 1;\n';
    const checker = checkerOf({
      'src/a.ts': a,
      'src/b.ts': "import { limit } from './a';\nexport const n: number = limit();\n",
    });
    expect(checker.added('src/a.ts', a, a.replace('number => 1', 'string => "1"'))).toEqual([
      { file: 'src/b.ts', line: 2, code: 'TS2322', message: expect.any(String) },
    ]);
    expect(checker.added('src/a.ts', a, a.replace('=> 1', '=> 2'))).toEqual([]);
  });

  it('is not what was there before, spelt in the order in which types were met', () => {
    const a = "export const x: 'zb' = 'zb';\n";
    const b = "export const n: Exclude<keyof { za: 1; zb: 2; zc: 3 }, 'zc'> = 1;\n";
    const checker = checkerOf({ 'src/a.ts': a, 'src/b.ts': b });
    const mended = `${a}\n`;
    expect(checker.added('src/a.ts', a, mended)).toEqual([]);
    checker.keep('src/a.ts', mended);
    expect(checker.added('src/b.ts', b, `${b}\n`)).toEqual([]);
  });

  it('is judged with what was kept of other files', () => {
    const a = 'export const limit = (): number => 1;\n';
    const b = "import { limit } from './a';\nexport const n = limit();\n";
    const checker = checkerOf({ 'src/a.ts': a, 'src/b.ts': b });
    const typed = b.replace('n =', 'n: number =');
    expect(checker.added('src/b.ts', b, typed)).toEqual([]);
    checker.keep('src/a.ts', a.replace('number => 1', 'string => "1"'));
    expect(checker.added('src/b.ts', b, typed)).toHaveLength(1);
  });

  it('holds syntax errors too', () => {
    const checker = checkerOf({ 'src/a.ts': 'a();\n' });
    expect(checker.added('src/a.ts', 'export {};\n', 'export { ;\n').length).toBeGreaterThan(0);
  });

  it('leaves no trace of a change that was only asked about', () => {
    const text = 'export const a: string = "1";\n';
    const checker = checkerOf({ 'src/a.ts': text });
    const wrong = text.replace('"1"', '1');
    expect(checker.added('src/a.ts', text, wrong)).toHaveLength(1);
    expect(checker.added('src/a.ts', text, wrong)).toHaveLength(1);
  });
});

describe('which files are judged', () => {
  const text = 'export const a: string = "1";\n';
  const wrong = text.replace('"1"', '1');

  it('auto: those the tsconfig covers', () => {
    const checker = checkerOf({ 'src/a.ts': text, 'other/b.ts': text });
    expect(checker.added('other/b.ts', text, wrong)).toEqual([]);
    expect(checker.added('src/a.ts', text, wrong)).toHaveLength(1);
  });

  it('auto: none without a tsconfig; on: any', () => {
    expect(checkerOf({ 'src/a.ts': text }, { tsconfig: false }).added('src/a.ts', text, wrong)).toEqual([]);
    const checker = checkerOf({ 'src/a.ts': text }, { tsconfig: false, mode: 'on' });
    expect(checker.added('src/a.ts', text, wrong).map(({ code }) => code)).toEqual(['TS2322']);
    expect(checker.added('src/a.py', text, wrong)).toEqual([]);
  });
});

describe('a project whose packages are not installed', () => {
  const before = "import { load } from 'pkg';\nexport const key = load('abc');\n";
  const after = before.replace("load('abc')", 'process.env.KEY');

  it('auto: is not blamed for types it cannot have, and says so', () => {
    const checker = checkerOf({ 'src/a.ts': before });
    expect(checker.unresolved()).toBeNull();
    expect(checker.added('src/a.ts', before, after)).toEqual([]);
    expect(checker.added('src/a.ts', before, `import { more } from 'more';\n${before}more();\n`)).toEqual([]);
    expect(checker.unresolved()).toContain('not installed');
  });

  it.each([
    ['{ "name": "a", "dependencies": {} }', false],
    ['{ "name": "a", "devDependencies": { "pkg": "1" } }', true],
  ])('says so where package.json names some: %s', (manifest, isSaid) => {
    const checker = checkerOf({ 'src/a.ts': before, 'package.json': manifest });
    expect(checker.added('src/a.ts', before, after)).toEqual([]);
    expect(checker.unresolved() !== null).toBe(isSaid);
  });

  it('auto: still finds what is wrong with its own code', () => {
    const checker = checkerOf({ 'src/a.ts': before });
    const missing = checker.added('src/a.ts', before, `import { more } from './more';\n${before}more();\n`);
    expect(missing.map(({ code }) => code)).toEqual(['TS2307']);
  });

  it('on: new is new', () => {
    const checker = checkerOf({ 'src/a.ts': before }, { mode: 'on' });
    expect(checker.added('src/a.ts', before, after).map(({ code }) => code)).toEqual(['TS2591']);
  });

  it('auto: with packages there, a name they do not bring is new', () => {
    const checker = checkerOf({ 'src/a.ts': before, 'node_modules/x/package.json': '{}' });
    expect(checker.added('src/a.ts', before, after)).toHaveLength(1);
    expect(checker.unresolved()).toBeNull();
  });
});

it('a module that the tsconfig has a short form for is one of the project, installed or not', () => {
  const config = { paths: { '@/*': ['./src/*'], icons: ['./src/icons'] } };
  const checker = checkerOf({ 'src/a.ts': '', 'src/b.ts': 'export const b = 1;\n' }, { config });
  const codes = (module: string) => {
    const after = `import { b } from '${module}';\nexport const c = b;\n`;
    return checker.added('src/a.ts', 'export {};\n', after).map(({ code }) => code);
  };
  expect(codes('@/b')).toEqual([]);
  expect(codes('@/lib/b')).toEqual(['TS2307']);
  expect(codes('icons')).toEqual(['TS2307']);
  expect(codes('@a/b')).toEqual([]);
});

it('a tsconfig that is no JSON covers nothing and does not end the run', () => {
  const root = makeFolder({ 'tsconfig.json': '{ "compilerOptions": ', 'src/a.ts': 'a();\n' });
  const checker = createTypeChecker(typePrograms({ tsconfigsOf: tsconfigsOf(root), root, mode: 'auto' }));
  expect(() => checker.added('src/a.ts', 'a();\n', 'b();\n')).not.toThrow();
});

describe('a tsconfig that points to others', () => {
  const options = { strict: true, lib: ['es5'], types: [], module: 'esnext', moduleResolution: 'bundler' };
  const made = () => {
    const root = makeFolder({
      'tsconfig.json': JSON.stringify({ files: [], references: [{ path: './lib.json' }, { path: './app' }] }),
      'lib.json': JSON.stringify({ compilerOptions: { ...options, composite: true }, include: ['lib'] }),
      'app/tsconfig.json': JSON.stringify({ compilerOptions: options, include: ['.'] }),
      'lib/a.ts': 'export const a = 1;\n',
      'app/b.ts': "import { a } from '../lib/a';\nexport const b: number = a;\n",
    });
    return createTypeChecker(typePrograms({ tsconfigsOf: tsconfigsOf(root), root, mode: 'auto' }));
  };

  it('has each file judged by the one that takes it in, and the rest by none', () => {
    const checker = made();
    const worse = (file: string) => checker.added(file, 'export {};\n', 'export const c: string = 1;\n');
    expect(worse('app/b.ts').map(({ code }) => code)).toEqual(['TS2322']);
    expect(worse('lib/a.ts').map(({ code }) => code)).toEqual(['TS2322']);
    expect(worse('other/c.ts')).toEqual([]);
  });

  it('tells one what was kept before it was opened', () => {
    const checker = made();
    checker.keep('lib/a.ts', "export const a = 'x';\n");
    const before = 'export {};\n';
    const after = "import { a } from '../lib/a';\nexport const b: number = a;\n";
    expect(checker.added('app/b.ts', before, after).map(({ code }) => code)).toEqual(['TS2322']);
  });
});

describe('of changes made together', () => {
  const limit = 'export const limit = (): number => 1;\n';
  const asText = limit.replace('number => 1', 'string => "1"');
  const user = "import { limit } from './a';\nexport const n: number = limit();\n";
  const c = 'export const c = 1;\n';
  const wrong = 'export const c: string = 1;\n';

  it.each([
    ['none adds an error', { 'src/a.ts': limit.replace('1', '2'), 'src/c.ts': `${c}\n` }, []],
    ['one is wrong by itself', { 'src/a.ts': limit.replace('1', '2'), 'src/c.ts': wrong }, ['src/c.ts']],
    ['one is wrong for a file that stays', { 'src/a.ts': asText, 'src/c.ts': `${c}\n` }, ['src/a.ts']],
    ['one is wrong for another', { 'src/a.ts': asText, 'src/b.ts': `${user}\n` }, ['src/a.ts', 'src/b.ts']],
    ['one is right with another', { 'src/a.ts': asText, 'src/b.ts': user.replace(': number', '') }, []],
    ['one is not covered', { 'other.ts': wrong, 'src/c.ts': `${c}\n` }, []],
  ])('names the doubtful: %s', (_, after, doubtful) => {
    const files: Readonly<Record<string, string>> = {
      'src/a.ts': limit,
      'src/b.ts': user,
      'src/c.ts': c,
      'other.ts': c,
    };
    const checker = checkerOf(files);
    const changes = Object.entries(after).map(([path, text]) => ({ path, before: files[path] ?? '', after: text }));
    expect([...checker.doubtful(changes)].sort()).toEqual(doubtful);
  });

  it('keeps those that are not', () => {
    const checker = checkerOf({ 'src/a.ts': limit, 'src/b.ts': 'export const n = 1;\n', 'src/c.ts': c });
    const changes = [
      { path: 'src/a.ts', before: limit, after: asText },
      { path: 'src/c.ts', before: c, after: wrong },
    ];
    expect([...checker.doubtful(changes)]).toEqual(['src/c.ts']);
    expect(checker.added('src/b.ts', 'export const n = 1;\n', user)).toHaveLength(1);
    expect(checker.added('src/c.ts', c, `${c}\n`)).toEqual([]);
  });

  it('says with them which packages are missing', () => {
    const checker = checkerOf({ 'src/c.ts': c });
    checker.doubtful([{ path: 'src/c.ts', before: c, after: `${c}\n` }]);
    expect(checker.unresolved()).toContain('not installed');
  });
});

describe('a package that is compiled by itself and with all others', () => {
  const options = { strict: true, types: [], module: 'esnext', moduleResolution: 'bundler' };
  const made = (lib: string) => {
    const root = makeFolder({
      'tsconfig.json': JSON.stringify({ compilerOptions: { ...options, lib: ['es2022'] }, include: ['packages'] }),
      'packages/a/tsconfig.json': JSON.stringify({ compilerOptions: { ...options, lib: [lib] }, include: ['src'] }),
      'packages/a/src/a.ts': 'export const last = (list: string[]) => list[0];\n',
      'packages/b/b.ts': "import { last } from '../a/src/a';\nexport const b: string | undefined = last([]);\n",
    });
    return { root, checker: createTypeChecker(typePrograms({ tsconfigsOf: tsconfigsOf(root), root, mode: 'auto' })) };
  };
  const path = 'packages/a/src/a.ts';
  const before = 'export const last = (list: string[]) => list[0];\n';
  const newer = 'export const last = (list: string[]) => list.at(0);\n';
  const other = 'export const last = (list: string[]) => list.length;\n';

  it('is judged by both', () => {
    const { checker } = made('es5');
    expect(checker.added(path, before, newer).map(({ file, code }) => `${file} ${code}`)).toEqual([`${path} TS2550`]);
    expect([...checker.doubtful([{ path, before, after: newer }])]).toEqual([path]);
    expect(checker.added(path, before, other).map(({ file }) => file)).toEqual(['packages/b/b.ts']);
  });

  it('is judged as before after a doubt of one of them', () => {
    const { checker } = made('es5');
    checker.doubtful([{ path, before, after: newer }]);
    expect(checker.added('packages/b/b.ts', 'export {};\n', 'export const c = 1;\n')).toEqual([]);
    expect(checker.added(path, before, `${before}\n`)).toEqual([]);
  });

  it('says an error once', () => {
    const { checker } = made('es2022');
    expect(checker.added(path, before, newer)).toEqual([]);
    expect(checker.added(path, before, 'export const last: string = 1;\n')).toHaveLength(2);
  });
});

describe('a project of several packages, with no tsconfig at its root or one that leaves them out', () => {
  const options = { strict: true, lib: ['es5'], types: [], module: 'esnext', moduleResolution: 'bundler' };
  const files = {
    'packages/a/tsconfig.json': JSON.stringify({ compilerOptions: options, include: ['src'] }),
    'packages/a/src/deep/a.ts': 'export {};\n',
    'packages/a/other.ts': 'export {};\n',
    'packages/b/b.ts': 'export {};\n',
  };
  const atRoot = { 'tsconfig.json': JSON.stringify({ compilerOptions: options, include: ['scripts'] }), ...files };

  it.each([
    ['none', files],
    ['one', atRoot],
  ])('%s at the root: a file is judged by the nearest one above it that takes it in', (_, laid) => {
    const root = makeFolder(laid);
    const checker = createTypeChecker(typePrograms({ tsconfigsOf: tsconfigsOf(root), root, mode: 'auto' }));
    const worse = (file: string) => checker.added(file, 'export {};\n', 'export const c: string = 1;\n');
    expect(worse('packages/a/src/deep/a.ts').map(({ code }) => code)).toEqual(['TS2322']);
    expect(worse('packages/a/other.ts')).toEqual([]);
    expect(worse('packages/b/b.ts')).toEqual([]);
  });
});
