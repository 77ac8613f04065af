import type { Shard } from '../../engine/selection/shard-of.js';
import type { PresentOptions } from './present-check.js';

/** What was asked of `check`. */
export interface CheckOptions extends PresentOptions {
  readonly rule: readonly string[];
  readonly contract: readonly string[];
  readonly staged?: true;
  readonly since?: string;
  readonly dirty?: true;
  readonly stdin?: true;
  readonly stdinFilename?: string;
  readonly shard?: Shard;
  readonly policyFrom?: string;
  readonly cache: boolean;
  readonly threads?: number;
  readonly stats?: true;
  readonly watch?: true;
}
