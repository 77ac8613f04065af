import { describe, expect, it } from 'vitest';
import { checkText } from '../../src/engine/check-text.js';
import { makeFix } from '../../src/fix/make-fix.js';
import { isExecutable } from '../../src/model/auto-fix.js';
import type { Rule } from '../../src/model/contract.js';
import { applyEdits } from '../../src/model/edit.js';
import { isCode } from '../../src/syntax/is-code.js';
import { brokenChecks } from './judge-rule.js';
import { loadPacks, rulesOf } from './load-pack.js';

const rules = rulesOf(loadPacks('templates/contracts'));

/** The text after the first fix on offer, or the conditions that stood in the way of each. */
function mend(rule: Rule, text: string): string | readonly string[] {
  const path = 'src/example.tsx';
  const refusals: string[] = [];
  for (const { checkIndex, place } of checkText({ path, text }, [rule], { isCode }).violations) {
    const check = rule.checks[checkIndex];
    if (!check?.autoFix || !isExecutable(check.autoFix)) continue;
    const answer = makeFix({ path, text, rule, check, place }, check.autoFix);
    if (answer.kind === 'refused') refusals.push(answer.condition);
    else return applyEdits(text, answer.fix.edits) ?? 'edits that overlap';
  }
  return refusals;
}

const MENDED: readonly (readonly [id: string, before: string, after: string])[] = [
  ['SEC-001', 'const api_key = "abc12345"', 'const api_key = process.env.API_KEY'],
  ['SEC-001', "const stripeApiKey: string = 'k-9f8e7d6c'", 'const stripeApiKey: string = process.env.STRIPE_API_KEY'],
  ['SEC-001', 'connect({ password: "hunter22" })', 'connect({ password: process.env.PASSWORD })'],
  ['SEC-001', 'connect({ "x-api-key": "hunter22" })', 'connect({ "x-api-key": process.env.X_API_KEY })'],
  ['SEC-001', 'config["client-secret"] = "hunter22"', 'config["client-secret"] = process.env.CLIENT_SECRET'],
  ['SEC-001', 'class A { private apiKey = "hunter22" }', 'class A { private apiKey = process.env.API_KEY }'],
  ['SEC-001', 'config.clientSecret = "hunter22"', 'config.clientSecret = process.env.CLIENT_SECRET'],
  ['SEC-001', 'const jwtSecret = "supersecretvalue"', 'const jwtSecret = process.env.JWT_SECRET'],
  ['SEC-001', 'const botToken = "8f14e45fceea167a5a36dedd"', 'const botToken = process.env.BOT_TOKEN'],
  ['SEC-001', 'a = <Maps apiKey="7c4a8d09ca37" />', 'a = <Maps apiKey={process.env.API_KEY} />'],
  ['SEC-001', 'const stripe = "sk_live_4eC39HqLyjWDar"', 'const stripe = process.env.STRIPE'],
  ['SEC-001', 'const databaseUrl = "postgres://shop:pw1@db/shop"', 'const databaseUrl = process.env.DATABASE_URL'],
  [
    'SEC-001',
    'const session = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbmEifQ.c2lnbmF0dXJl"',
    'const session = process.env.SESSION',
  ],
  ['SEC-006', 'const o = { rejectUnauthorized: false, a: false }', 'const o = { rejectUnauthorized: true, a: false }'],
  ['SEC-006', 'process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0"\nstart()\n', 'start()\n'],
  [
    'SEC-011',
    'a = <a href={url} target="_blank">x</a>',
    'a = <a href={url} target="_blank" rel="noopener noreferrer">x</a>',
  ],
  [
    'SEC-011',
    'a = (\n  <a\n    target={"_blank"}\n    href={url}\n  >x</a>\n)',
    'a = (\n  <a\n    target="_blank" rel="noopener noreferrer"\n    href={url}\n  >x</a>\n)',
  ],
  ['A11Y-004', 'a = <div tabIndex={5}>x</div>', 'a = <div tabIndex={0}>x</div>'],
  ['A11Y-004', 'a = <div tabIndex="5">x</div>', 'a = <div tabIndex={0}>x</div>'],
  ['A11Y-004', "a = <div tabIndex={ '12' }>x</div>", 'a = <div tabIndex={ 0 }>x</div>'],
  ['A11Y-004', 'h("div", { tabIndex: 2 })', 'h("div", { tabIndex: 0 })'],
  ['A11Y-004', 'panel.tabIndex = 3', 'panel.tabIndex = 0'],
  ['PROD-004', 'start()\ndebugger\nstop()\n', 'start()\nstop()\n'],
  ['PROD-004', 'function f() {\n  debugger; // look\n  return 1\n}\n', 'function f() {\n  return 1\n}\n'],
  ['PROD-010', 'start()\nconsole.log("here", user.name)\nstop()\n', 'start()\nstop()\n'],
];

