import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMatchSets, printMatchSets } from '../../../src/prescan/cache/match-set-bytes.js';
import { StampTable } from '../../../src/prescan/stamps/stamp-table.js';

const stamp = fc.record({
  size: fc.nat(),
  mtimeMs: fc.double({ min: 0, max: 4e12, noNaN: true }),
  ctimeMs: fc.double({ min: 0, max: 4e12, noNaN: true }),
  ino: fc.maxSafeNat(),
  dev: fc.nat(),
  mode: fc.integer({ min: 1, max: 0xffff }),
});

const row = fc.record({
  path: fc.string({ minLength: 1 }).filter((path) => !path.includes('\n')),
  stamp,
  order: fc.constantFrom('/a/', '/a/\n/b/g', '/b/g\n/c\\n/'),
  matchSet: fc.array(fc.nat({ max: 5 }), { maxLength: 3 }),
});

describe('match sets', () => {
  it('come back as they were printed', () => {
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const orders = [...new Set(rows.map(({ order }) => order))];
        const stamps = StampTable.ofFiles(rows.length + 3);
        rows.forEach((each, at) => {
          stamps.put(at, each.stamp);
        });
        const printed = printMatchSets({
          paths: rows.map(({ path }) => path),
          stamps,
          orderOf: Uint32Array.from(rows, ({ order }) => orders.indexOf(order)),
          orders,
          matchSets: new Map(rows.flatMap(({ matchSet }, at) => (matchSet.length > 0 ? [[at, matchSet]] : []))),
        });
        const back = parseMatchSets(Buffer.concat(printed.map((part) => Buffer.from(part))));
        const read = rows.map((_, at) => ({
          path: back.paths[at],
          stamp: back.stamps.stampOf(at),
          order: back.orders[back.orderOf[at] ?? -1],
          matchSet: back.matchSets.get(at) ?? [],
        }));
        expect(read).toEqual(rows);
      }),
    );
  });
});

describe('a table of stamps', () => {
  it('tells stamps apart that differ in anything', () => {
    fc.assert(
      fc.property(stamp, fc.constantFrom('size', 'mtimeMs', 'ctimeMs', 'ino', 'dev', 'mode'), (one, field) => {
        const table = StampTable.ofFiles(3);
        table.put(0, one);
        table.put(1, { ...one, [field]: one[field] + 1 });
        table.copy(2, table, 0);
        expect([table.isSame(0, table, 1), table.isSame(0, table, 2)]).toEqual([one[field] + 1 === one[field], true]);
      }),
    );
  });

  it('calls nothing settled that has no stamp', () => {
    expect(StampTable.ofFiles(1).isSettled(0, 4e12)).toBe(false);
    expect(StampTable.ofFiles(1).stampOf(0)).toBeNull();
  });
});
