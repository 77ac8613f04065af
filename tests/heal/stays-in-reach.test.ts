import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editsBetween } from '../../src/heal/edits-between.js';
import { staysInReach } from '../../src/heal/stays-in-reach.js';
import { applyEdits } from '../../src/model/edit.js';
import { parseSyntax } from '../../src/syntax/parse-syntax.js';

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