/** Broken rules nobody but a person can mend, although the rule has a fix for other places. */
const LEFT_ALONE: readonly (readonly [id: string, text: string])[] = [
  ['SEC-001', 'function connect(password = "hunter22") {}'],
  ['SEC-001', 'const { password = "hunter22" } = options'],
  ['SEC-001', 'type Options = { api_key: "abc12345" }'],
  ['SEC-001', '// const password = "hunter22"'],
  ['SEC-001', 'const help = "write password: \'hunter22\' here"'],
  ['SEC-001', 'const help = `password: "hunter22"`'],
  ['SEC-001', 'connect(process.env.DB_PASSWORD || "hunter22")'],
  ['SEC-001', 'const a = { [`password`]: "hunter22" + salt }'],
  ['SEC-001', 'if (password === "letmein123") enter()'],
  ['SEC-001', 'const key = process.env["MAPS_API_KEY"] ?? "local-only"'],
  ['SEC-001', 'enum Keys { apiKey = "abc12345" }'],
  ['SEC-001', 'const apiKey = "abc12345" as const'],
  ['SEC-001', 'connect("sk_live_4eC39HqLyjWDar")'],
  ['SEC-001', 'const header = "Bearer ghp_000000000000000000000000000000000000"'],
  ['SEC-001', 'const url = `postgres://shop:pw1@${host}/shop`'],
  ['SEC-001', 'const pem = "-----BEGIN PRIVATE KEY-----"'],
  ['SEC-003', 'element.innerHTML = userData.bio'],
  ['A11Y-004', 'type Props = { tabIndex: 1 }'],
  ['A11Y-004', 'function f({ tabIndex = 1 }) {}'],
  ['PROD-004', 'if (broken) debugger'],
  ['PROD-004', 'try { a() } catch { debugger }'],
  ['PROD-010', 'console.log(next())'],
  ['PROD-010', 'const shown = console.log(user)'],
  ['PROD-010', 'run(() => console.log("x"))'],
];

describe('the fixes of the starter packs', () => {
  it.each(MENDED)('%s mends %s', (id, before, after) => {
    const rule = ruleOf(id);
    expect(mend(rule, before)).toBe(after);
    expect(brokenChecks(rule, after)).toEqual(new Set());
  });

  it.each(LEFT_ALONE)('%s leaves alone %s', (id, text) => {
    const rule = ruleOf(id);
    expect(brokenChecks(rule, text).size).toBeGreaterThan(0);
    expect(mend(rule, text)).toBeInstanceOf(Array);
  });

  it('are all tried here', () => {
    const withFix = rules.filter((rule) => rule.checks.some(({ autoFix }) => autoFix && isExecutable(autoFix)));
    expect(withFix.map(({ id }) => id).toSorted()).toEqual([...new Set(MENDED.map(([id]) => id))].toSorted());
  });
});

function ruleOf(id: string): Rule {
  const rule = rules.find((each) => each.id === id);
  if (!rule) throw new Error(`${id} is gone`);
  return rule;
}
