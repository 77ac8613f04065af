import { expect, test } from 'vitest';
import { mend } from '../mend.js';

const run = (text: string, path = 'src/a.ts') =>
  mend({
    text,
    path,
    pattern: /password]?\s*[:=]\s*'[^']+'/i,
    fix: { template: 'process.env.${UPPER_SNAKE_CASE_NAME}' },
  });

test.each([
  ['an object of labels', "const labels = { email: 'correio', password: 'senha' };"],
  ['one named for more', "const formLabels: Labels = { password: 'senha' };"],
  ['a deeper one', "const t = { labels: { login: { password: 'senha' } } };"],
  ['one of a language', "const texts = { pt: { password: 'senha' }, de: {} };"],
  ['one of a country', "export const ptBR = { password: 'senha' } satisfies Texts;"],
  ['one given to a member', "form.placeholders = { password: 'senha' };"],
  ['one of a class', "class A { labels = { password: 'senha' }; }"],
  ['icons', "const icons = { password: 'lock', email: 'envelope' };"],
  ['keys of a store', "const STORAGE_KEYS = { password: 'app_password' };"],
  ['routes', "export const routes: Routes = { password: 'auth/forgot' };"],
  ['what is set among errors', "errors.password = 'too-short';"],
  ['a table of kinds', "const names = { [Brand.Password]: '1Password', [Brand.Pass]: 'Pass' };"],
  ['texts beside it', "f({ title: 'Sign in', password: 'clave', user: 'usuario', submit: 'Entrar' });"],
])('a word in %s is a label', (_, text) => {
  expect(run(text)).toBe('<value-is-secret>');
});

test('so is one in a file of translations', () => {
  expect(run("export default { password: 'senha' };", 'src/locales/pt-BR.ts')).toBe('<value-is-secret>');
  expect(run("export default { password: 'senha' };", 'src/i18n/pt/login.ts')).toBe('<value-is-secret>');
  expect(run("export default { password: 'senha' };", 'src/i18n/index.ts')).toContain('process.env.PASSWORD');
});

test.each([
  ['settings', "const db = { host: 'localhost', user: 'admin', password: 'senha' };"],
  ['what is set among settings', "settings.password = 'senha';"],
  ['the one entry of a name', "const names = { [Brand.Password]: 'senha', b };"],
  ['a variable', "const password = 'senha';"],
  ['a user', "seed({ name: 'Ana Lopez', role: 'Admin', city: 'New York', password: 'hunter' });"],
  ['one that knows numbers', "f({ title: 'Main db', note: 'Do not use', port: 5432, password: 'senha' });"],
  ['what is named for nothing', "const text2 = { password: 'senha' };"],
  ['keys', "const apiKeys = { password: 'app_password' };"],
  ['what is in routes', "const routes = { password: 'hunter2' };"],
  ['no word', "const labels = { password: 'hunter2!x' };"],
])('but not in %s', (_, text) => {
  expect(run(text)).toContain('process.env.PASSWORD');
});
