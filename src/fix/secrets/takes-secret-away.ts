import { speaksOfSecrets } from '../../model/speaks-of-secrets.js';
import type { Template } from '../../model/template.js';
import type { MatchedTask } from '../draft.js';

/** Whether a value is found because it may be a secret, and gives way to where the secret is kept. */
export function takesSecretAway({ site }: MatchedTask, template: Template): boolean {
  return speaksOfSecrets(site.rule, site.check) && !template.some(({ kind }) => kind === 'value' || kind === 'match');
}
