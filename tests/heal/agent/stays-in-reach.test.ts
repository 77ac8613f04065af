import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { staysInReach } from '../../../src/heal/agent/stays-in-reach.js';
import { editsBetween } from '../../../src/heal/diff/edits-between.js';
import { applyEdits } from '../../../src/model/edit.js';
import { parseSyntax } from '../../../src/syntax/parse-syntax.js';

const SHOP = `import { db } from './db';
import './setup';
import { logger } from './logger';

export class Shop {
  label = old(1);
  list(sum: number, user: { admin: boolean }) {
    if (!user.admin) throw new Error('no');
    console.log('one', sum);
    logger.info('x');
    return sum * 1.02;
  }
  pay = () => {
    db.run(() => { logger.info('in'); });
  };
}
`;

function stays(before: string, found: string, change: (text: string) => string): boolean {
  const tree = parseSyntax('src/a.ts', before);
  const start = before.indexOf(found);
  if (tree === null || start < 0) throw new Error(found);
  const after = change(before);
  if (after === before) throw new Error('nothing changed');
  return staysInReach(tree, { start, end: start + found.length }, editsBetween(before, after));
}

const LOG = "console.log('one', sum);";
const change =
  (...pairs: readonly (readonly [string, string])[]) =>
  (text: string): string =>
    pairs.reduce((now, [from, to]) => now.replace(from, to), text);

describe('what an agent may edit', () => {
  it.each<[string, string, (text: string) => string]>([
    ['the statement', LOG, change([LOG, "logger.info('one', sum);"])],
    ['it alone, over several lines', LOG, change([LOG, "logger.info(\n      'one',\n      sum,\n    );"])],
    ['it, away with its line', LOG, change([`    ${LOG}\n`, ''])],
    ['a name to import', LOG, change([LOG, 'log(sum);'], ['import { logger }', 'import { log, logger }'])],
    [
      'an import',
      LOG,
      change([LOG, 'log(sum);'], ['import { logger }', "import { log } from './log';\nimport { logger }"]),
    ],
    ['a field', 'old(1)', change(['old(1)', 'db.count()'])],
    ['the call around a function, not what is in it', 'db.run', change(['db.run', 'db.runOnce'])],
  ])('%s', (_, found, edit) => expect(stays(SHOP, found, edit)).toBe(true));

  it.each<[string, string, (text: string) => string]>([
    ['another function', LOG, change([LOG, 'x();'], ['db.run', 'db.drop'])],
    ['the line below', LOG, change([LOG, 'x();'], ['sum * 1.02', 'sum * 0'])],
    ['the line above', LOG, change([LOG, 'x();'], ["    if (!user.admin) throw new Error('no');\n", ''])],
    ['the neighbour', LOG, change([LOG, 'x();'], ["    logger.info('x');\n", ''])],
    ['what the neighbour does', LOG, change([LOG, 'x();'], ["logger.info('x')", "logger.info(fetch('x'))"])],
    ['two statements in place of one', LOG, change([LOG, 'x();\n    return sum;'])],
    ['two on a line', LOG, change([LOG, 'x(); process.exit(1);'])],
    ['braces that end what is around', LOG, change([LOG, 'x(); } } evil(); { {'])],
    ['what an import is followed by', LOG, change([LOG, 'x();'], ["'./db';", "'./db'; fetch('http://evil/');"])],
    [
      'an import for what it does',
      LOG,
      change([LOG, 'x();'], ["import './setup';", "import './setup';\nimport './evil';"]),
    ],
    ['an import that is there for what it does', LOG, change([LOG, 'x();'], ["import './setup';\n", ''])],
    ['the function in the call', 'db.run', change(["logger.info('in')", 'process.exit(1)'])],
    ['a second field', 'old(1)', change(['old(1);', 'db.count();\n  more = 2;'])],
    ['the body of what it is found in the head of', 'user: {', change(["logger.info('x')", 'evil()'])],
  ])('not %s', (_, found, edit) => expect(stays(SHOP, found, edit)).toBe(false));
});

describe('what an agent may edit of other statements', () => {
  it.each<[string, string, string, (text: string) => string, boolean]>([
    ['an export', 'export const a = old(1);\nrun();\n', 'old', change(['old(1)', 'fresh(1)']), true],
    [
      'an export, not in two',
      'export const a = old(1);\n',
      'old',
      change(['old(1);', 'a;\nexport const b = 1;']),
      false,
    ],
    ['an import', "import { old } from 'x';\nrun();\n", 'old', change(['old', 'fresh']), true],
    ['an import, not in two', "import { old } from 'x';\n", 'old', change(["'x';", "'x';\nrun();"]), false],
    ['a method', 'class A {\n  old() { run(); }\n}\n', 'old', change(['old()', 'fresh()']), true],
    ['a method, not what is in it', 'class A {\n  old() { run(); }\n}\n', 'old', change(['run()', 'evil()']), false],
    ['a method, not in two', 'class A {\n  old() {}\n}\n', 'old', change(['old() {}', 'a() {}\n  b() {}']), false],
    ['an accessor', 'class A {\n  accessor b = old(1);\n}\n', 'old', change(['old(1)', 'fresh(1)']), true],
    ['an await', 'async function f() {\n  await old(1);\n}\n', 'old', change(['old(1)', 'fresh(1)']), true],
    ['a yield', 'function* f() {\n  yield old(1);\n}\n', 'old', change(['old(1)', 'fresh(1)']), true],
    ['a break of a loop', 'for (;;) {\n  if (old(1)) break;\n}\n', 'old', change(['old(1)', 'fresh(1)']), true],
    ['a return', 'function f() {\n  return old(1);\n}\n', 'old', change(['old(1)', 'fresh(1)']), true],
    ['a statement, away with its neighbour', 'old(1);\nrun();\n', 'old', change(['old(1);\nrun();\n', '']), false],
    [
      'a condition, not its block',
      'if (old(1)) { run(); }\n',
      'old',
      change(['{ run(); }', '{ run(); evil(); }']),
      false,
    ],
    ['a condition, not its branch', 'if (old(1)) run();\n', 'old', change(['run()', 'evil()']), false],
    ['a condition', 'if (old(1)) { run(); }\n', 'old', change(['old(1)', 'fresh(1)']), true],
    ['what does not parse', 'old(1);\nrun();\n', 'old', change(['old(1)', 'fresh(1']), false],
    ['a statement for a block', 'old(1);\n', 'old', change(['old(1);', '{ a(); b(); }']), true],
    ['what stands in no statement', '// old\nrun();\n', 'old', change(['old', 'new']), false],
    [
      'an import with an import elsewhere',
      "import { a } from 'a';\n\na();\nold(1);\n",
      'old',
      change(['old(1)', 'b(1)'], ["'a';\n", "'a';\nimport { b } from 'b';\n"]),
      true,
    ],
  ])('%s', (_, text, found, edit, expected) => expect(stays(text, found, edit)).toBe(expected));
});

it('edits between two texts make the one of the other', () => {
  const text = fc
    .array(fc.constantFrom('a\n', 'b\n', 'c\r\n', 'd', '\n'), { maxLength: 12 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(applyEdits(before, editsBetween(before, after))).toBe(after);
    }),
  );
});
