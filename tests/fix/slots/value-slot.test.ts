import { describe, expect, test } from 'vitest';
import { type Instruction, mend } from '../mend.js';

const SECRET = /(password|api_?key|secret)\s*[:=]\s*['"][^'"]+['"]/i;
const ENV: Instruction = { template: 'process.env.${UPPER_SNAKE_CASE_NAME}' };
const secret = (text: string, path?: string) => mend({ text, pattern: SECRET, fix: ENV, ...(path ? { path } : {}) });

describe('a value slot is filled where the literal is the whole value of something with a name', () => {
  test.each([
    ['variable', 'const api_key = "abc12345"', 'const api_key = process.env.API_KEY'],
    ['let', "let apiKey = 'abc12345';", 'let apiKey = process.env.API_KEY;'],
    ['camel-case name', 'const stripeApiKey = "sk";', 'const stripeApiKey = process.env.STRIPE_API_KEY;'],
    ['several declarators', 'const a = 1, secret = "x", b = 2;', 'const a = 1, secret = process.env.SECRET, b = 2;'],
    ['object literal', 'call({ apiKey: "x", b: 1 })', 'call({ apiKey: process.env.API_KEY, b: 1 })'],
    ['nested object', 'const c = { auth: { secret: "x" } };', 'const c = { auth: { secret: process.env.SECRET } };'],
    ['class field', 'class A { apiKey = "x"; }', 'class A { apiKey = process.env.API_KEY; }'],
    ['static class field', 'class A { static secret = "x" }', 'class A { static secret = process.env.SECRET }'],
    ['private class field', 'class A { #secret = "x" }', 'class A { #secret = process.env.SECRET }'],
    [
      'readonly class field',
      'class A { private readonly secret = "x" }',
      'class A { private readonly secret = process.env.SECRET }',
    ],
    ['member assignment', 'this.apiKey = "x"', 'this.apiKey = process.env.API_KEY'],
    [
      'private member',
      'class A { f() { this.#secret = "x"; } }',
      'class A { f() { this.#secret = process.env.SECRET; } }',
    ],
    ['deep member', 'a.b.api_key = "x";', 'a.b.api_key = process.env.API_KEY;'],
    ['plain assignment', 'let secret; secret = "x";', 'let secret; secret = process.env.SECRET;'],
    ['parentheses', 'const x = { secret: "y" }; f(x)', 'const x = { secret: process.env.SECRET }; f(x)'],
    ['satisfies', 'const secret = "x" satisfies string', 'const secret = process.env.SECRET satisfies string'],
    ['as string', 'const secret = "x" as string', 'const secret = process.env.SECRET as string'],
    ['emoji before', 'const s = "😀"; const secret = "x";', 'const s = "😀"; const secret = process.env.SECRET;'],
    ['comment behind', 'const secret = "x"; // secret', 'const secret = process.env.SECRET; // secret'],
    ['returned object', 'const f = () => ({ secret: "x" })', 'const f = () => ({ secret: process.env.SECRET })'],
    ['export', 'export const secret = "x";', 'export const secret = process.env.SECRET;'],
    ['default export', 'export default { secret: "x" };', 'export default { secret: process.env.SECRET };'],
  ])('%s', (_, before, after) => {
    expect(secret(before)).toBe(after);
  });

  test('a JSX attribute gets braces', () => {
    expect(secret('const a = <A apiKey="x" b="y" />;', 'a.tsx')).toBe(
      'const a = <A apiKey={process.env.API_KEY} b="y" />;',
    );
  });

  test('a JSX attribute that has braces keeps them', () => {
    const pattern = /apiKey=\{"x"\}/;
    expect(mend({ text: 'const a = <A apiKey={"x"} />;', pattern, fix: ENV, path: 'a.tsx' })).toBe(
      'const a = <A apiKey={process.env.API_KEY} />;',
    );
  });

  test('each of several matches on a line is mended alone', () => {
    const text = 'f({ secret: "a", password: "b" });';
    expect(mend({ text, pattern: SECRET, fix: ENV, nth: 0 })).toBe('f({ secret: process.env.SECRET, password: "b" });');
    expect(mend({ text, pattern: SECRET, fix: ENV, nth: 1 })).toBe(
      'f({ secret: "a", password: process.env.PASSWORD });',
    );
  });

  test.each([
    ['quoted key', `h = { 'x-api-key': 'abc' }`, /'x-api-key':\s*'abc'/, `h = { 'x-api-key': process.env.X_API_KEY }`],
    ['computed member', `h['x-api-key'] = 'abc'`, /\['x-api-key'\] = 'abc'/, `h['x-api-key'] = process.env.X_API_KEY`],
    ['type annotation', 'const key: string = "x";', /key: string = "x"/, 'const key: string = process.env.KEY;'],
    ['template without expressions', 'const secret = `abc`', /secret = `abc`/, 'const secret = process.env.SECRET'],
    [
      'match cut before the closing quote',
      'const secret = "abcdef"',
      /secret = "abc/,
      'const secret = process.env.SECRET',
    ],
    ['parenthesised value', 'const secret = ("x")', /secret = \("x"\)/, 'const secret = (process.env.SECRET)'],
    ['right-hand side that is no literal', 'const port = 8080;', /port = 8080/, 'const port = process.env.PORT;'],
    ['exactly a literal', 'const secret = "sk_live";', /"sk_live"/, 'const secret = process.env.SECRET;'],
  ])('%s', (_, text, pattern, after) => {
    expect(mend({ text, pattern, fix: ENV })).toBe(after);
  });

  const KEYED = /(?:api[_-]?key|secret)["'\]]{0,2}\s*[:=]\s*["'][^"']+["']/;
  test.each([
    ['a quoted key', 'h = { "x-api-key": "abc" }', 'h = { "x-api-key": process.env.X_API_KEY }'],
    ['a member by its key', 'h["api_key"] = "abc"', 'h["api_key"] = process.env.API_KEY'],
    ['a computed key', 'h = { ["secret"]: "abc" }', 'h = { ["secret"]: process.env.SECRET }'],
  ])('a match that begins inside %s', (_, text, after) => {
    expect(mend({ text, pattern: KEYED, fix: ENV })).toBe(after);
  });

  test('an argument of the matched call', () => {
    const fix: Instruction = { template: "'sha256'" };
    expect(mend({ text: `h = createHash('md5')`, pattern: /createHash\('md5'/, fix })).toBe(`h = createHash('sha256')`);
  });

  test('a template of one text without a name, as an argument and in a choice', () => {
    const fix: Instruction = { template: 'process.env.HOST' };
    const run = (text: string) => mend({ text, pattern: /`a\.b`/, fix });
    expect(run('new URL(p, `a.b`)')).toBe('new URL(p, process.env.HOST)');
    expect(run('x = c ? `a.b` : d')).toBe('x = c ? process.env.HOST : d');
    expect(run('x = tag`a.b`')).toBe('<literal-is-operand>');
  });

  test('parentheses are added where the expression would fall apart', () => {
    const fix: Instruction = { template: 'a ?? b' };
    expect(mend({ text: 'const a = 1, b = 2; x = y() * 2', pattern: /y\(\)/, fix })).toBe(
      'const a = 1, b = 2; x = (a ?? b) * 2',
    );
  });

  test.each([['computed key without a name', 'h[k] = { [k]: "x" }', /\[k\]: "x"/]])(
    'a template without a name needs none: %s',
    (_, text, pattern) => {
      expect(mend({ text, pattern, fix: { template: 'process.env.KEY' } })).toBe('h[k] = { [k]: process.env.KEY }');
    },
  );
});

describe('a value slot is refused where replacing the literal would be wrong', () => {
  test.each([
    ['type literal', 'type T = { api_key: "abc12345" }', 'position-is-code'],
    ['interface', 'interface I { secret: "x" }', 'position-is-code'],
    ['generic argument', 'f<{ secret: "x" }>()', 'position-is-code'],
    ['comment', '// const api_key = "abc12345"', 'position-is-code'],
    ['block comment', 'f(/* secret = "x" */)', 'position-is-code'],
    ['string', `const s = 'secret = "x"'`, 'position-is-code'],
    ['template text', 'const s = `secret = "x"`', 'position-is-code'],
    ['regex literal', 'const r = /secret = "x"/', 'position-is-code'],
    ['default parameter', 'function f(secret = "x") {}', 'slot-is-default'],
    ['arrow default', 'const f = (secret = "x") => secret', 'slot-is-default'],
    ['destructuring default', 'const { secret = "x" } = o', 'slot-is-default'],
    ['parameter property', 'class A { constructor(private secret = "x") {} }', 'slot-is-default'],
    ['inside a default object', 'function f({ secret } = { secret: "x" }) {}', 'slot-is-default'],
    ['enum member', 'enum E { secret = "x" }', 'slot-is-enum-member'],
    ['left operand', 'const secret = "x" + y', 'literal-is-operand'],
    ['or', 'const secret = "x" || y', 'literal-is-operand'],
    ['condition', 'const secret = "x" ? 1 : 2', 'literal-is-operand'],
    ['method call on it', 'const secret = "x".repeat(2)', 'literal-is-operand'],
    ['as const', 'const secret = "x" as const', 'const-assertion'],
    ['object as const member', 'const secret = "x" as const satisfies string', 'const-assertion'],
    ['ambient', 'declare const secret = "x"', 'ambient'],
    ['ambient namespace', 'declare namespace N { const secret = "x" }', 'ambient'],
    ['decorator', '@A({ secret: "x" }) class B {}', 'position-is-code'],
    ['file with a syntax error', 'const secret = "x"; const = 1', 'file-parses'],
    ['generated file', '// @generated\nconst secret = "x"', 'generated-file'],
    ['do not edit', '/* Code generated by x. DO NOT EDIT. */\nconst secret = "x"', 'generated-file'],
    ['local process', 'function f(process) { const secret = "x"; }', 'name-shadowed'],
    ['top-level process', 'const process = {}; const secret = "x";', 'name-shadowed'],
    ['type inside the match', 'const o = { a: null as { secret: "x" } }', 'position-is-code'],
  ])('%s', (_, text, condition) => {
    expect(secret(text)).toBe(`<${condition}>`);
  });

  test.each([
    ['declaration file', 'a.d.ts', 'export const secret = "x"', 'declaration-file'],
    ['bundle', 'app.min.js', 'const secret = "x"', 'generated-file'],
    ['build output', 'dist/a.js', 'const secret = "x"', 'generated-file'],
    ['JSX text', 'a.tsx', 'const a = <p>secret = "x"</p>', 'position-is-code'],
    ['JSX attribute text', 'a.tsx', `const a = <p title='secret = "x"' />`, 'position-is-code'],
    ['another language', 'a.py', 'secret = "x"', 'language-not-understood'],
    ['json', 'a.json', '{ "a": "secret=\'x\'" }', 'language-not-understood'],
  ])('%s', (_, path, text, condition) => {
    expect(secret(text, path)).toBe(`<${condition}>`);
  });

  test.each([
    ['two literals', 'const secret = c ? "a" : "b"', /secret = .*/, 'slot-unique'],
    ['a literal that goes into a call', 'const password = prompt("Password?")', /password = .*\)/, 'slot-is-value'],
    ['a literal that goes into new', 'const secret = new Key("x")', /secret = .*\)/, 'slot-is-value'],
    ['a template with expressions', 'const secret = `a${b}`', /secret = `a\$\{b\}`/, 'slot-is-constant'],
    ['logical assignment', 'a.secret ??= "x"', /secret \?\?= "x"/, 'slot-is-default'],
    ['compound assignment', 'a.secret += "x"', /secret \+= "x"/, 'literal-is-operand'],
    ['object key', 'o = { "secret": 1 }', /"secret"/, 'slot-is-key'],
    ['member name', 'o["secret"]()', /"secret"/, 'slot-is-key'],
    ['import source', 'import x from "secret"; x()', /"secret"/, 'slot-is-module-name'],
    ['dynamic import', 'import("secret")', /"secret"/, 'slot-is-module-name'],
    ['case label', 'switch (x) { case "secret": f() }', /"secret"/, 'slot-is-case-label'],
    ['directive', '"secret"; f()', /"secret"/, 'position-is-code'],
    ['comparison', 'if (x === "secret") f()', /"secret"/, 'literal-is-operand'],
    ['argument without a name', 'f("secret")', /"secret"/, 'name-known'],
    ['computed key without a name', 'o = { [k]: "x" }', /\[k\]: "x"/, 'name-known'],
    ['destructured', 'const { a } = "secret"', /\{ a \} = "secret"/, 'name-known'],
    ['name that cannot be spelt', 'const _ = "x"', /_ = "x"/, 'name-known'],
    ['name with other letters', 'const пароль = "x"', /пароль = "x"/, 'name-known'],
    ['a key without its value', 'const o = { secret: v }', /secret:/, 'slot-is-value'],
    ['tagged template', 'const secret = tag`x`', /`x`/, 'literal-is-operand'],
    ['awaited', 'const x = await "secret"', /"secret"/, 'literal-is-operand'],
    ['only white space', 'f( )', / /, 'match-is-whole'],
  ])('%s', (_, text, pattern, condition) => {
    expect(mend({ text, pattern, fix: ENV })).toBe(`<${condition}>`);
  });

  test.each([
    ['the name itself', `const IS_PASSWORD = 'isPassword'`],
    ['the name as a label', `const o = { password: 'Password' }`],
    ['the word the name stands for', `const password_field = 'password'`],
    ['a key of translations', `const o = { password: 'form.password' }`],
    ['a selector', `const password = '#password'`],
    ['a header', `const apiKey = 'x-api-key'`],
    ['a sentence about it', `const o = { password: 'Enter your password' }`],
  ])('a string that spells its name: %s', (_, text) => {
    expect(mend({ text, pattern: /(?:password(?:_field)?|apiKey)\s*[:=]\s*'[^']+'/i, fix: ENV })).toBe(
      '<value-spells-name>',
    );
  });

  test.each([
    ['const password = "password123"', 'const password = process.env.PASSWORD'],
    ['const secret = "my-other-key"', 'const secret = process.env.SECRET'],
  ])('but not: %s', (text, after) => {
    expect(secret(text)).toBe(after);
  });

  test.each([
    [
      'Passwort eingeben',
      'Mot de passe',
      'Passwort',
      'Kennwort:',
      'Fehlt!',
      'Mindestens 8 Zeichen',
      'Пароль',
      '请输入密码',
      'correct horse',
    ],
    ['#new-password', '.secret-field:focus', 'input[type=password]', '[name=q]', 'form>.secret', '//input[@id=1]'],
    ['********', '••••', 'xxxx', '<token>', '{{ pw }}', '${PW}', '%PW%', '+', '=>', ' '],
    ['op://vault/db/it', 'arn:aws:secretsmanager:eu:1:s', 'projects/p/secrets/s', '/run/secrets/db', './token.txt'],
    [
      'errors.password.required',
      'user.errors.password_too_short',
      'token:expired',
      'TOKEN_EXPIRED',
      'X-Auth-Token',
      '--color-primary',
    ],
    ['password_hash', 'login-password-input', 'new-password', 'varchar(255)', 'bearer', 'None', '^(?=.*[A-Z]).{8,}$'],
  ])('what can be no secret: %s', (...texts) => {
    for (const text of texts) expect(secret(`const o = { password: "${text}" }`), text).toBe('<value-is-secret>');
  });

  test.each([
    [
      'YOUR_PW',
      'hunter2!x',
      'hunter',
      'Hunter2',
      'CorrectHorse',
      'sk_live_1a',
      'eyJh.eyJz.Sflk',
      'c2Vj+/Zm9v==',
      '#9xK!q2.z',
      'a',
    ],
    ['SUPER_SECRET_KEY', 'CHANGE_ME', 'PUT_IT_HERE', 'my-secret-key', 'super-secret-token', 'bearer-tok', 'db_pw'],
    ['admin:hunter', 'abc.d3f', '/9j/4AAQ', 'file', 'x-1-2', '--abc1', 'eyJhb.eyJz.sflk', 'p4ss-reset', 'text1'],
    ['abc 12345', 'Bearer eyJh.eyJz.Sflk', 'Server=db;User Id=sa;Pwd=x1'],
    ['div.1', 's3cr#t.x>1', '!@#$%^&*()', '$2b$10$abc', 'x', '-----BEGIN PRIVATE KEY-----\\nMIIE', 'a[0]b', 'p<q>r'],
  ])('and what may be one: %s', (...texts) => {
    for (const text of texts)
      expect(secret(`const o = { password: "${text}" }`), text).toBe('const o = { password: process.env.PASSWORD }');
  });

  test('a setting that is no secret may be any text', () => {
    expect(mend({ text: 'const TITLE = "My shop"', pattern: /TITLE = ".+"/, fix: ENV })).toContain('process.env.TITLE');
  });

  test('a constant may be called by what it holds', () => {
    const fix: Instruction = { template: 'flags.${camelCaseName}' };
    const run = (text: string) => mend({ text: `import { flags } from 'f'; ${text}`, pattern: /\w+ = "[^"]+"/, fix });
    expect(run('const NEW_CART = "flag:new-cart"')).toContain('NEW_CART = flags.newCart');
    expect(run('const NEW_CART = "new-cart"')).toBe('<value-spells-name>');
  });

  test.each([['process.env.SECRET = "x"'], ['process.env["SECRET"] = "x"']])(
    'where the setting is made: %s',
    (text) => {
      expect(mend({ text, pattern: /SECRET["'\]]* = "x"/, fix: ENV })).toBe('<value-is-itself>');
    },
  );

  test('a template that names what the file does not define', () => {
    expect(mend({ text: 'const secret = "x"', pattern: SECRET, fix: { template: 'vault.get("${NAME}")' } })).toBe(
      '<name-unbound>',
    );
  });

  test('a template whose value is no expression once it is filled in', () => {
    const fix: Instruction = { template: 'process.env.${NAME}' };
    expect(mend({ text: `o = { 'a-b c': 'x' }`, pattern: /'a-b c': 'x'/, fix })).toBe('<template-is-expression>');
  });
});
