import { describe, expect, it } from 'vitest';
import type { Rule } from '../../src/model/contract.js';
import { brokenChecks } from './judge-rule.js';
import { loadPacks, rulesOf } from './load-pack.js';

const rules = new Map(rulesOf(loadPacks('templates/contracts')).map((rule) => [rule.id, rule]));

function ruleOf(id: string): Rule {
  const rule = rules.get(id);
  if (!rule) throw new Error(`${id} is gone`);
  return rule;
}

/** What a rule must not see: the same letters with another meaning. */
const INNOCENT: Readonly<Record<string, readonly string[]>> = {
  'SEC-001': [
    'const resetPassword = "Reset password"',
    'const labels = { password: "Passwort", secret: "Geheimnis" }',
    'enum Field { Password = "password", ApiKey = "api_key" }',
    'const ACCESS_TOKEN = "access_token"',
    'const API_KEY_HEADER = "x-api-key-2024"',
    'tokenize("const a1 = 2")',
    'const secretary = "Jonathan-1"',
    'const tokenizer = "cl100k_base_v2_long"',
    'const passwordPattern = "^(?=.*[0-9]).{8,}$"',
    'const routes = { resetPassword: "/reset-password/v2" }',
    'const apiKey = "YOUR_API_KEY_1"',
    'const apiKey = "xxxxxxxxxxxxxxx1"',
    'const secret = "arn:aws:secretsmanager:eu-west-1:1234"',
    'const apiKey = `${prefix}-12345678`',
    'const password: string = readLine("Password 1:")',
    'theme = { token: "blue" }',
    'theme = { colorToken: "gray.100" }',
    '<input name="password" placeholder="At least 8 characters" />',
    '<Text token="heading.level.2" />',
    'const className = "sk-fading-circle sk-circle-12"',
    'const url = "https://shop.com/a:b@c"',
    'const ssh = "git@github.com:shop/shop.git"',
    'const at = "http://host:8080/@scope/package"',
    'const isPasswordValid = password.length >= 8',
    'const env = process.env.PASSWORD_MIN_LENGTH ?? "8"',
    'const mode = process.env.NODE_ENV || "development"',
    'const hash = { sha: "AKIA" }',
  ],
  'SEC-002': [
    'const title = `Update ${name} set ${n}`',
    'const text = `Select a colour from ${colours.length}`',
    'const text = "SELECT your colour"',
    'const text = "DELETE FROM " + "carts"',
    'sql`DELETE FROM carts WHERE id = ${id}`',
    'await sql<Cart[]>`SELECT * FROM carts WHERE id = ${id}`',
    'client.query({ text: "SELECT 1 FROM carts WHERE id = $1", values: [id] })',
    'document.querySelector(`#${id}`)',
    'useQuery(`/api/${id}`)',
    'const price = `SELECT * FROM carts WHERE total > $5`',
    'run(`with ${count} items`)',
    'const help = "WHERE it is: " + place',
  ],
  'SEC-003': [
    'const html = element.innerHTML',
    'expect(element.innerHTML).toBe("x")',
    'element.innerHTML == previous',
    'element.innerHTML = `<svg></svg>`;',
    "element.innerHTML = ''\nnext()",
    'element.innerHTML = this.sanitizer.sanitize(markup)',
    'element.innerHTML = escapeHtml(name)',
    '// element.innerHTML = name',
    'const help = "never set .innerHTML = value"',
    'documents.write(page)',
    'fs.write("<p>")',
    'const dangerouslySetInnerHTML = { __html: "<b>static</b>" }',
  ],
  'SEC-004': [
    'evaluate(expression)',
    'retrieval(query)',
    'page.$eval("h1", read)',
    'const medieval = eval_(x)',
    '// eval(code) would be wrong',
    'const text = "eval(code)"',
    'isFunction(value)',
    'new FunctionNode("x")',
    'newFunction("x")',
    'setTimeout(() => refresh("now"), 10)',
    'const help = "use javascript: the good parts"',
  ],
  'SEC-005': [
    'readFile(join(root, "index.html"))',
    'openDialog(event.body)',
    'const file = readFile(path); res.send(req.params.id)',
    'createReadStream(join(uploads, basename(req.params.id)))',
    'window.stats(request.bodyLength)',
  ],
  'SEC-006': [
    'const label = "rejectUnauthorized: false"',
    'rejectUnauthorizedRequests = false',
    '// rejectUnauthorized: false',
  ],
  'SEC-007': ['regex.exec(`${a}`)', 'execFile(`${program}`, args)', 'exec("git status")', 'executor("a" + b)'],
  'SEC-008': [
    'const tokens = list.length',
    'const angle = Math.random()',
    'const secret = draw(); const x = Math.random()',
  ],
  'SEC-010': ['createHash("sha512")', 'md5(file)'],
  'SEC-011': [
    '<a target="_self" href={url}>x</a>',
    '<a rel={rel} target="_blank" href={url}>x</a>',
    '<article target="_blank">x</article>',
    '<a title={a > b ? "x" : "y"} rel="noopener" target="_blank">x</a>',
  ],
  'A11Y-001': [
    '<img alt={`Photo of ${name}`} src={src} />',
    '<img src={src} onLoad={() => a > b} alt="x" />',
    '<img src={src} title="a > b" alt="x" />',
    '<image src={src} />',
    '<img-zoom src={src} />',
    '{/* <img src={src} /> */}',
    'const html = "<img src=x>"',
    'const a = b <imgs',
  ],
  'A11Y-002': [
    '<button><Icon /> <span className="sr-only">Close</span></button>',
    '<button><Icon title="Close" /></button>',
    '<button>{label}</button>',
    '<button />',
    '<Button label="Close"><CloseIcon /></Button>',
    '<ButtonGroup><TrashIcon /></ButtonGroup>',
    '<button><Trans /></button>',
    '<button aria-labelledby="x"><svg viewBox="0 0 1 1"></svg></button>',
  ],
  'A11Y-003': [
    '<input id="name" />',
    '<input aria-labelledby="name" />',
    '<label className="row">\n  Name\n  <input name="name" />\n</label>',
    '<inputs />',
    '<Input name="x" />',
    '<input type={"hidden"} name="x" />',
    '<selectbox />',
  ],
  'A11Y-004': [
    '<div tabIndex={index}>',
    '<div tabIndex={-1}>',
    '<div tabIndex="-1">',
    '<div tabIndex={1 - 1}>',
    '<Tab initialTabIndex={1} />',
    'node.tabIndex = 1 - offset',
    'tabIndexes = 3',
    'const text = "tabIndex = 3"',
  ],
  'A11Y-005': [
    '<div onClick={open} role="button" onKeyDown={open}>x</div>',
    '<div aria-hidden="true" onClick={close} />',
    '<divider onClick={open} />',
    '<div data-on={x}><button onClick={open}>x</button></div>',
    '<Link onClick={open}>x</Link>',
  ],
  'A11Y-006': ['<html lang={locale} dir="ltr">', '<html {...attributes}>', '<HtmlPreview />', 'render("<html>")'],
  'A11Y-010': ['a { outline: 1px solid }', 'a { outline: 0.2em solid }', '--outline: none-such;'],
  'TEST-001': [
    'jester.mock("x")',
    'service.fn("x")',
    'knock("x")',
    'const text = "vi.mock(x)"',
    '// nock("https://a.b")',
  ],
  'TEST-002': [
    "import { peacock } from '../birds/peacock'",
    "import { mockup } from '../design/mockup-viewer'",
    'service.fake()',
  ],
  'TEST-003': [
    'await load().catch((error) => null ?? error)',
    'try { a() } catch { /* the folder may be gone */ }',
    'expect(1).toBe(one)',
    'expect("a").toBe("b")',
    'assert(trueish)',
    'it("x", () => { run() })',
    '// expected (once)',
    'submit("x", () => {})',
  ],
  'TEST-004': ['expect(a).toBe(defined)', 'expect(Boolean(a)).toBe(true)', 'expect(a).not.toBe(null)'],
  'TEST-005': [
    '// placeholder attribute is kept',
    '// willpower',
    '// ensure that one snapshot will be written',
    '// TODO ask Ana',
    'test("todolist grows", grow)',
  ],
  'TEST-006': ['cart.only()', 'latest.only', 'it("only", run)', 'profit("x")', 'outfit("x")', '// it.only("x")'],
  'TEST-007': ['list.skip(1)', 'test.skip(isMac, "no menu")', 'it.skip("x", x) // https://bugs.shop/1', 'maxit("x")'],
  'TEST-008': ['await sleepy(5)', 'cy.wait("@load")', 'setTimeout(done, 5)', 'await delay(until)'],
  'PROD-001': [
    'const DEMOGRAPHICS = []',
    'if (env.MOCK_API) start()',
    'const hammockData = []',
    'const fakeness = 1',
    'const dummy = createElement()',
    '<input placeholder="demo@shop.com" />',
    '{ placeholder: "test@shop.com" }',
    'const address = "demographics@shop.com"',
    'const seedling = 1',
    'const seedDataLength = 3',
    '// uses MOCK_PRICES no more',
  ],
  'PROD-002': [
    'const url = "https://counterexample.com"',
    'const url = "https://example.company/x"',
    'const url = "https://localhosting.com"',
    'const schema = "http://json-schema.org/draft-07/schema"',
    'const url = "https://latest.shop.com/"',
    'const url = "https://contest.com"',
  ],
  'PROD-003': [
    'const colour = "#12345678"',
    'const userIds = "a1b2c3d4e5f6"',
    'const user_id = ""',
    '{ projectId: `${team}-1234567890` }',
    'const id = "550e8400-e29b-41d4"',
  ],
  'PROD-004': [
    'const debuggers = 1',
    'tools.debugger.attach()',
    '// debugger',
    'const text = "debugger"',
    '{ debugger: 1 }',
  ],
  'PROD-005': [
    'try { a() } catch (error) { throw error }',
    'save().catch((error) => null ?? error)',
    'save().catch(noop)',
  ],
  'PROD-010': [
    'console.logger("x")',
    'logger.log("x")',
    'myconsole.log("x")',
    '// console.log(x)',
    'console.error(error)',
  ],
  'PROD-011': ['// @ts-expect-error upstream typings', '// @ts-ignored', 'const text = "a"'],
  'ARCH-001': [
    "import type { User } from '@/db/schema'",
    "import { stamp } from '@/lib/adbanner'",
    "import { mypg } from 'mypg'",
    "import page from './pg-page'",
    "// import { db } from '@/db'",
    'const text = "import db from \'pg\'"',
    "import styles from './database-table.module.css'",
  ],
  'ARCH-002': [
    "import { attest } from '@shop/attest'",
    "import { fastest } from './fastest'",
    "import { test } from '@/lib/tests-passed'",
    "import { vitestReport } from 'vitest-report'",
    "import { request } from '@playwright/testing-library'",
  ],
  'ARCH-003': [
    '"use client"\nimport { fs } from "./fs"',
    '"use client"\nimport { osName } from "os-name"',
    'import fs from "node:fs"\nconst a = "use client"',
  ],
  'ARCH-010': ["import a from '../../../lib/a'", "import a from './a/../b'"],
  'ARCH-011': ["import a from 'next/dist/client'", "import a from './distance/a'", "import a from '../outline/a'"],
};

