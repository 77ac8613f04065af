import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MatchSet } from '../../../src/prescan/look-ahead.js';
import { pathAt, sharePaths } from '../../../src/prescan/threads/shared-paths.js';
import {
  BATCH_FILES,
  beatsOf,
  endBatch,
  isOpen,
  isSeen,
  MATCH_SETS_START,
  matchSetWriter,
  openSharedMatchSets,
  openSharedScan,
  readMatchSets,
  takeBatch,
  waitForBeat,
} from '../../../src/prescan/threads/shared-scan.js';

const matchSets = fc.array(
  fc.oneof(fc.constant<MatchSet>('unknown'), fc.array(fc.nat({ max: 5000 }), { maxLength: 9 })),
  {
    maxLength: 40,
  },
);

describe('what threads share of a scan', () => {
  it('hands out each batch once, and no more than there are', () => {
    const scan = openSharedScan(BATCH_FILES * 2 + 1);
    expect(Array.from({ length: 5 }, () => takeBatch(scan))).toEqual([0, 1, 2, null, null]);
    expect(takeBatch(openSharedScan(0))).toBeNull();
  });

  it('tells apart what was seen, what was given up and what is still looked at', () => {
    const scan = openSharedScan(BATCH_FILES * 3);
    const before = beatsOf(scan);
    endBatch(scan, 0, true);
    endBatch(scan, 1, false);
    expect([0, 1, 2].map((batch) => [isOpen(scan, batch), isSeen(scan, batch)])).toEqual([
      [false, true],
      [false, false],
      [true, false],
    ]);
    expect(waitForBeat(scan, before, 1)).toBe(true);
    expect(waitForBeat(scan, beatsOf(scan), 1)).toBe(false);
  });

  it('carries match sets as they are, from where they were published', () => {
    fc.assert(
      fc.property(matchSets, fc.nat({ max: 40 }), (seen, published) => {
        const shared = openSharedMatchSets(seen.length);
        const writer = matchSetWriter(shared, seen.length);
        seen.forEach((matchSet, place) => {
          writer.write(place * 3, matchSet);
          if (place + 1 === published) writer.publish();
        });
        const told: [number, MatchSet][] = [];
        const readOn = readMatchSets(shared, MATCH_SETS_START, (place, matchSet) => told.push([place, matchSet]));
        const expected = published > seen.length ? [] : seen.slice(0, published);
        expect(told).toEqual(expected.map((matchSet, place) => [place * 3, matchSet]));
        writer.publish();
        readMatchSets(shared, readOn, (place, matchSet) => told.push([place, matchSet]));
        expect(told).toEqual(seen.map((matchSet, place) => [place * 3, matchSet]));
      }),
    );
  });

  it('says of a file whose patterns find no room that it is unknown', () => {
    const shared = openSharedMatchSets(3);
    const writer = matchSetWriter(shared, 3);
    writer.write(
      0,
      Array.from({ length: 6_000 }, (_, pattern) => pattern),
    );
    writer.write(1, [7]);
    writer.write(2, 'unknown');
    writer.publish();
    const told: [number, MatchSet][] = [];
    readMatchSets(shared, MATCH_SETS_START, (place, matchSet) => told.push([place, matchSet]));
    expect(told).toEqual([
      [0, 'unknown'],
      [1, [7]],
      [2, 'unknown'],
    ]);
  });

  it('spells paths as they are', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 20 }), (paths) => {
        const shared = sharePaths(paths);
        expect(paths.map((_, at) => pathAt(shared, at))).toEqual(paths);
        expect(pathAt(shared, paths.length)).toBe('');
      }),
    );
  });
});
