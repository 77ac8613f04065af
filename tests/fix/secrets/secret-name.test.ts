import { expect, test } from 'vitest';
import { isNameAboutSecret, looksRandom } from '../../../src/fix/secrets/secret-name.js';

test.each([
  ['a part of it', 'TOKEN_PREFIX', 'accessTokenPrefix', 'USER_PASSWORD_FIELD_NAME', 'passwordInputName'],
  ['where it is got or kept', 'tokenUrl', 'accessTokenURL', 'accessTokenEndpoint', 'CREDENTIALS_LOCAL_STORAGE_ITEM'],
  ['its kind', 'token_access_type', 'JWT_ACCESS_TOKEN_TYPE', 'id_token_signed_response_alg', 'EMAIL_TOKEN_PURPOSE'],
  ['what fails', 'PASSWORD_COMPROMISED_ERROR_CODE', 'wrongCredentials', 'ACCESS_TOKEN_EXPIRY_INVALID'],
  ['what is done with it', 'createApiKeysStepId', 'resetPassword', 'storeTokens', 'setupPasswordStrengthHandler'],
])('a name says %s', (_, ...names) => {
  for (const name of names) expect(isNameAboutSecret(name), name).toBe(true);
});

test.each([
  ['is that of a secret', 'password', 'API_KEY', 'clientSecret', 'dbPassword', 'DB_PASS', 'stripeApiKey', 'x-api-key'],
  ['says which one', 'API_KEY_2', 'passwordDev', 'SECRET_KEY_BASE64', 'apiKeyProd', 'jwtSecretValue'],
  ['speaks of none', 'port', 'userName', 'STRIPE', 'tokens'.slice(0, 3)],
  ['is one word', 'authtoken', 'apikey', 'dbpassword'],
])('a name that %s is no name of something else', (_, ...names) => {
  for (const name of names) expect(isNameAboutSecret(name), name).toBe(false);
});

test.each(['abc12345', 'v9dn0balpqas1pcc281tn5ood1', 'hunter2!x', 'k-9f8e7d6c', '6A5AA1D4EAFF4E9F'])(
  '%s is made up',
  (text) => {
    expect(looksRandom(text)).toBe(true);
  },
);

test.each(['test123', 'validate-invite-token-step', '28000', 'sub_', 'at2', 'link survey 2024'])(
  '%s is not',
  (text) => {
    expect(looksRandom(text)).toBe(false);
  },
);
