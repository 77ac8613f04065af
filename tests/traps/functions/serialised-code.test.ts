import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const HEAD = 'const logger = makeLogger();\n';
const run = (text: string) => replaced(HEAD + text, 'console\\.log', 'logger.info').replace(HEAD, '');

test.each([
  'await page.evaluate(() => console.log(1));',
  'await page.$$eval("li", (all) => { all.forEach((each) => console.log(each)); });',
  'await context.addInitScript(function () { console.log(1); });',
  'await driver.executeScript(() => console.log(1));',
])('what is sent to a page knows nothing of the file: %s', (text) => {
  expect(run(text)).toBe('<keeps-context>');
});

test.each([
  'await page.route("/", () => console.log(1));',
  'await page.evaluate(() => 1).then(() => console.log(1));',
  'await page.evaluate((logger) => console.log(1));',
  'const evaluate = (run) => run();\nevaluate(() => console.log(1));',
])('else names are what they are: %s', (text) => {
  const shadowed = text.includes('(logger)');
  expect(run(text)).toBe(shadowed ? '<name-shadowed>' : text.replace('console.log', 'logger.info'));
});

test('names of the page may be brought in', () => {
  const text = 'await page.evaluate(() => console.log(1));';
  expect(replaced(text, 'log\\(1\\)', 'log(document.title)')).toBe(text.replace('1', 'document.title'));
});
