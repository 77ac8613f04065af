import { hash } from 'node:crypto';
import type { Config } from '../model/config.js';
import type { Contract } from '../model/contract.js';
import type { Problem } from '../model/problem.js';

/**
 * Equal for two machines that judge by the same contracts, waivers, settings and baseline. 16 hex digits.
 * @param baseline null where there is one that cannot be used
 */
export function digestOf(
  { contracts, problems }: { readonly contracts: readonly Contract[]; readonly problems: readonly Problem[] },
  config: Config,
  baseline: { readonly entries: readonly object[] } | null,
): string {
  const { exclude, maxFileBytes, suppressions } = config;
  const text = JSON.stringify(
    { contracts, problems, exclude, maxFileBytes, suppressions, baseline },
    (_, value: unknown) => (value instanceof RegExp ? String(value) : value),
  );
  return hash('sha256', text).slice(0, 16);
}
