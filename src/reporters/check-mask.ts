import { maskSecrets, type SecretMask } from '../model/mask-secrets.js';
import type { CheckReport } from './report.js';

/** Hides the secrets a check report would quote, those included that only rules nobody asked for know to be some. */
export function checkMask({ result, beside = [] }: Pick<CheckReport, 'result' | 'beside'>): SecretMask {
  return maskSecrets([...result.violations, ...beside]);
}
