import type { Prescan } from '../engine/inspection/prescan.js';
import type { Config } from '../model/config.js';
import type { SourceTree } from '../platform/files/source-tree.js';
import { boundedTo } from '../platform/runtime/run-bounded.js';
import { prescanWith } from './prescan.js';

/**
 * Goes ahead over a tree for who looks at it once: takes nothing from earlier runs and leaves nothing to later ones.
 * @returns undefined for a tree whose bytes cannot be had
 */
export function prescanTree({ readBytes }: SourceTree, { timeLimits }: Config): Prescan | undefined {
  return readBytes && prescanWith({ readBytes, within: boundedTo(timeLimits.ruleMs) });
}
