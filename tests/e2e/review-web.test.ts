import { type ChildProcess, spawn } from 'node:child_process';
import { request } from 'node:http';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evidenceLine, printEvidenceLine } from '../../src/pattern-store/evidence/evidence-line.js';
import { BROWSER, launchBrowser, PICTURES } from '../support/browser.js';
import { CLI, makeProject } from '../support/run-cli.js';
import { SECURITY_CONTRACT, storeWith, USER_PROFILE } from '../support/sample-contract.js';

const ID = 'fix-sec-003-innerhtml';
const FILES = ['src/a.ts', 'src/b.ts', 'src/c.ts'];
const EVIL = '<img src=x onerror=alert(1)>';

const project = makeProject({
  'contracts/security.yml': SECURITY_CONTRACT,
  '.specflow/fix-patterns.json': storeWith('0.75', 'gold'),
  'src/stuck.ts': `const a = "${EVIL}"; // FIXME\n`,
  ...Object.fromEntries(FILES.map((file) => [file, USER_PROFILE])),
});
let desk: ChildProcess;
let url = '';

/** 500 patterns with 2,000 applications between them, beside the one that was really applied. */
function fillStore(): void {
  const store = JSON.parse(project.read('.specflow/fix-patterns.json'));
  const [model] = store.patterns;
  const many = Array.from({ length: 499 }, (_, at) => {
    return { ...model, id: `pattern-${at}`, description: at === 0 ? EVIL : 'One of many', evidence: undefined };
  });
  const evidence = Array.from({ length: 2000 }, (_, at) => {
    const seen = { patternId: `pattern-${at % 499}`, ruleId: 'SEC-003', day: '2026-01-05', gate: null };
    return evidenceLine({
      kind: at % 7 === 0 ? 'failure' : 'success',
      ...seen,
      run: `run-${at}`,
      file: `src/${at}.ts`,
    });
  });
  const lines = evidence.map((line): unknown => JSON.parse(printEvidenceLine(line)));
  project.write('their.json', JSON.stringify({ version: 1, patterns: many, evidence: lines }));
  expect(project.specflow(['patterns', 'import', 'their.json']).code).toBe(0);
}

beforeAll(async () => {
  project.specflow(['heal']);
  project.specflow(['findings', 'add', 'Ask the vendor about the old key']);
  fillStore();
  desk = spawn(process.execPath, [CLI, 'review', '--web'], { cwd: project.root, stdio: ['ignore', 'pipe', 'inherit'] });
  url = await new Promise((resolve) => desk.stdout?.once('data', (line: Buffer) => resolve(line.toString().trim())));
}, 60_000);

afterAll(async () => {
  const ended = new Promise((resolve) => desk.once('exit', resolve));
  desk.kill('SIGINT');
  await ended;
});

