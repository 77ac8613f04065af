import { maskSecrets, type SecretMask } from '../model/mask-secrets.js';
import type { HealReport } from './report.js';

/** Hides the secrets a heal report would quote, unless whoever asked for it wants them, to apply a diff with. */
export function healMask({ result, found = [], showSecrets }: HealReport): SecretMask {
  return maskSecrets(showSecrets === true ? [] : [...found, ...result.outcomes.map(({ violation }) => violation)]);
}
