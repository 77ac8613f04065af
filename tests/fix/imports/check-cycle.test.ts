import { join } from 'node:path/posix';
import { describe, expect, it } from 'vitest';
import type { Packages } from '../../../src/model/fix-site.js';
import { mend } from '../mend.js';

const project = (files: Readonly<Record<string, string>>): Packages => ({
  isInstalled: () => true,
  reach: () => 'file',
  sourceAt: (path, module) => {
    const named = join(path, '..', module);
    const found = [named, named.replace(/\.js$/, '.ts'), `${named}.ts`, `${named}.js`].find((each) => each in files);
    return found === undefined ? null : { path: found, text: files[found] ?? '' };
  },
  oldestNode: () => null,
  isCompiled: () => false,
});

describe('an import', () => {
  const LINE = "import { log } from './log.js';";
  const run = (files: Readonly<Record<string, string>>, text = "import a from 'a';\nold();", importLine = LINE) =>
    mend({
      path: 'src/config.ts',
      text,
      pattern: /old\(\)/,
      fix: { findReplace: { find: /old\(\)/g, replace: 'log()' }, importLine },
      packages: project({ 'src/config.ts': text, ...files }),
    });
  const MADE = `import a from 'a';\n${LINE}\nlog();`;

  it.each([
    ['itself', { 'src/log.ts': "import { level } from './config.js';\nexport const log = make(level);" }],
    [
      'by way of others',
      {
        'src/log.ts': "import { all } from './all';\nexport const log = make(all);",
        'src/all.ts': "export * from './more';",
        'src/more.ts': "export { a } from './config';",
      },
    ],
    ['for what it does', { 'src/log.js': "import './config.js';\nexport const log = 1;" }],
    ['by require', { 'src/log.js': "const config = require('./config').all;\nexport const log = config;" }],
    ['in JavaScript, used or not', { 'src/log.js': "import config from './config.js';\nexport const log = 1;" }],
    [
      'in a circle of others',
      {
        'src/log.ts': "import { b } from './b';\nexport const log = b;",
        'src/b.ts':
          "import { log } from './log';\nimport { level } from './config';\nexport const b = () => log(level);",
      },
    ],
  ])('leads back to the file: %s', (_, files) => {
    expect(run(files)).toBe('<no-import-cycle>');
  });

  it.each([
    ['of nothing', { 'src/log.ts': 'export const log = 1;' }],
    ['of another file', { 'src/log.ts': "import { level } from './level.js';\nexport const log = make(level);" }],
    ['for its types', { 'src/log.ts': "import type { Config } from './config.js';\nexport const log = 1;" }],
    [
      'for what are only types there',
      { 'src/log.ts': "import { Config } from './config.js';\nexport const log = (config: Config) => 1;" },
    ],
    ['once it is called', { 'src/log.js': "export const log = () => { require('./config').all; };" }],
    ['once it is called, as a promise', { 'src/log.js': "export const log = () => import('./config.js');" }],
    ['by a file that does not parse', { 'src/log.js': "import './config.js';\nexport const log = (1;" }],
    ['by a file that is not there', {}],
  ])('is brought in where what it names asks for it %s', (_, files) => {
    expect(run(files)).toBe(MADE);
  });

  it('is brought in where the two lead to each other already', () => {
    const files = { 'src/log.ts': "import { level } from './config.js';\nexport const log = make(level);" };
    const text = "import { other } from './log.js';\nother();\nold();";
    expect(run(files, text)).toBe(
      "import { log, other } from './log.js';\nother();\nlog();".replace('log, other', 'other, log'),
    );
    expect(run({ ...files, 'src/b.ts': "import './log.js';" }, "import './b.js';\nold();")).toContain(LINE);
  });

  it('takes types back and forth', () => {
    const files = { 'src/log.ts': "import { level } from './config.js';\nexport type Log = 1;" };
    const made = mend({
      path: 'src/config.ts',
      text: "import a from 'a';\nold();",
      pattern: /old\(\)/,
      fix: {
        findReplace: { find: /old\(\)/g, replace: '(a satisfies Log)' },
        importLine: "import type { Log } from './log.js';",
      },
      packages: project(files),
    });
    expect(made).toContain("import type { Log } from './log.js';");
  });

  it.each([
    ["import { log } from './lag.js';\nlog();", '<no-import-cycle>'],
    ["import type { log } from './lag.js';\nlet a: log;", "import type { log } from './log.js';\nlet a: log;"],
    ["const { log } = require('./lag.js');\nlog();", '<no-import-cycle>'],
    ["const log = () => require('./lag.js').log();", "const log = () => require('./log.js').log();"],
    ["const log = () => import('./lag.js');", "const log = () => import('./log.js');"],
  ])('is exchanged: %s', (text, expected) => {
    const made = mend({
      path: 'src/config.ts',
      text,
      pattern: /'\.\/lag\.js'/,
      fix: { findReplace: { find: /'\.\/lag\.js'/g, replace: "'./log.js'" } },
      packages: project({
        'src/log.ts': "import { level } from './config.js';\nexport const log = make(level);",
        'src/config.ts': text,
      }),
    });
    expect(made).toBe(expected);
  });
});
