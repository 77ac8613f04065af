import { hash } from 'node:crypto';
import type { Inspection } from '../engine/inspection/inspection.js';
import type { ClosedFolder } from '../model/closed-folder.js';
import type { Rule } from '../model/contract.js';
import { BlobFlaw, count, fieldsOf, listOf, oneOf, orNull, pairOf, text } from './decode.js';
import { decodeBeside, decodeInspection } from './decode-inspection.js';
import { BLOB_VERSION, type JudgedTree, type RecordedOnly, type ShardBlob } from './shard-blob.js';

/** A blob whose head was read: enough to tell whether it belongs to this run. */
export interface SealedBlob extends Omit<ShardBlob, 'seen' | 'beside'> {
  /**
   * @param rules by id, of the contracts whose digest the blob names
   * @throws BlobFlaw
   */
  open(rules: ReadonlyMap<string, Rule>): ShardBlob;
}

/** @throws BlobFlaw for anything that is not a whole, unchanged blob of this format */
export function parseBlob(written: string): SealedBlob {
  const end = written.indexOf('\n');
  const field = fieldsOf(parseLine(written.slice(0, Math.max(0, end))));
  if (field('specflow', (value) => value) !== 'blob') throw new BlobFlaw('it is no blob of a check');
  const version = field('version', count);
  if (version !== BLOB_VERSION) {
    const age = version < BLOB_VERSION ? 'an older' : 'a newer';
    throw new BlobFlaw(`${age} specflow wrote it (format ${version}, and this one reads ${BLOB_VERSION})`);
  }
  const body = written.slice(end + 1).replace(/\r?\n$/, '');
  if (field('sha256', text) !== hash('sha256', body)) throw new BlobFlaw('it is cut short or was changed');
  return readBody(parseLine(body));
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // Whatever JSON has against it, it is not ours.
    throw new BlobFlaw('it is no blob of a check');
  }
}

function readBody(value: unknown): SealedBlob {
  const field = fieldsOf(value);
  const head = {
    toolVersion: field('toolVersion', text),
    shard: field('shard', (shard) => {
      const number = fieldsOf(shard);
      return { index: number('index', count), count: number('count', count) };
    }),
    run: field('run', (run) => ({
      digest: fieldsOf(run)('digest', text),
      only: fieldsOf(run)('only', decodeOnly),
      tree: fieldsOf(run)('tree', orNull(decodeTree)),
    })),
    listed: field('listed', listOf(text)),
    unlisted: field('unlisted', listOf(text)),
    closed: field('closed', listOf(decodeClosed)),
    absent: field('absent', listOf(text)),
    ignoresUnknown: field('ignoresUnknown', orNull(text)),
  };
  return {
    ...head,
    open(rules) {
      const seen = field('seen', listOf(pairOf(text, (each) => each)));
      const inspections = seen.map(([path, each]): [string, Inspection] => [path, decodeInspection(each, rules)]);
      return {
        ...head,
        seen: new Map(inspections),
        beside: field('beside', (each) => decodeBeside(each, rules)),
      };
    },
  };
}

function decodeClosed(value: unknown): ClosedFolder {
  const field = fieldsOf(value);
  return {
    path: field('path', text),
    kind: field('kind', oneOf(['repository', 'link'])),
    real: field('real', orNull(text)),
    files: field('files', listOf(text)),
  };
}

function decodeTree(value: unknown): JudgedTree {
  const field = fieldsOf(value);
  return {
    commit: field('commit', orNull(text)),
    changes: field('changes', listOf(pairOf(text, text))),
    reports: field('reports', listOf(text)),
  };
}

function decodeOnly(value: unknown): RecordedOnly {
  const field = fieldsOf(value);
  const names = orNull(listOf(text));
  return {
    ruleIds: field('ruleIds', names),
    contractIds: field('contractIds', names),
    paths: field('paths', names),
    changed: field('changed', names),
    removed: field('removed', names),
  };
}
