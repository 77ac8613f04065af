import { expect, it } from 'vitest';
import { speaksOfSecrets } from '../../src/model/speaks-of-secrets.js';
import { forbidden, makeRule } from '../support/make-rule.js';

it.each([
  ['No hardcoded secrets', /x/, true],
  ['No API keys in code', /x/, true],
  ['No passwords', /x/, true],
  ['Credentials come from the vault', /x/, true],
  ['The signing key stays out of the code', /x/, true],
  ['No access tokens', /x/, true],
  ['Bearer tokens are not logged', /x/, true],
  ['AUTH_TOKEN is read from the environment', /x/, true],
  ['No tokens in code', /x/, true],
  ['Design tokens hold no API tokens', /x/, true],
  ['Rule', /sk_live_\w+/, true],
  ['Rule', /api_key\s*=/, true],
  ['No secretary', /x/, false],
  ['Buttons need a key handler', /onKey/, false],
  ['Lists have keys', /x/, false],
  ['No tokenize', /x/, false],
  ['Colours are design tokens', /#[0-9a-f]{6}/, false],
  ['Colours are tokens', /#[0-9a-f]{6}/, false],
  ['Spacing tokens instead of pixels', /\d+px/, false],
  ['Theme token names', /x/, false],
  ['The lexer token stream is not copied', /x/, false],
  ['Prompts have token limits', /x/, false],
])('%s %s: %s', (title, regex, expected) => {
  const rule = makeRule({ title }, forbidden(regex));
  expect(speaksOfSecrets(rule, rule.checks[0])).toBe(expected);
});