/** What a rule must see, beyond the examples in the pack: other spellings of the same mistake. */
const GUILTY: Readonly<Record<string, readonly string[]>> = {
  'SEC-001': [
    'const APIKEY = "abc12345"',
    'const apiKey="abc12345"',
    "const DB_PASSWORD = 'pa55word!'",
    'const dbPasswd: string | undefined = "pa55word!"',
    'this.clientSecret = `p8e-61b7c`;',
    'static readonly #secretKey = "p8e-61b7c"',
    "settings['api-key'] = 'abc12345'",
    '"api_key": "abc12345",',
    "secret_key: 'abc12345' as const",
    '<Provider apiKey={"abc12345"} />',
    '// password = "hunter22"',
    'const { password = "hunter22" } = options',
    'type Options = { api_key: "abc12345" }',
    'const conn = "mongodb+srv://shop:hunter2@cluster0.mongodb.net/shop"',
    'const secret = process.env.SESSION_SECRET ?? `dev-secret`',
    '-----BEGIN OPENSSH PRIVATE KEY-----',
  ],
  'SEC-002': [
    'db.all<Row[]>(`select id from carts where id = ${id}`)',
    'const q = `\n  INSERT INTO carts (id)\n  VALUES (${id})\n`',
    'const find = (id) => `SELECT id FROM carts WHERE id = ${id}`',
  ],
  'SEC-003': [
    'element.innerHTML=bio',
    'element.innerHTML =\n  bio',
    'element.innerHTML = "<b>" + bio',
    "element.innerHTML = '<b>'\n  + bio",
    'element.innerHTML = `<b>${bio}</b>`',
    'element!.innerHTML = bio',
    '(element as HTMLElement).innerHTML = bio',
    '<p dangerouslySetInnerHTML={{"__html": bio}} />',
    '<p dangerouslySetInnerHTML={{ __html: "<b>" + bio }} />',
  ],
  'SEC-004': ['globalThis.eval(x)', 'const f = eval (x)', 'return new Function(body)', "window.setTimeout('go()', 1)"],
  'SEC-005': [
    'await fs.promises.readFile(`./${req.query.f}`)',
    'res.download(req.params.f)',
    'open(request.nextUrl.pathname)',
  ],
  'SEC-011': ["<a target='_blank' href={url}>x</a>", '<a\n  target="_blank"\n  href={url}\n>x</a>'],
  'A11Y-001': ['<img\n  src={src}\n  onLoad={() => {\n    set({ a: 1 })\n  }}\n/>', '<img src={a > b ? "alt" : "x"}>'],
  'A11Y-002': [
    '<Button size="icon"><ChevronDown className="h-4" /></Button>',
    '<button title-x="1"><MdClose/></button>',
  ],
  'A11Y-003': [
    '<label htmlFor="a">A</label>\n<input name="a" />',
    '<input type="text" {...field} />'.replace(' {...field}', ''),
  ],
  'A11Y-004': ['<div tabIndex={ 3 }>', "<div tabIndex='3'>", '<div tabindex="3">', '{ "tabIndex": 4 }'],
  'TEST-003': [
    'fetchAll().catch(e => [])',
    'fetchAll().catch(() => ({}))',
    'it("x", async function () {})',
    'catch(e){}',
  ],
  'TEST-006': ['describe.only(`cart`, run)', 'test.skipIf(isMac).only("x", run)', 'it.only.each(cases)("x", run)'],
  'TEST-008': ['await new Promise(r => setTimeout(r, 10))', 'await delay(0.5)'],
  'PROD-003': ["team_id = 'team-20240101'", 'if (tenantId == "acme-corp-1") x()'],
  'PROD-004': ['function f() {\n  debugger;\n}', 'if (a) debugger;'],
  'PROD-005': ['promise.catch((e: unknown) => undefined)', 'try { a() } catch (e: unknown) { }'],
  'ARCH-001': ["import db from '~/server/db'", "import { sql } from 'drizzle-orm/pg-core'", "import 'pg'"],
};

describe.each(Object.entries(INNOCENT))('%s does not see', (id, texts) => {
  it.each(texts)('%s', (text) => {
    expect([...brokenChecks(ruleOf(id), text)].map((index) => ruleOf(id).checks[index])).toEqual([]);
  });
});

describe.each(Object.entries(GUILTY))('%s sees', (id, texts) => {
  it.each(texts)('%s', (text) => {
    expect(brokenChecks(ruleOf(id), text).size).toBeGreaterThan(0);
  });
});

it('leaves no rule without look-alikes', () => {
  expect([...rules.keys()].filter((id) => !(id in INNOCENT))).toEqual([]);
});
