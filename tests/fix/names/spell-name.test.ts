import { expect, test } from 'vitest';
import { camelCase, upperSnakeCase } from '../../../src/fix/names/spell-name.js';

test.each([
  ['apiKey', 'API_KEY', 'apiKey'],
  ['stripeApiKey', 'STRIPE_API_KEY', 'stripeApiKey'],
  ['api_key', 'API_KEY', 'apiKey'],
  ['API_KEY', 'API_KEY', 'apiKey'],
  ['x-api-key', 'X_API_KEY', 'xApiKey'],
  ['APIKey', 'API_KEY', 'apiKey'],
  ['myAPI', 'MY_API', 'myApi'],
  ['apiKey2', 'API_KEY2', 'apiKey2'],
  ['oauth2Token', 'OAUTH2_TOKEN', 'oauth2Token'],
  ['_secret', 'SECRET', 'secret'],
  ['$secret$', 'SECRET', 'secret'],
  ['__proto__', 'PROTO', 'proto'],
  ['a', 'A', 'a'],
  ['with spaces', 'WITH_SPACES', 'withSpaces'],
  ['2fa', null, null],
  ['_', null, null],
  ['', null, null],
  ['schlüssel', null, null],
])('%s', (name, upper, camel) => {
  expect([upperSnakeCase(name), camelCase(name)]).toEqual([upper, camel]);
});
