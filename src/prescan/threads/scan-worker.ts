// A thread that helps with a scan: it takes batches of files until none is left and writes down what it saw of them.
// Whatever goes wrong here ends the thread, and those who asked look at its files themselves.

import { openWorkingTree } from '../../platform/files/working-tree.js';
import { boundedTo } from '../../platform/runtime/run-bounded.js';
import { onOrder } from '../../platform/runtime/thread-order.js';
import { tuneEngine } from '../../platform/runtime/tune-engine.js';
import { parsePlan } from '../../prefilter/plan-text.js';
import { openSieve } from '../../prefilter/sieve.js';
import { lookAhead } from '../look-ahead.js';
import { StampTable } from '../stamps/stamp-table.js';
import { isScanOrder, type ScanOrder } from './scan-order.js';
import { pathAt } from './shared-paths.js';
import { BATCH_FILES, beat, endBatch, matchSetWriter, takeBatch } from './shared-scan.js';

function help(order: ScanOrder): void {
  const { root, maxFileBytes, milliseconds, places, groups, asked, scan } = order;
  const plan = parsePlan(order.plan);
  const { readBytes } = openWorkingTree(root, { maxFileBytes }, null);
  if (plan === null || readBytes === undefined) return;
  const count = places.length;
  const matchSets = matchSetWriter(order.matchSets, count);
  const ahead = lookAhead({
    sieve: openSieve(
      order.patterns.map(({ source, flags }) => new RegExp(source, flags)),
      plan,
    ),
    readBytes,
    within: boundedTo(milliseconds),
    tell: matchSets.write,
    stamps: order.stamps && new StampTable(order.stamps),
  });
  const look = (batch: number): void => {
    const end = Math.min(count, (batch + 1) * BATCH_FILES);
    for (let at = batch * BATCH_FILES; at < end; at++) {
      const place = places[at] ?? 0;
      ahead.file(place, pathAt(order.paths, at), asked[groups[place] ?? 0] ?? new Uint8Array());
      beat(scan);
    }
    ahead.end();
    matchSets.publish();
  };
  for (let batch = takeBatch(scan); batch !== null; batch = takeBatch(scan)) {
    let isSeen = false;
    try {
      look(batch);
      isSeen = true;
    } finally {
      endBatch(scan, batch, isSeen);
    }
  }
}

// V8 takes some of it back, for all threads, when it sets one up.
tuneEngine();
onOrder((order) => {
  if (isScanOrder(order)) help(order);
});
