import { describe, expect, it } from 'vitest';
import { type WhyRequest, whyFile } from '../../../src/engine/selection/why-file.js';
import { forbidden, makeRule, scopeOf } from '../../support/make-rule.js';

const TS = makeRule({ id: 'TS', scope: ['src/**', '**/*.ts', '!src/old/**', 'src/old/kept.ts'] }, forbidden(/x/));
const CSS = makeRule({ id: 'CSS', scope: ['**/*.css'] }, forbidden(/x/));
const LISTED = ['.specflow/contracts/a.yml', 'README.md', 'dist/a.ts', 'src/a.png', 'src/a.ts', 'src/old/b.ts'];

function why(path: string, differing: Partial<WhyRequest> = {}) {
  return whyFile({
    path,
    listed: LISTED,
    judged: LISTED.filter((file) => !/^(?:dist|\.specflow)/.test(file)),
    contractFiles: ['.specflow/contracts/a.yml'],
    exclude: ['build/**', 'dist/**', '!dist/kept.ts'],
    rules: [TS, CSS],
    compileScope: (globs) => scopeOf(...globs),
    ignoredBy: () => 'line 3 of .gitignore',
    closedAbove: () => null,
    whySkipped: () => null,
    ...differing,
  });
}

describe('why a file is looked at or not', () => {
  it.each<[string, string, unknown]>([
    ['one that a rule looks at', 'src/a.ts', { kind: 'judged' }],
    ['what specflow keeps for itself', '.specflow/baseline.json', { kind: 'own-state' }],
    ['a contract', '.specflow/contracts/a.yml', { kind: 'contract' }],
    ['one that git ignores', 'src/new.ts', { kind: 'unlisted', by: 'line 3 of .gitignore' }],
    ['one the configuration excludes', 'dist/a.ts', { kind: 'excluded', glob: 'dist/**' }],
    ['one that no scope holds', 'README.md', { kind: 'unscoped' }],
    ['one that a scope takes out again', 'src/old/b.ts', { kind: 'unscoped' }],
  ])('%s', (_, path, decision) => {
    expect(why(path)).toMatchObject({ path, decision });
  });

  it('one that cannot be looked at, harmless or not', () => {
    const whySkipped = () => ({ reason: 'binary', detail: 'it holds NUL bytes' }) as const;
    const skipped = { kind: 'skipped', reason: 'binary', detail: 'it holds NUL bytes' };
    expect(why('src/a.png', { whySkipped }).decision).toEqual({ ...skipped, isHarmless: true });
    expect(why('src/a.ts', { whySkipped }).decision).toEqual({ ...skipped, isHarmless: false });
  });

  it('asks what ignores a file, and whether it can be read, only of one for which that decides', () => {
    const never = () => {
      throw new Error('asked for nothing');
    };
    expect(why('src/a.ts', { ignoredBy: never }).decision.kind).toBe('judged');
    expect(why('README.md', { ignoredBy: never, whySkipped: never }).decision.kind).toBe('unscoped');
    expect(why('src/new.ts', { whySkipped: never }).decision.kind).toBe('unlisted');
  });

  it.each([
    ['src/a.ts', '**/*.ts', true],
    ['src/a.css', 'src/**', true],
    ['src/old/b.ts', '!src/old/**', false],
    ['src/old/kept.ts', 'src/old/kept.ts', true],
    ['README.md', null, false],
  ])('of the globs of a scope, the last that matches %s decides', (path, glob, isInScope) => {
    expect(why(path).rules[0]).toEqual({ ruleId: 'TS', isInScope, glob });
  });

  it('tells it of each rule, of a path that is not listed too', () => {
    expect(why('src/new.css').rules.map(({ ruleId, isInScope }) => [ruleId, isInScope])).toEqual([
      ['TS', true],
      ['CSS', true],
    ]);
  });
});
