import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER, launchBrowser, PICTURES } from '../support/browser.js';
import { makeProject } from '../support/run-cli.js';
import { SECURITY_CONTRACT } from '../support/sample-contract.js';

/** Opens a report, and hears everything a browser has to say about it. */
async function open(browser: Browser, file: string, options: Parameters<Browser['newPage']>[0] = {}) {
  const page = await browser.newPage(options);
  const heard: string[] = [];
  page.on('console', (message) => heard.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => heard.push(`error: ${error.message}`));
  page.on('request', (request) => {
    if (request.url() !== pathToFileURL(file).href) heard.push(`request: ${request.url()}`);
  });
  await page.goto(pathToFileURL(file).href);
  return { page, heard };
}

function shown(page: Page): Promise<number> {
  return page.locator('section.file li.entry:visible').count();
}

async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES !== undefined) await page.screenshot({ path: path.join(PICTURES, `${name}.png`) });
}

describe.skipIf(BROWSER === undefined)('the html report in a browser', () => {
  const project = makeProject({ 'contracts/security.yml': SECURITY_CONTRACT });
  const report = path.join(project.root, 'report.html');
  let browser: Browser;
  let close: (() => Promise<void>) | undefined;

  beforeAll(async () => {
    for (let file = 0; file < 100; file++) {
      const bad = 'const wide = "</script><img src=x onerror=alert(1)>"; element.innerHTML = bio\n'.repeat(19);
      project.write(`src/${file % 7}/a-rather-long-name-for-a-component-${file}.ts`, `${bad}// FIXME\n`);
    }
    expect(project.specflow(['check', '--quiet', '-o', 'html=report.html']).code).toBe(1);
    ({ browser, close } = await launchBrowser());
  });

  afterAll(() => close?.());

  it('shows 2,000 violations without an error, and asks for nothing', async () => {
    const { page, heard } = await open(browser, report);
    expect(await page.title()).toBe('Specflow: 1900 errors, 100 warnings');
    expect(await shown(page)).toBe(2000);
    expect(await page.locator('#shown').textContent()).toBe('2000 of 2000 shown');
    expect(await page.locator('img').count()).toBe(0);
    expect(heard).toEqual([]);
    await page.close();
  });

  it('is narrowed by severity and words, and walked through by keyboard', async () => {
    const { page, heard } = await open(browser, report);
    await page.getByLabel('errors').uncheck();
    expect(await shown(page)).toBe(100);
    await page.keyboard.press('/');
    await page.keyboard.type('component-42.ts');
    expect(await shown(page)).toBe(1);
    await page.keyboard.press('Escape');
    await page.getByLabel('errors').check();
    expect(await shown(page)).toBe(2000);
    await page.locator('h1').click();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    const focused = await page.evaluate(`[...document.querySelectorAll('li.entry')].indexOf(document.activeElement)`);
    expect(focused).toBe(0);
    expect(heard).toEqual([]);
    await page.close();
  });

  it.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 360],
    ['dark', 360],
  ] as const)('can be read in %s at %i pixels, without scrolling the page sideways', async (colorScheme, width) => {
    const { page, heard } = await open(browser, report, { colorScheme, viewport: { width, height: 800 } });
    await picture(page, `${colorScheme}-${width}`);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    const contrast = await page.evaluate(`(() => {
      const light = (color) => {
        const [r, g, b] = color.match(/[\\d.]+/g).map(Number);
        return (r * 299 + g * 587 + b * 114) / 1000;
      };
      const body = getComputedStyle(document.body);
      const paper = body.backgroundColor === 'rgba(0, 0, 0, 0)' ? getComputedStyle(document.documentElement) : body;
      return light(body.color) - light(paper.backgroundColor);
    })()`);
    expect(Math.abs(Number(contrast))).toBeGreaterThan(125);
    expect(Number(contrast) > 0).toBe(colorScheme === 'dark');
    expect(heard).toEqual([]);
    await page.close();
  });
});
