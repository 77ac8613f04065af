import { hash } from 'node:crypto';

/** A part of the files of a run: the `index`-th (from 1) of `count`. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** Which of `count` shards a file belongs to, from 1. Its path alone decides, so that every machine agrees. */
export function shardOf(path: string, count: number): number {
  return (Number.parseInt(hash('sha256', path).slice(0, 12), 16) % count) + 1;
}
