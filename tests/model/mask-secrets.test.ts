import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskSecrets } from '../../src/model/mask-secrets.js';
import { violationsIn } from '../support/check-report.js';
import { forbidden, makeRule } from '../support/make-rule.js';

const named = (regex: RegExp) => makeRule({ id: 'SEC-001', title: 'No hardcoded secrets' }, forbidden(regex));
const masked = (line: string, regex: RegExp): string =>
  maskSecrets(violationsIn('src/a.ts', line, named(regex))).apply(line);

describe('maskSecrets', () => {
  it.each([
    ['a quoted value', 'const api_key = "abc12345";', /api_key\s*=\s*"[^"]+"/, 'const api_key = "abc1…";'],
    ['a short one whole', 'password = "hunter"', /password\s*=\s*"[^"]+"/, 'password = "…"'],
    ['a match that stops inside it', 'k = "sk_live_51Habcdef"', /sk_live_/, 'k = "sk_l…"'],
    ['a match of its inside', "k = 'AKIAIOSFODNN7EXAMPLE'", /AKIA[A-Z0-9]{16}/, "k = 'AKIA…'"],
    ['a match without its closing quote', 'api_key = "abc12345"', /api_key\s*=\s*"\w{3}/, 'api_key = "abc1…"'],
    ['a bare value', 'PASSWORD=hunter2secret', /PASSWORD=\S+/, 'PASSWORD=hunt…'],
    ['a bare key', 'key sk_live_abcdefghijkl', /sk_live_\w+/, 'key sk_l…'],
    ['a template literal', 'token: `abcd-efgh-1234`', /token:\s*`[^`]+`/, 'token: `abcd…`'],
    ['a value with escaped quotes', 'secret = "ab\\"cd123456"', /secret = .*/, 'secret = "ab\\"…"'],
  ])('hides %s', (_, line, regex, expected) => {
    expect(masked(line, regex)).toBe(expected);
  });

  it.each([
    ['names of where a secret is kept', 'localStorage.setItem("token", value)', /localStorage\.setItem\(["']token["']/],
    ['code that only speaks of one', 'const secret = process.env.API_SECRET', /process\.env\.\w+/],
    ['prose', 'throw new Error("the token is invalid here")', /token/],
  ])('leaves %s readable', (_, line, regex) => {
    expect(masked(line, regex)).toBe(line);
  });

  it('leaves rules alone that do not speak of secrets', () => {
    const rule = makeRule({ id: 'UI-1', title: 'No hardcoded colours' }, forbidden(/color = "[^"]+"/));
    const line = 'color = "#ffeeddcc"';
    expect(maskSecrets(violationsIn('src/a.ts', line, rule)).apply(line)).toBe(line);
  });

  it('hides a long secret wherever it turns up, and the longer of two first', () => {
    const rule = named(/secret = "[^"]+"/);
    const mask = maskSecrets(violationsIn('a.ts', 'secret = "canary-12345"\nsecret = "canary-12345-long"', rule));
    expect(mask.apply('-canary-12345-long; canary-12345')).toBe('-cana…; cana…');
  });

  it('hides a short secret only between quotes', () => {
    const mask = maskSecrets(violationsIn('a.ts', 'secret = "test"', named(/secret = "[^"]+"/)));
    expect(mask.apply('run the test with "test"')).toBe('run the test with "…"');
  });

  it('finds what looking for each secret at each place finds', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', '7', 'é', '文'), minLength: 4, maxLength: 12 });
    const text = fc.array(fc.oneof(word, fc.constantFrom('"', ' ', "'")), { maxLength: 12 });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), text, fc.nat(3), (secrets, parts, repeated) => {
        const rule = named(/secret = "[^"]+"/);
        const source = secrets.map((secret) => `secret = "${secret}"`).join('\n');
        const line = [...parts, `"${secrets[repeated % secrets.length]}"`, ...parts].join('');
        expect(maskSecrets(violationsIn('a.ts', source, rule)).apply(line)).toBe(maskedNaively(line, secrets));
      }),
    );
  });
});

function maskedNaively(text: string, secrets: readonly string[]): string {
  const longestFirst = [...secrets].sort((a, b) => b.length - a.length);
  const isQuote = (unit = ''): boolean => unit !== '' && '"\'`'.includes(unit);
  let masked = '';
  for (let at = 0; at < text.length; ) {
    const found = longestFirst.find(
      (secret) =>
        text.startsWith(secret, at) &&
        (secret.length >= 8 || (isQuote(text[at - 1]) && isQuote(text[at + secret.length]))),
    );
    masked += found === undefined ? text[at] : `${found.length >= 8 ? found.slice(0, 4) : ''}…`;
    at += found?.length ?? 1;
  }
  return masked;
}
