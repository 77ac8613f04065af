import { describe, expect, it } from 'vitest';
import { packagesIn } from '../../../src/commands/heal/packages-in.js';
import { makeFolder } from '../../support/make-folder.js';

describe('packages of a project', () => {
  it('are there where something says so', () => {
    const root = makeFolder({
      'package.json': '{ "dependencies": { "koa": "3" }, "devDependencies": { "@types/node": "20" } }',
      'tsconfig.json': '{ "compilerOptions": { "paths": { "@app/*": ["./src/*"] } } }',
      'packages/shop/package.json': '{ "dependencies": { "pino": "9" } }',
      'node_modules/left-pad/index.js': '',
      'src/services/a.js': '',
    });
    const { isInstalled } = packagesIn(root);
    expect(
      ['koa', '@types/node', 'left-pad', '@app/log', 'services', 'pino', 'helmet'].map((name) =>
        isInstalled('src/a.js', name),
      ),
    ).toEqual([true, true, true, true, true, false, false]);
    expect(isInstalled('packages/shop/src/a.js', 'pino')).toBe(true);
    expect(isInstalled('packages/shop/src/a.js', 'koa')).toBe(true);
  });

  it('are there by their types, by what brings them in, and by short forms of paths', () => {
    const root = makeFolder({
      'package.json':
        '{ "devDependencies": { "@types/aws-lambda": "8", "@types/acme__ui": "1", "jest": "30" }, "dependencies": { "@docusaurus/core": "3" } }',
      'tsconfig.json': '{ "compilerOptions": { "baseUrl": "./app" } }',
      'vite.config.ts': 'export default { resolve: { alias: { "@parts": "/src/parts" } } };',
      'app/utils/a.ts': '',
      'app/config.ts': 'export {};',
    });
    const { isInstalled } = packagesIn(root);
    const names = ['aws-lambda', '@acme/ui', '@jest/globals', '@site/src', '@parts/button', 'utils', 'config'];
    expect(names.filter((name) => !isInstalled('app/a.ts', name))).toEqual([]);
    expect(['estree', '@ember/service', 'settings'].some((name) => isInstalled('app/a.ts', name))).toBe(false);
  });

  it('have files of their own, found as Node does or only by what compiles', () => {
    const root = makeFolder({
      'package.json': '{ "devDependencies": {} }',
      'src/log.js': '',
      'src/net.ts': '',
      'src/parts/index.tsx': '',
      'src/old/index.js': '',
      'src/icon.svg': '',
      'src/shop/package.json': '{}',
    });
    const { reach } = packagesIn(root);
    const reached = (path: string, ...modules: readonly string[]) => modules.map((module) => reach(path, module));
    expect(reached('src/a.js', './log.js', './log', './old', '../src/log.js', './icon.svg?url', './shop')).toEqual(
      Array(6).fill('file'),
    );
    expect(reached('src/a.js', './net', './net.js', './parts', './parts/index.js', './parts/')).toEqual(
      Array(5).fill('source'),
    );
    expect(reached('src/a.mjs', './log.js', './log')).toEqual(['file', 'source']);
    expect(reached('src/a.js', './lot', './log.ts', './net/x', '../log.js')).toEqual(Array(4).fill('nothing'));
    expect(reached('src/a.js', '../../elsewhere/log.js', './$types')).toEqual(['file', 'file']);
  });

  it('have sources, which are found as compilers find them', () => {
    const root = makeFolder({
      'src/log.js': 'export const log = 1;',
      'src/net.ts': 'export const net = 1;',
      'src/parts/index.tsx': 'export const part = 1;',
      'src/types.d.ts': 'export type A = 1;',
      'src/icon.svg': '<svg />',
    });
    const { sourceAt } = packagesIn(root);
    const paths = [
      './log.js',
      './log',
      './net',
      './net.js',
      './parts',
      './types',
      './icon.svg',
      './lot',
      '../../log.js',
    ];
    expect(paths.map((module) => sourceAt?.('src/a.js', module)?.path ?? null)).toEqual([
      ...['src/log.js', 'src/log.js', 'src/net.ts', 'src/net.ts', 'src/parts/index.tsx'],
      ...[null, null, null, null],
    ]);
    expect(sourceAt?.('src/a.js', './net')?.text).toBe('export const net = 1;');
    const short = ['@/log', '~/net', '@/src/parts', '@/lot', '@scope/log', 'log', '/src/log.js'];
    expect(short.map((module) => sourceAt?.('src/pages/a.ts', module)?.path ?? null)).toEqual([
      ...['src/log.js', 'src/net.ts', 'src/parts/index.tsx'],
      ...[null, null, null, null],
    ]);
  });

  it('are all there where no package.json tells', () => {
    expect(packagesIn(makeFolder({})).isInstalled('src/a.js', 'helmet')).toBe(true);
    const bare = makeFolder({ 'package.json': '{ "type": "module" }' });
    expect(packagesIn(bare).isInstalled('src/a.js', 'helmet')).toBe(true);
    expect(packagesIn(bare).reach('src/a.js', './log.js')).toBe('file');
  });

  it.each([
    ['action.yml', "runs:\n  using: 'node12'\n  main: dist/index.js\n", [12, 0]],
    ['serverless.yml', 'provider:\n  name: aws\n  runtime: nodejs14.x\n', [14, 0]],
    ['template.yaml', 'Globals:\n  Function:\n    Runtime: nodejs20.x\n', [20, 0]],
    ['serverless.yml', 'provider:\n  runtime: python3.9\n', null],
  ] as const)('are for the Node that %s names, unless they say so themselves', (file, text, oldest) => {
    expect(packagesIn(makeFolder({ [file]: text })).oldestNode('src/a.js')).toEqual(oldest);
    const root = makeFolder({ [file]: text, 'package.json': '{ "engines": { "node": ">=18" } }' });
    expect(packagesIn(root).oldestNode('src/a.js')).toEqual([18, 0]);
  });

  it.each([
    ['>= 10.0.0', [10, 0]],
    ['^18.12 || >=20', [18, 12]],
    ['>=16.4.2 <23', [16, 4]],
    ['14.x', [14, 0]],
    ['<23', null],
    ['*', null],
  ] as const)('are for Node %s', (range, oldest) => {
    const root = makeFolder({
      'package.json': '{ "engines": { "node": "8" } }',
      'lib/package.json': JSON.stringify({ name: 'x', engines: { npm: '9', node: range } }),
    });
    expect(packagesIn(root).oldestNode('lib/src/a.js')).toEqual(oldest);
    expect(packagesIn(root).oldestNode('a.js')).toEqual([8, 0]);
  });

  it.each([
    ['{ "devDependencies": { "@babel/core": "7" } }', '{}', true],
    ['{}', '{ "devDependencies": { "typescript": "5" } }', false],
    ['{ "devDependencies": { "mocha": "10" } }', '{ "dependencies": { "webpack": "5" } }', true],
    ['{ "devDependencies": { "mocha": "10" } }', '{ "dependencies": { "invite": "1" } }', false],
  ])('are compiled by %s and %s', (top, own, expected) => {
    const root = makeFolder({ 'package.json': top, 'lib/package.json': own });
    expect(packagesIn(root).isCompiled('lib/src/a.js')).toBe(expected);
  });

  it.each([
    ['{ "compilerOptions": { "allowJs": true, "outDir": "dist" } }', true],
    ['{ "compilerOptions": { "allowJs": true, "noEmit": true } }', false],
    ['{ "compilerOptions": { "strict": true } }', false],
  ])('are compiled by TypeScript where it is told to, as in %s', (config, expected) => {
    const root = makeFolder({
      'package.json': '{ "devDependencies": { "typescript": "5" } }',
      'tsconfig.json': config,
      'src/a.js': '',
    });
    expect(packagesIn(root).isCompiled('src/a.js')).toBe(expected);
  });

  it.each([
    ['lib/main.js', 'lib/parts/a.js', false],
    ['./index.js', 'lib/parts/a.js', false],
    ['./index', 'lib/parts/a.js', false],
    ['index.js', 'index.js', false],
    ['index.js', 'web/a.js', true],
    ['dist/main.js', 'src/a.js', true],
  ])('run as they are where main, which is %s, lies beside %s or loads it', (main, path, expected) => {
    const root = makeFolder({
      'package.json': JSON.stringify({ main, devDependencies: { webpack: '5' } }),
      'index.js': "module.exports = require('./lib');",
      'lib/main.js': "require('./parts/a');",
      'lib/parts/a.js': '',
    });
    expect(packagesIn(root).isCompiled(path)).toBe(expected);
  });

  it.each([
    ['bin/tool.js', true],
    ['./cli/tool.js', false],
    [{ tool: './lib/tool.js' }, false],
  ])('run as they are where a command, %s, lies beside them or loads them', (bin, expected) => {
    const root = makeFolder({
      'package.json': JSON.stringify({ bin, devDependencies: { esbuild: '0' } }),
      'cli/tool.js': "require('../lib/a');",
      'lib/tool.js': "require('./a');",
      'lib/a.js': '',
    });
    expect(packagesIn(root).isCompiled('lib/a.js')).toBe(expected);
  });

  it('have a compiler: that which is installed, else the oldest that is named', () => {
    const root = makeFolder({
      'package.json': '{ "devDependencies": { "typescript": "^4.4.0" } }',
      'old/package.json': '{ "devDependencies": { "typescript": ">=3 <5" } }',
      'new/node_modules/typescript/package.json': '{ "name": "typescript", "version": "5.9.2" }',
      'any/package.json': '{ "devDependencies": { "typescript": "latest" } }',
    });
    const { compilerVersion } = packagesIn(root);
    expect(['src/a.ts', 'old/a.ts', 'new/src/a.ts', 'any/a.ts'].map((path) => compilerVersion?.(path))).toEqual([
      [4, 4],
      [3, 0],
      [5, 9],
      [4, 4],
    ]);
    expect(packagesIn(makeFolder({ 'package.json': '{}' })).compilerVersion?.('a.ts')).toBeNull();
  });
});
