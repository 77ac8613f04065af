import { hash } from 'node:crypto';
import type { Config } from '../model/config.js';
import type { Contract } from '../model/contract.js';
import type { Problem } from '../model/problem.js';

/** Equal for two machines that judge by the same contracts, waivers and settings. 16 hex digits. */
export function digestOf(
  { contracts, problems }: { readonly contracts: readonly Contract[]; readonly problems: readonly Problem[] },
  config: Config,
): string {
  const { exclude, maxFileBytes, suppressions } = config;
  const text = JSON.stringify({ contracts, problems, exclude, maxFileBytes, suppressions }, (_, value: unknown) =>
    value instanceof RegExp ? String(value) : value,
  );
  return hash('sha256', text).slice(0, 16);
}
