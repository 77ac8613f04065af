import { describe, expect, it } from 'vitest';
import { detectStack } from '../../../src/commands/init/detect-stack.js';
import { type InitStep, type ProjectState, packsFor, planInit } from '../../../src/commands/init/plan-init.js';

const PACKS = ['accessibility', 'security'];

function plan(state: Partial<ProjectState>, existing: readonly string[] = []): readonly InitStep[] {
  const whole = {
    stack: detectStack(null, ['src/a.tsx']),
    contracts: [],
    gitignore: null,
    isInGit: true,
    exists: (path: string) => existing.includes(path),
    ...state,
  };
  return planInit(whole, packsFor(whole.stack, PACKS), (path) => `template ${path}`);
}

const told = (steps: readonly InitStep[]): string[] => steps.map(({ kind, path }) => `${kind} ${path}`);

describe('detectStack', () => {
  it.each<[string, unknown, string[], string[], string[], boolean]>([
    ['an empty folder', null, [], [], [], false],
    ['a React app', { dependencies: { react: '19' } }, ['src/a.ts'], ['TypeScript'], ['React'], true],
    ['a library tested with a server', { devDependencies: { express: '5' } }, ['a.ts'], ['TypeScript'], [], false],
    ['tests of a framework', { devDependencies: { react: '19' } }, ['a.ts'], ['TypeScript'], [], false],
    ['what is compiled away', { devDependencies: { svelte: '5' } }, ['App.svelte'], [], ['Svelte'], true],
    ['a server', { dependencies: { express: '5' } }, ['src/a.mjs'], ['JavaScript'], ['Express'], false],
    ['JSX without a manifest', null, ['src/a.jsx'], ['JavaScript'], [], true],
    ['another language', null, ['main.py', 'lib.rs'], ['Python', 'Rust'], [], false],
    ['a manifest that is no object', [1], ['a.ts'], ['TypeScript'], [], false],
    ['dependencies that are no object', { dependencies: 'react' }, ['a.ts'], ['TypeScript'], [], false],
    ['a prototype name', JSON.parse('{"__proto__": {"react": 1}}'), ['a.ts'], ['TypeScript'], [], false],
  ])('%s', (_, manifest, files, languages, frameworks, hasUserInterface) => {
    expect(detectStack(manifest, files)).toEqual({ languages, frameworks, hasUserInterface });
  });
});

describe('planInit', () => {
  it('creates what a fresh project lacks', () => {
    expect(told(plan({}))).toEqual([
      'create .specflow/config.json',
      'create contracts/accessibility.yml',
      'create contracts/security.yml',
      'create .specflow/fix-patterns.json',
      'create .gitignore',
    ]);
  });

  it('keeps every file that is there', () => {
    const existing = ['.specflow/config.json', 'contracts/security.yml', '.specflow/fix-patterns.json'];
    expect(told(plan({ gitignore: '.specflow/runs/\n.specflow/cache/\n' }, existing))).toEqual([
      'keep .specflow/config.json',
      'create contracts/accessibility.yml',
      'keep contracts/security.yml',
      'keep .specflow/fix-patterns.json',
      'keep .gitignore',
    ]);
  });

  it('puts no pack beside contracts of the project, whose rule ids it could repeat', () => {
    const steps = plan({ contracts: ['docs/contracts/own.yml'] });
    expect(told(steps)).not.toContain('create contracts/security.yml');
    expect(steps).toContainEqual({
      kind: 'keep',
      path: 'docs/contracts/own.yml',
      why: 'a contract of this project; starter contracts are only for projects without one',
    });
  });

  it.each([
    ['dist/', 'dist/\n.specflow/runs/\n.specflow/cache/\n'],
    ['dist/\r\n', 'dist/\r\n.specflow/runs/\r\n.specflow/cache/\r\n'],
    ['', '.specflow/runs/\n.specflow/cache/\n'],
    [' .specflow/runs/ \n', ' .specflow/runs/ \n.specflow/cache/\n'],
  ])('adds to .gitignore what is missing: %j', (gitignore, text) => {
    expect(plan({ gitignore }).at(-1)).toEqual({ kind: 'append', path: '.gitignore', before: gitignore, text });
  });

  it('leaves .gitignore out where there is no git', () => {
    expect(told(plan({ isInGit: false }))).not.toContain('create .gitignore');
  });
});
