import { describe, expect, it } from 'vitest';
import type { Packages } from '../../../src/model/fix-site.js';
import { mend } from '../mend.js';

const packages = (text: string): Packages => ({
  isInstalled: () => true,
  reach: () => 'file',
  sourceAt: () => ({ path: 'src/util.js', text }),
  oldestNode: () => null,
  isCompiled: () => false,
});

describe('what a fix asks a module of the project for', () => {
  const all = (util: string, text = "import * as Util from './util.js';\nUtil.stamp(1);\nold();") =>
    mend({
      path: 'src/a.js',
      text,
      pattern: /old\(\)/,
      fix: { findReplace: { find: /old\(\)/g, replace: 'Util.warn()' } },
      packages: packages(util),
    });
  const one = (util: string, importLine: string) =>
    mend({
      path: 'src/a.js',
      text: "import a from 'a';\nold();",
      pattern: /old\(\)/,
      fix: { findReplace: { find: /old\(\)/g, replace: 'warn()' }, importLine },
      packages: packages(util),
    });

  it('is exported by it, of the whole', () => {
    expect(all('export function stamp() {}')).toBe('<module-installed>');
    expect(all('export function stamp() {}\nexport function warn() {}')).toContain('\nUtil.warn();');
    expect(all('const warn = 1;\nexport { warn };')).toContain('\nUtil.warn();');
  });

  it('is exported by it, by name', () => {
    expect(one('export function stamp() {}', "import { warn } from './util.js';")).toBe('<module-installed>');
    expect(one('export const warn = () => {};', "import { warn } from './util.js';")).toContain('\nwarn();');
    expect(one('export const warn = () => {};', "import warn from './util.js';")).toBe('<module-installed>');
    expect(one('export default function () {}', "import warn from './util.js';")).toContain('\nwarn();');
  });

  it('is not the name of its file', () => {
    const made = mend({
      path: 'src/a.js',
      text: "import a from 'a';\nold();",
      pattern: /old\(\)/,
      fix: {
        findReplace: { find: /old\(\)/g, replace: 'Util.warn()' },
        importLine: "import * as Util from './Util.js';",
      },
      packages: packages('export const warn = () => {};'),
    });
    expect(made).toContain('\nUtil.warn();');
  });

  it('may be passed on, or set by a module of another kind', () => {
    expect(all("export * from './log.js';")).toContain('\nUtil.warn();');
    expect(all('exports.warn = () => {};')).toContain('\nUtil.warn();');
  });

  it('was asked for before', () => {
    const text = "import * as Util from './util.js';\nUtil.warn(1);\nold();";
    expect(all('export function stamp() {}', text)).toContain('\nUtil.warn();');
  });
});
