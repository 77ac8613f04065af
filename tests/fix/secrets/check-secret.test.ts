import { expect, test } from 'vitest';
import { mend } from '../mend.js';

const run = (text: string) =>
  mend({ text, pattern: /secret\s*[:=]\s*'\w+'/i, fix: { template: 'process.env.${UPPER_SNAKE_CASE_NAME}' } });

test.each([
  ['where nothing else is set', "if (!http.secret) {\n  warn();\n  http.secret = 'a1b2c3';\n}"],
  ['where it is null', "if (secret == null) secret = 'a1b2c3';"],
  ['where it is not defined', "if (isDev && typeof secret === 'undefined') secret = 'a1b2c3';"],
  ['where it is set, or else', "if (secret) use(secret);\nelse secret = 'a1b2c3';"],
  ['by its name', "export const DEFAULT_SECRET = 'a1b2c3';"],
  ['among settings by default', "const defaultSettings = { deep: { secret: 'a1b2c3' } };"],
  ['by what is done with it', "const devSecret = 'a1b2c3';\nexport const secret = process.env.SECRET || devSecret;"],
  ['by what is set in time', "const devSecret = 'a1b2c3';\nprocess.env.SECRET ??= devSecret;"],
  ['as a default', "const devSecret = 'a1b2c3';\nexport const f = (secret = devSecret) => secret;"],
])('what code falls back to stays: %s', (_, text) => {
  expect(run(text)).toBe('<slot-is-default>');
});

test('a file of settings by default is one', () => {
  const mended = (path: string): string =>
    mend({
      text: "export const secret = 'a1b2c3';",
      pattern: /secret = '\w+'/,
      fix: { template: 'process.env.${UPPER_SNAKE_CASE_NAME}' },
      path,
    });
  expect(mended('lib/config/default.js')).toBe('<slot-is-default>');
  expect(mended('lib/validate/defaults.js')).toContain('process.env.SECRET');
});

test.each([
  ['another is missing', "if (!token) secret = 'a1b2c3';"],
  ['it is compared with another', "if (secret === old) secret = 'a1b2c3';"],
  ['a function is between', "if (!secret) on(() => { secret = 'a1b2c3'; });"],
  ['it is one of several', "const defaults = { port: 1, secret: 'a1b2c3' };"],
  ['a function by default uses it', "const defaultFetch = () => get({ secret: 'a1b2c3' });"],
  ['it only sounds so', "const defaultingSecret = 'a1b2c3';"],
  ['it comes first', "const secret = 'a1b2c3';\nexport const used = secret || given;"],
  ['a default is something else', "const defaultUser = 'ana', secret = 'a1b2c3';"],
])('what is set anyhow goes: %s', (_, text) => {
  expect(run(text)).toMatch(/process\.env\.(?:DEFAULTING_)?SECRET/);
});

test.each([
  ['a search', "search({ appId: 'A1', appSecret: 1, apiKey: 'a1b2c3', indexName: 'docs' })"],
  ['a web app of Firebase', "initializeApp({ apiKey: 'a1b2c3', authDomain: 'a.firebaseapp.com', projectId: 'a' })"],
  ['a web app by names in quotes', "init({ 'apiKey': 'a1b2c3', 'authDomain': 'a.firebaseapp.com', 'projectId': 'a' })"],
  ['a key by its form', "const apiKey = 'phc_a1b2c3';"],
])('a key that pages show is no secret: %s', (_, text) => {
  const fix = { template: 'process.env.${UPPER_SNAKE_CASE_NAME}' };
  expect(mend({ text, pattern: /apiKey'?\s*[:=]\s*'\w+'/, fix })).toBe('<value-is-secret>');
  expect(
    mend({
      text: text.replace('indexName', 'index').replace('authDomain', 'domain').replace('phc_', ''),
      pattern: /apiKey'?\s*[:=]\s*'\w+'/,
      fix,
    }),
  ).toContain('process.env.API_KEY');
});

test.each([
  ['in a mock of the settings', "vi.mock('./env', () => ({ apiKey: 'a1b2c3' }));", 'src/a.ts'],
  ['in what fills a database', "export const user = { apiKey: 'a1b2c3' };", 'prisma/seed.ts'],
  ['in a migration', "insert({ apiKey: 'a1b2c3' });", 'src/migrations/001.ts'],
  ['in mocks', "export const apiKey = 'a1b2c3';", 'packages/a/src/mock.ts'],
  ['in tools for tests', "export const apiKey = 'a1b2c3';", 'packages/a/src/testing/constants.ts'],
  ['as the name of a setting', "const aliases = { apiKey: 'cohere_api_key' };", 'src/a.ts'],
  ['in a folder of that', "export const user = { apiKey: 'a1b2c3' };", 'db/seeds/users.ts'],
])('a value that is made up is no secret: %s', (_, text, path) => {
  const fix = { template: 'process.env.${UPPER_SNAKE_CASE_NAME}' };
  expect(mend({ text, pattern: /apiKey\s*[:=]\s*'[^']+'/, fix, path })).toBe('<value-is-secret>');
});

test.each([
  ['that waters seedlings', 'src/seedlings.ts'],
  ['that sets up an app', 'src/setup.ts'],
  ['of the latest', 'src/latest.ts'],
  ['about testimonials', 'src/testimonials/a.ts'],
])('a value in a file %s may be one', (_, path) => {
  const fix = { template: 'process.env.${UPPER_SNAKE_CASE_NAME}' };
  expect(mend({ text: "const apiKey = 'a1b2c3';", pattern: /apiKey = '\w+'/, fix, path })).toContain('process.env');
});

test.each([
  ['what goes by a name about one', "const TOKEN_PURPOSE = 'email-display';"],
  ['an address', "const o = { token: 'https://github.com/login/oauth/access_token' };"],
  ['what others begin with', "const clientSecret = 'fbocs_';"],
  ['how cookies are sent', "fetch(url, { credentials: 'same-origin' });"],
  ['a place that text is put in', "const hashToken = '___hash_sign___';"],
  ['a version', "const o = { jsonwebtoken: '^9.0.2' };"],
  ['what is said instead', "const MCP_CREDENTIALS = '**REDACTED**';"],
  ['a translation', "export default { clientSecret: 'Client-Geheimnis' };", 'src/locales/de/admin/sso.ts'],
])('%s is no secret', (_, text, path = 'src/a.ts') => {
  const pattern = /(?:token|secret|credentials)\w*\s*[:=]\s*'[^']+'/i;
  expect(mend({ text, pattern, fix: { template: 'process.env.${UPPER_SNAKE_CASE_NAME}' }, path })).toBe(
    '<value-is-secret>',
  );
});

test.each([
  ['a random value, whatever its name', "const TOKEN_PREFIX = 'a1b2c3d4e5';"],
  ['an address with a key in it', "const token = 'https://hooks.example.com/T0/a1b2c3d4e5f6a7b8c9d0e1f2';"],
])('%s may be one', (_, text) => {
  const pattern = /token\w*\s*[:=]\s*'[^']+'/i;
  expect(mend({ text, pattern, fix: { template: 'process.env.${UPPER_SNAKE_CASE_NAME}' } })).toContain('process.env');
});
