import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { planScan } from '../../../src/prefilter/plan-scan.js';
import { planRemembered } from '../../../src/prescan/cache/plan-cache.js';
import { makeFolder } from '../../support/make-folder.js';

const PATTERNS = [/\beval\s*\(/g, /debugger/gi, /x*/g];
const OTHERS = [/document\.write/g];
const CACHE = '.specflow/cache/plan.txt';

const read = (root: string): string => readFileSync(join(root, CACHE), 'utf8');

describe('a remembered plan', () => {
  it('is the plan', () => {
    const root = makeFolder({});
    for (const patterns of [PATTERNS, PATTERNS, OTHERS, PATTERNS]) {
      expect(planRemembered(root, 'v1')(patterns)).toEqual(planScan(patterns));
    }
  });

  it('is good for one program and its patterns alone', () => {
    const root = makeFolder({});
    planRemembered(root, 'v1')(PATTERNS);
    const first = read(root);
    planRemembered(root, 'v2')(PATTERNS);
    const second = read(root);
    planRemembered(root, 'v2')(OTHERS);
    expect(new Set([first, second, read(root)]).size).toBe(3);
  });

  it.each<[string, (kept: string) => string]>([
    ['torn', (kept) => kept.slice(0, -5)],
    ['changed', (kept) => kept.replace('"shortest":4', '"shortest":5')],
    ['empty', () => ''],
    ['made for other patterns', (kept) => `${kept.slice(0, 64)}\n{"classes":[],"windows":[],"patterns":[]}`],
  ])('counts for nothing where it is %s', (_, spoil) => {
    const root = makeFolder({});
    planRemembered(root, 'v1')(PATTERNS);
    const kept = read(root);
    expect(spoil(kept)).not.toBe(kept);
    writeFileSync(join(root, CACHE), spoil(kept));
    expect(planRemembered(root, 'v1')(PATTERNS)).toEqual(planScan(PATTERNS));
    expect(read(root)).toBe(kept);
  });

  it('is taken, but not kept, where nothing is to be left behind', () => {
    const root = makeFolder({});
    expect(planRemembered(root, 'v1', false)(PATTERNS)).toEqual(planScan(PATTERNS));
    expect(existsSync(join(root, CACHE))).toBe(false);
    planRemembered(root, 'v1')(PATTERNS);
    const kept = read(root);
    planRemembered(root, 'v1', false)(OTHERS);
    expect(read(root)).toBe(kept);
  });

  it('is neither read nor written through a link', () => {
    const [root, elsewhere] = [makeFolder({}), makeFolder({})];
    mkdirSync(join(root, '.specflow'));
    symlinkSync(elsewhere, join(root, '.specflow/cache'));
    expect(planRemembered(root, 'v1')(PATTERNS)).toEqual(planScan(PATTERNS));
    expect(() => readFileSync(join(elsewhere, 'plan.txt'))).toThrow('ENOENT');
  });
});