interface Ask {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** With headers a browser would not let a page set. */
function ask({ path: asked, method = 'GET', headers = {}, body = '' }: Ask): Promise<{ status: number; text: string }> {
  const { hostname, port, pathname } = new URL(url);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path: asked ?? pathname, method, headers }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

describe('review --web', () => {
  const json = { 'content-type': 'application/json' };

  it.each<[string, () => Ask, number]>([
    ['the page with its token', () => ({}), 200],
    ['no token', () => ({ path: '/' }), 404],
    ['a wrong token', () => ({ path: `/${'x'.repeat(32)}/` }), 404],
    ['another host name, as after a rebound DNS entry', () => ({ headers: { host: 'evil.example' } }), 404],
    ['a foreign origin', () => ({ headers: { origin: 'http://evil.example' } }), 404],
    [
      'a form of another page',
      () => ({
        path: `${new URL(url).pathname}decide`,
        method: 'POST',
        headers: { 'content-type': 'text/plain' },
        body: '{}',
      }),
      404,
    ],
    [
      'a decision about nothing',
      () => ({ path: `${new URL(url).pathname}decide`, method: 'POST', headers: json, body: '{}' }),
      400,
    ],
    ['no JSON', () => ({ path: `${new URL(url).pathname}decide`, method: 'POST', headers: json, body: '{' }), 400],
    [
      'too much',
      () => ({ path: `${new URL(url).pathname}decide`, method: 'POST', headers: json, body: 'x'.repeat(1 << 17) }),
      400,
    ],
  ])('answers %s', async (_, asked, status) => {
    expect((await ask(asked())).status).toBe(status);
  });

  it('is served to this machine alone', () => expect(new URL(url).hostname).toBe('127.0.0.1'));
});

describe.skipIf(BROWSER === undefined)('the desk in a browser', () => {
  let browser: Browser;
  let close: (() => Promise<void>) | undefined;

  beforeAll(async () => {
    ({ browser, close } = await launchBrowser());
  });

  afterAll(() => close?.());

  async function open(options: Parameters<Browser['newPage']>[0] = {}) {
    const page = await browser.newPage(options);
    const heard: string[] = [];
    page.on('console', (message) => heard.push(`console ${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => heard.push(`error: ${error.message}`));
    page.on('request', (sent) => {
      if (!sent.url().startsWith(url) && sent.url() !== 'data:,') heard.push(`request: ${sent.url()}`);
    });
    await page.goto(url);
    await page.locator('article').first().waitFor();
    return { page, heard };
  }

  const articles = (page: Page) => page.locator('article').count();

  it.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 360],
    ['dark', 360],
  ] as const)('can be read in %s at %i pixels', async (colorScheme, width) => {
    const { page, heard } = await open({ colorScheme, viewport: { width, height: 800 } });
    for (const [key, count] of [
      ['1', 3],
      ['2', 1],
      ['3', 1],
      ['4', 500],
    ] as const) {
      await page.keyboard.press(key);
      expect(await articles(page)).toBe(count);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
      if (PICTURES) await page.screenshot({ path: path.join(PICTURES, `desk-${colorScheme}-${width}-${key}.png`) });
    }
    expect(await page.locator('img').count()).toBe(0);
    expect(heard).toEqual([]);
    await page.close();
  });

  it('shows 500 patterns with 2,000 applications, and walks through them, faster than anybody notices', async () => {
    const { page } = await open();
    const times = await page.evaluate<Record<string, number>>(`(async () => {
      const painted = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      const press = (key) => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      const took = async (work) => { const start = performance.now(); await work(); await painted(); return performance.now() - start; };
      const shown = await took(() => press('4'));
      let walked = 0;
      for (let step = 0; step < 30; step++) walked = Math.max(walked, await took(() => press('j')));
      const loaded = await took(() => fetch('state').then((answer) => answer.json()));
      return { shown, walked, loaded };
    })()`);
    if (PICTURES) process.stdout.write(`${JSON.stringify(times)}\n`);
    // A tenth of a second is what people take for at once; machines that do much else at a time get ten of them.
    for (const [what, milliseconds] of Object.entries(times)) expect(milliseconds, what).toBeLessThan(1000);
    await page.close();
  });

  it('decides by keyboard, through the same code as the command line', async () => {
    const { page, heard } = await open();
    const first = await page.locator('article h2').first().textContent();
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await page.keyboard.press('r');
    await page.locator('#said', { hasText: `rejected ${ID}` }).waitFor();
    expect(await articles(page)).toBe(2);
    const rejected = FILES.find((file) => first?.startsWith(`${file}:`)) ?? '';
    expect(project.read(rejected)).toBe(USER_PROFILE);
    await page.keyboard.press('a');
    await page.locator('#said', { hasText: `accepted ${ID}` }).waitFor();
    await page.keyboard.press('2');
    expect(await page.locator('article h2').allTextContents()).toEqual([expect.stringMatching(/^heal\/escalated /)]);
    await page.keyboard.press('r');
    await page.locator('#said', { hasText: 'A dismissal needs a reason.' }).waitFor();
    await page.keyboard.type('known');
    const before = await articles(page);
    await page.locator('article').first().getByRole('button', { name: 'Dismiss' }).click();
    await page.locator('#said', { hasText: /^dismissed / }).waitFor();
    expect(await articles(page)).toBe(before - 1);
    await page.keyboard.press('3');
    expect(await page.locator('article').textContent()).toContain('Ask the vendor');
    await page.keyboard.press('4');
    await page.locator('article').first().getByRole('button', { name: 'Retire' }).click();
    await page.locator('#said', { hasText: /^retired / }).waitFor();
    expect(heard).toEqual([]);
    await page.close();
    const kinds = project.read('.specflow/evidence.jsonl').match(/"kind":"(?:accepted|rejected|retired)"/g);
    expect(kinds).toEqual(['"kind":"rejected"', '"kind":"accepted"', '"kind":"retired"']);
  });
});
