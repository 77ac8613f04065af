import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const find = /'md5'/g;
const run = (text: string) => replaced(text, find, "'sha256'", { pattern: /createHash\('md5'\)/ });

test.each([
  ['on the spot', "if (createHash('md5').update(a).digest('hex') === b) f();"],
  ['as what it is said to be', "if (<string>createHash('md5').update(a).digest('hex') === b) f();"],
  [
    'as what it is said to be, by its name',
    "const h = <string>createHash('md5').update(a).digest('hex'); if (h === b) f();",
  ],
  ['by its name', "const h = createHash('md5').update(a).digest(); f(timingSafeEqual(h, b));"],
  ['after it took more', "const h = createHash('md5'); h.update(a); if (h.digest('hex') === b) f();"],
])('a hash that is compared %s stays what it is', (_, text) => {
  expect(run(text)).toBe('<same-result>');
});

test.each([
  ["function md5(a) { return createHash('md5').update(a).digest('hex'); }"],
  ["class Hashes { static ofMd5(a) { return createHash('md5').update(a).digest('hex'); } }"],
  ["const md5Of = (a) => createHash('md5').update(a).digest('hex');"],
])('a hash that its code is called after: %s', (text) => {
  expect(run(text)).toBe('<same-result>');
});

test('any other may be made in another way', () => {
  const text = "const h = createHash('md5').update(a).digest(); if (b === c) f(h);";
  expect(run(text)).toBe(text.replace('md5', 'sha256'));
});

test.each([
  ["save({ name, hash: createHash('md5').update(password).digest('hex') });"],
  ["save(createHash('md5').update(salt + user.passwd).digest('hex'));"],
  ["const h = createHash('md5'); h.update(salt); h.update(pwd); save(h.digest());"],
])('the hash of a password stays what it is: %s', (text) => {
  expect(run(text)).toBe('<same-result>');
});

test.each([
  ["const h = createHash('md5'); h.update(page); save(h.digest());"],
  ["save(createHash('md5').update(body).digest('hex')); check(password);"],
])('a hash of anything else is made anew: %s', (text) => {
  expect(run(text)).toContain("createHash('sha256')");
});

test('also what an address is made with in several steps', () => {
  const text =
    "const h = createHash('md5'); h.update(mail); const hex = h.digest('hex'); show(`https://a.org/avatar/${hex}`);";
  expect(run(text)).toBe('<same-result>');
});

test('a name of a hash is taken letter by letter', () => {
  const text = "const h = { kind: 'sha1(', sum: createHash('sha1(').update(a).digest() };";
  expect(replaced(text, /'sha1\('/, "'sha256'", { pattern: /createHash\('sha1\('\)/ })).toBe('<same-result>');
});
